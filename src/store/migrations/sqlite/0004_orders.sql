CREATE TABLE `order_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`customer_number` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `order_codes_by_order` ON `order_codes` (`order_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `order_consents` (
	`order_id` text PRIMARY KEY NOT NULL,
	`customer_number` text NOT NULL,
	`by_team` text NOT NULL,
	`by_user` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_consents_by_customer` ON `order_consents` (`customer_number`,`at`);--> statement-breakpoint
CREATE TABLE `order_events` (
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`event` text NOT NULL,
	`state` text NOT NULL,
	`actor` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `number`)
);
--> statement-breakpoint
CREATE TABLE `order_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`purpose` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`address` text NOT NULL,
	`reply_to` text NOT NULL,
	`follows` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_mails_by_order` ON `order_mails` (`order_id`,`number`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`organisation_number` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`turn` text NOT NULL,
	`content` text,
	`companies` text NOT NULL,
	`names_folded` text NOT NULL,
	`facts` text NOT NULL,
	`orderer_team` text NOT NULL,
	`orderer_user` text NOT NULL,
	`orderer_email` text,
	`language` text NOT NULL,
	`since` integer NOT NULL,
	`reminders` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `orders_by_number` ON `orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_by_organisation` ON `orders` (`organisation_number`,`number`);--> statement-breakpoint
CREATE INDEX `orders_by_state` ON `orders` (`state`,`number`);--> statement-breakpoint
CREATE INDEX `orders_by_companies` ON `orders` (`organisation_number`,`kind`,`companies`);