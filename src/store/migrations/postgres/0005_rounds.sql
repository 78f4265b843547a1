CREATE TABLE "rounds" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"due_at" bigint NOT NULL,
	"goes_on_after" text COLLATE "C",
	"holder" text COLLATE "C",
	"lease_until" bigint
);
