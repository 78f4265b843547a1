CREATE TABLE `rounds` (
	`name` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`goes_on_after` text,
	`holder` text,
	`lease_until` integer
);
