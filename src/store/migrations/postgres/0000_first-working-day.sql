CREATE TABLE "audit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_team" text COLLATE "C",
	"actor_user" text COLLATE "C",
	"actor_program" text COLLATE "C",
	"organisation_number" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C",
	"subject" text COLLATE "C",
	"change_id" text COLLATE "C",
	"correlation_id" text COLLATE "C",
	"code" text COLLATE "C",
	"values_digest" text COLLATE "C",
	"seq" integer,
	"prev_hash" text COLLATE "C",
	"hash" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "audit_values" (
	"audit_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"salt" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"subject" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"ts" text COLLATE "C" NOT NULL,
	CONSTRAINT "cards_pk" PRIMARY KEY("subject","team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"requester_team" text COLLATE "C" NOT NULL,
	"requester_user" text COLLATE "C" NOT NULL,
	"payload" text COLLATE "C" NOT NULL,
	"payload_hash" text COLLATE "C" NOT NULL,
	"base_version" text COLLATE "C",
	"policy" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"step" text COLLATE "C",
	"result" text COLLATE "C" NOT NULL,
	"failure" text COLLATE "C",
	"surface" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"fetched_at" bigint NOT NULL,
	"complete" boolean NOT NULL,
	CONSTRAINT "listings_pk" PRIMARY KEY("organisation_number","environment")
);
--> statement-breakpoint
CREATE TABLE "once_keys" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"outcome" text COLLATE "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_domains" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"covers" text COLLATE "C" NOT NULL,
	CONSTRAINT "organisation_domains_pk" PRIMARY KEY("organisation_number","domain","covers")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"number" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"team_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C",
	"email_confirmed" boolean NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C",
	"seen_at" bigint NOT NULL,
	"expired_at" bigint NOT NULL,
	"chosen_language" text COLLATE "C",
	CONSTRAINT "people_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "registration_counts" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"active" integer NOT NULL,
	"inactive" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "registration_counts_pk" PRIMARY KEY("organisation_number","environment")
);
--> statement-breakpoint
CREATE TABLE "registration_terms" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"active" boolean NOT NULL,
	"shared" integer NOT NULL,
	CONSTRAINT "registration_terms_pk" PRIMARY KEY("organisation_number","environment","client_id","term")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"organisation_number" text COLLATE "C" NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_folded" text COLLATE "C" NOT NULL,
	"integration_type" text COLLATE "C" NOT NULL,
	"active" boolean NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"keys" text COLLATE "C",
	"keys_seen_at" bigint,
	"last_updated" bigint,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "registrations_pk" PRIMARY KEY("organisation_number","environment","client_id")
);
--> statement-breakpoint
ALTER TABLE "audit_values" ADD CONSTRAINT "audit_values_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_domains" ADD CONSTRAINT "organisation_domains_organisation_number_organisations_number_fk" FOREIGN KEY ("organisation_number") REFERENCES "public"."organisations"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_by_requester" ON "changes" USING btree ("requester_team","requester_user","state","created_at");--> statement-breakpoint
CREATE INDEX "changes_by_state" ON "changes" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "organisation_domains_domain" ON "organisation_domains" USING btree ("domain","covers","organisation_number");--> statement-breakpoint
CREATE INDEX "registration_terms_by_term" ON "registration_terms" USING btree ("organisation_number","environment","term","shared","active","client_id");--> statement-breakpoint
CREATE INDEX "registrations_by_name" ON "registrations" USING btree ("organisation_number","environment","name_folded","client_id");--> statement-breakpoint
CREATE INDEX "registrations_by_state" ON "registrations" USING btree ("organisation_number","environment","active","name_folded","client_id");