CREATE TABLE "order_codes" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"customer_number" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "order_consents" (
	"order_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"customer_number" text COLLATE "C" NOT NULL,
	"by_team" text COLLATE "C" NOT NULL,
	"by_user" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"order_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "order_events_pk" PRIMARY KEY("order_id","number")
);
--> statement-breakpoint
CREATE TABLE "order_mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"reply_to" text COLLATE "C" NOT NULL,
	"follows" text COLLATE "C",
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"organisation_number" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"turn" text COLLATE "C" NOT NULL,
	"content" text COLLATE "C",
	"companies" text COLLATE "C" NOT NULL,
	"names_folded" text COLLATE "C" NOT NULL,
	"facts" text COLLATE "C" NOT NULL,
	"orderer_team" text COLLATE "C" NOT NULL,
	"orderer_user" text COLLATE "C" NOT NULL,
	"orderer_email" text COLLATE "C",
	"language" text COLLATE "C" NOT NULL,
	"since" bigint NOT NULL,
	"reminders" integer NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "order_codes_by_order" ON "order_codes" USING btree ("order_id","created_at");--> statement-breakpoint
CREATE INDEX "order_consents_by_customer" ON "order_consents" USING btree ("customer_number","at");--> statement-breakpoint
CREATE INDEX "order_mails_by_order" ON "order_mails" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "orders_by_number" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE INDEX "orders_by_organisation" ON "orders" USING btree ("organisation_number","number");--> statement-breakpoint
CREATE INDEX "orders_by_state" ON "orders" USING btree ("state","number");--> statement-breakpoint
CREATE INDEX "orders_by_companies" ON "orders" USING btree ("organisation_number","kind","companies");