CREATE TABLE "attempts" (
	"key" text COLLATE "C" NOT NULL,
	"window_at" bigint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "attempts_pk" PRIMARY KEY("key")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"day" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"posted_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "audit_heads_pk" PRIMARY KEY("day")
);
--> statement-breakpoint
CREATE TABLE "clearances" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"number_hash" text COLLATE "C" NOT NULL,
	"key_version" text COLLATE "C" NOT NULL,
	"given_by" text COLLATE "C" NOT NULL,
	"confirmed_by" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "clearances_pk" PRIMARY KEY("organisation_number","team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "confirmed_addresses" (
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"confirmed_at" bigint NOT NULL,
	CONSTRAINT "confirmed_addresses_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"kid" text COLLATE "C" NOT NULL,
	"sealed_key" text COLLATE "C" NOT NULL,
	"given_by" text COLLATE "C" NOT NULL,
	"tested_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "credentials_pk" PRIMARY KEY("organisation_number","environment")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"lane" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"data" text COLLATE "C" NOT NULL,
	"organisation_number" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"due_at" bigint NOT NULL,
	"expires_at" bigint,
	"attempts" integer NOT NULL,
	"worker" text COLLATE "C",
	"token" text COLLATE "C",
	"lease_until" bigint,
	"failure" text COLLATE "C",
	"failure_code" integer,
	"sent_at" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"holder" text COLLATE "C" NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"change_id" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"browser_hash" text COLLATE "C" NOT NULL,
	"nonce" text COLLATE "C" NOT NULL,
	"sealed_verifier" text COLLATE "C" NOT NULL,
	"number_hash" text COLLATE "C",
	"key_version" text COLLATE "C",
	"acr" text COLLATE "C",
	"auth_time" bigint,
	"sid_hash" text COLLATE "C",
	"code" text COLLATE "C",
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"organisation_number" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"admin" boolean NOT NULL,
	"until" bigint,
	"given_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "memberships_pk" PRIMARY KEY("team_id","user_id","organisation_number")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"given_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "operators_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"key" text COLLATE "C" NOT NULL,
	"next_at" bigint NOT NULL,
	CONSTRAINT "rates_pk" PRIMARY KEY("key")
);
--> statement-breakpoint
CREATE TABLE "registration_owners" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"given_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "registration_owners_pk" PRIMARY KEY("organisation_number","environment","client_id","team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "changes" ALTER COLUMN "environment" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "subject" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "decider_team" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "decider_user" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "decided_at" bigint;--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "login_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "channel" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "name" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "folded" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "chosen_organisation" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_number_organisations_number_fk" FOREIGN KEY ("organisation_number") REFERENCES "public"."organisations"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempts_by_window" ON "attempts" USING btree ("window_at");--> statement-breakpoint
CREATE INDEX "clearances_by_user" ON "clearances" USING btree ("team_id","user_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_due" ON "deliveries" USING btree ("state","lane","due_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_by_lease" ON "deliveries" USING btree ("state","lease_until");--> statement-breakpoint
CREATE INDEX "deliveries_by_organisation" ON "deliveries" USING btree ("organisation_number","created_at");--> statement-breakpoint
CREATE INDEX "links_by_user" ON "links" USING btree ("team_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "logins_by_change" ON "logins" USING btree ("change_id");--> statement-breakpoint
CREATE INDEX "logins_by_sid" ON "logins" USING btree ("sid_hash");--> statement-breakpoint
CREATE INDEX "memberships_by_organisation" ON "memberships" USING btree ("organisation_number","state","created_at");--> statement-breakpoint
CREATE INDEX "audit_by_seq" ON "audit" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "audit_by_organisation" ON "audit" USING btree ("organisation_number","at");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit" USING btree ("actor_team","actor_user","at");--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "changes_by_subject" ON "changes" USING btree ("subject","state","created_at");--> statement-breakpoint
CREATE INDEX "changes_by_organisation" ON "changes" USING btree ("organisation_number","state","created_at");