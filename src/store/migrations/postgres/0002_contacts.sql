CREATE TABLE "contact_clients" (
	"contact_id" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "contact_clients_pk" PRIMARY KEY("contact_id","environment","client_id")
);
--> statement-breakpoint
CREATE TABLE "contact_departures" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"email_hash" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "contact_departures_pk" PRIMARY KEY("organisation_number","email_hash")
);
--> statement-breakpoint
CREATE TABLE "contact_links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"contact_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text COLLATE "C" NOT NULL,
	"organisation_number" text COLLATE "C" NOT NULL,
	"name_folded" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_folded" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C",
	"user_id" text COLLATE "C",
	"hears" text COLLATE "C" NOT NULL,
	"verified_at" bigint,
	"confirmed_at" bigint,
	"bounced_at" bigint,
	"bounce_reason" text COLLATE "C",
	"bounce_code" integer,
	"account_gone_at" bigint,
	"mirrored_team" text COLLATE "C",
	"mirrored_user" text COLLATE "C",
	"mirrored_at" bigint,
	"mirrored_version" integer,
	"registered_by" text COLLATE "C" NOT NULL,
	"told_at" bigint,
	"content" integer NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "contacts_pk" PRIMARY KEY("organisation_number","email_folded")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_contacts" (
	"delivery_id" text COLLATE "C" NOT NULL,
	"contact_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "delivery_contacts_pk" PRIMARY KEY("delivery_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C",
	"invoice_organisation_number" text COLLATE "C" NOT NULL,
	"invoice_name" text COLLATE "C",
	"address" text COLLATE "C" NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C",
	"updated_by" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "invoices_pk" PRIMARY KEY("organisation_number","client_id")
);
--> statement-breakpoint
CREATE TABLE "login_counts" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"logins" integer NOT NULL,
	"imported_at" bigint NOT NULL,
	CONSTRAINT "login_counts_pk" PRIMARY KEY("organisation_number","environment","month")
);
--> statement-breakpoint
CREATE TABLE "threshold_notices" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"percent" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "threshold_notices_pk" PRIMARY KEY("organisation_number","year","percent")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "posted_channel" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "posted_ts" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "acknowledged_at" bigint;--> statement-breakpoint
CREATE INDEX "contact_clients_by_client" ON "contact_clients" USING btree ("environment","client_id");--> statement-breakpoint
CREATE INDEX "contact_links_by_contact" ON "contact_links" USING btree ("contact_id","created_at");--> statement-breakpoint
CREATE INDEX "contacts_by_id" ON "contacts" USING btree ("id");--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("organisation_number","name_folded");--> statement-breakpoint
CREATE INDEX "contacts_by_email" ON "contacts" USING btree ("email_folded");--> statement-breakpoint
CREATE INDEX "contacts_by_user" ON "contacts" USING btree ("team_id","user_id");--> statement-breakpoint
CREATE INDEX "delivery_contacts_by_contact" ON "delivery_contacts" USING btree ("contact_id");