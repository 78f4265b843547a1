CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_team` text,
	`actor_user` text,
	`actor_program` text,
	`organisation_number` text,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`environment` text,
	`subject` text,
	`change_id` text,
	`correlation_id` text,
	`code` text,
	`values_digest` text,
	`seq` integer,
	`prev_hash` text,
	`hash` text
);
--> statement-breakpoint
CREATE TABLE `audit_values` (
	`audit_id` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cards` (
	`subject` text NOT NULL,
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`channel` text NOT NULL,
	`ts` text NOT NULL,
	PRIMARY KEY(`subject`, `team_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`requester_team` text NOT NULL,
	`requester_user` text NOT NULL,
	`payload` text NOT NULL,
	`payload_hash` text NOT NULL,
	`base_version` text,
	`policy` text NOT NULL,
	`state` text NOT NULL,
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
CREATE INDEX `changes_by_requester` ON `changes` (`requester_team`,`requester_user`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `changes_by_state` ON `changes` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `listings` (
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`fetched_at` integer NOT NULL,
	`complete` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `environment`)
);
--> statement-breakpoint
CREATE TABLE `once_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`outcome` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisation_domains` (
	`organisation_number` text NOT NULL,
	`domain` text NOT NULL,
	`covers` text NOT NULL,
	PRIMARY KEY(`organisation_number`, `domain`, `covers`),
	FOREIGN KEY (`organisation_number`) REFERENCES `organisations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_domains_domain` ON `organisation_domains` (`domain`,`covers`,`organisation_number`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`number` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text,
	`email_confirmed` integer NOT NULL,
	`kind` text NOT NULL,
	`locale` text,
	`seen_at` integer NOT NULL,
	`expired_at` integer NOT NULL,
	`chosen_language` text,
	PRIMARY KEY(`team_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `registration_counts` (
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`active` integer NOT NULL,
	`inactive` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `environment`)
);
--> statement-breakpoint
CREATE TABLE `registration_terms` (
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`client_id` text NOT NULL,
	`term` text NOT NULL,
	`active` integer NOT NULL,
	`shared` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `environment`, `client_id`, `term`)
);
--> statement-breakpoint
CREATE INDEX `registration_terms_by_term` ON `registration_terms` (`organisation_number`,`environment`,`term`,`shared`,`active`,`client_id`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`organisation_number` text NOT NULL,
	`environment` text NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`integration_type` text NOT NULL,
	`active` integer NOT NULL,
	`body` text NOT NULL,
	`keys` text,
	`keys_seen_at` integer,
	`last_updated` integer,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`organisation_number`, `environment`, `client_id`)
);
--> statement-breakpoint
CREATE INDEX `registrations_by_name` ON `registrations` (`organisation_number`,`environment`,`name_folded`,`client_id`);--> statement-breakpoint
CREATE INDEX `registrations_by_state` ON `registrations` (`organisation_number`,`environment`,`active`,`name_folded`,`client_id`);