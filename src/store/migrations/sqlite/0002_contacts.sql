CREATE TABLE `contact_clients` (
	`contact_id` text NOT NULL,
	`environment` text NOT NULL,
	`client_id` text NOT NULL,
	PRIMARY KEY(`contact_id`, `environment`, `client_id`)
);
--> statement-breakpoint
CREATE INDEX `contact_clients_by_client` ON `contact_clients` (`environment`,`client_id`);--> statement-breakpoint
CREATE TABLE `contact_departures` (
	`organisation_number` text NOT NULL,
	`email_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `email_hash`)
);
--> statement-breakpoint
CREATE TABLE `contact_links` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `contact_links_by_contact` ON `contact_links` (`contact_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text NOT NULL,
	`organisation_number` text NOT NULL,
	`name_folded` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`phone` text,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`scope` text NOT NULL,
	`team_id` text,
	`user_id` text,
	`hears` text NOT NULL,
	`verified_at` integer,
	`confirmed_at` integer,
	`bounced_at` integer,
	`bounce_reason` text,
	`bounce_code` integer,
	`account_gone_at` integer,
	`mirrored_team` text,
	`mirrored_user` text,
	`mirrored_at` integer,
	`mirrored_version` integer,
	`registered_by` text NOT NULL,
	`told_at` integer,
	`content` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `email_folded`)
);
--> statement-breakpoint
CREATE INDEX `contacts_by_id` ON `contacts` (`id`);--> statement-breakpoint
CREATE INDEX `contacts_by_name` ON `contacts` (`organisation_number`,`name_folded`);--> statement-breakpoint
CREATE INDEX `contacts_by_email` ON `contacts` (`email_folded`);--> statement-breakpoint
CREATE INDEX `contacts_by_user` ON `contacts` (`team_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `delivery_contacts` (
	`delivery_id` text NOT NULL,
	`contact_id` text NOT NULL,
	PRIMARY KEY(`delivery_id`, `contact_id`)
);
--> statement-breakpoint
CREATE INDEX `delivery_contacts_by_contact` ON `delivery_contacts` (`contact_id`);--> statement-breakpoint
CREATE TABLE `invoices` (
	`organisation_number` text NOT NULL,
	`client_id` text NOT NULL,
	`environment` text,
	`invoice_organisation_number` text NOT NULL,
	`invoice_name` text,
	`address` text NOT NULL,
	`reference` text NOT NULL,
	`email` text,
	`updated_by` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `client_id`)
);
--> statement-breakpoint
CREATE TABLE `login_counts` (
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`month` text NOT NULL,
	`logins` integer NOT NULL,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `environment`, `month`)
);
--> statement-breakpoint
CREATE TABLE `threshold_notices` (
	`organisation_number` text NOT NULL,
	`year` integer NOT NULL,
	`percent` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `year`, `percent`)
);
--> statement-breakpoint
ALTER TABLE `deliveries` ADD `posted_channel` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `posted_ts` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `acknowledged_at` integer;