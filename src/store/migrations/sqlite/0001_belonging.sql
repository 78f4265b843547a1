CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`window_at` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_by_window` ON `attempts` (`window_at`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`day` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`posted_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clearances` (
	`organisation_number` text NOT NULL,
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`number_hash` text NOT NULL,
	`key_version` text NOT NULL,
	`given_by` text NOT NULL,
	`confirmed_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `team_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `clearances_by_user` ON `clearances` (`team_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `confirmed_addresses` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`client_id` text NOT NULL,
	`kid` text NOT NULL,
	`sealed_key` text NOT NULL,
	`given_by` text NOT NULL,
	`tested_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `environment`)
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`lane` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`language` text NOT NULL,
	`data` text NOT NULL,
	`organisation_number` text,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer,
	`attempts` integer NOT NULL,
	`worker` text,
	`token` text,
	`lease_until` integer,
	`failure` text,
	`failure_code` integer,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deliveries_by_due` ON `deliveries` (`state`,`lane`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_by_lease` ON `deliveries` (`state`,`lease_until`);--> statement-breakpoint
CREATE INDEX `deliveries_by_organisation` ON `deliveries` (`organisation_number`,`created_at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `links_by_user` ON `links` (`team_id`,`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `logins` (
	`id` text PRIMARY KEY NOT NULL,
	`change_id` text NOT NULL,
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`state` text NOT NULL,
	`browser_hash` text NOT NULL,
	`nonce` text NOT NULL,
	`sealed_verifier` text NOT NULL,
	`number_hash` text,
	`key_version` text,
	`acr` text,
	`auth_time` integer,
	`sid_hash` text,
	`code` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `logins_by_change` ON `logins` (`change_id`);--> statement-breakpoint
CREATE INDEX `logins_by_sid` ON `logins` (`sid_hash`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`organisation_number` text NOT NULL,
	`state` text NOT NULL,
	`admin` integer NOT NULL,
	`until` integer,
	`given_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`, `organisation_number`),
	FOREIGN KEY (`organisation_number`) REFERENCES `organisations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_organisation` ON `memberships` (`organisation_number`,`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `operators` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`given_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `rates` (
	`key` text PRIMARY KEY NOT NULL,
	`next_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `registration_owners` (
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`client_id` text NOT NULL,
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`given_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `environment`, `client_id`, `team_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_number` text NOT NULL,
	`environment` text,
	`subject` text,
	`requester_team` text NOT NULL,
	`requester_user` text NOT NULL,
	`payload` text NOT NULL,
	`payload_hash` text NOT NULL,
	`base_version` text,
	`policy` text NOT NULL,
	`state` text NOT NULL,
	`decider_team` text,
	`decider_user` text,
	`decided_at` integer,
	`login_id` text,
	`step` text,
	`result` text NOT NULL,
	`failure` text,
	`surface` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_changes`("id", "kind", "organisation_number", "environment", "requester_team", "requester_user", "payload", "payload_hash", "base_version", "policy", "state", "step", "result", "failure", "surface", "language", "version", "created_at", "updated_at", "expires_at") SELECT "id", "kind", "organisation_number", "environment", "requester_team", "requester_user", "payload", "payload_hash", "base_version", "policy", "state", "step", "result", "failure", "surface", "language", "version", "created_at", "updated_at", "expires_at" FROM `changes`;--> statement-breakpoint
DROP TABLE `changes`;--> statement-breakpoint
ALTER TABLE `__new_changes` RENAME TO `changes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `changes_by_requester` ON `changes` (`requester_team`,`requester_user`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `changes_by_state` ON `changes` (`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `changes_by_subject` ON `changes` (`subject`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `changes_by_organisation` ON `changes` (`organisation_number`,`state`,`created_at`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `channel` text;--> statement-breakpoint
ALTER TABLE `people` ADD `name` text;--> statement-breakpoint
ALTER TABLE `people` ADD `folded` text;--> statement-breakpoint
ALTER TABLE `people` ADD `chosen_organisation` text;--> statement-breakpoint
CREATE INDEX `audit_by_seq` ON `audit` (`seq`);--> statement-breakpoint
CREATE INDEX `audit_by_organisation` ON `audit` (`organisation_number`,`at`);--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`actor_team`,`actor_user`,`at`);--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at`);