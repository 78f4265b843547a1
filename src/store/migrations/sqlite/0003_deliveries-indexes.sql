DROP INDEX `deliveries_by_due`;--> statement-breakpoint
DROP INDEX `deliveries_by_lease`;--> statement-breakpoint
CREATE INDEX `deliveries_waiting` ON `deliveries` (`channel`,`lane`,`due_at`,`id`,`organisation_number`) WHERE "deliveries"."state" = 'queued';--> statement-breakpoint
CREATE INDEX `deliveries_claimed` ON `deliveries` (`lease_until`) WHERE "deliveries"."lease_until" is not null;--> statement-breakpoint
CREATE INDEX `deliveries_undelivered` ON `deliveries` (`created_at`,`id`) WHERE "deliveries"."state" in ('failed', 'unknown');--> statement-breakpoint
CREATE INDEX `deliveries_by_age` ON `deliveries` (`due_at`);