-- Made by `npm run db:generate`, then finished by hand: STRICT, WITHOUT ROWID, CHECKs and triggers.

CREATE TABLE `design` (
	`maker` text NOT NULL,
	`id` text NOT NULL,
	`product` text NOT NULL,
	`name` text NOT NULL,
	`exclusivity` text NOT NULL CHECK (`exclusivity` IN ('exclusive')),
	PRIMARY KEY(`maker`, `id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `certificate` (
	`code` text PRIMARY KEY NOT NULL CHECK (length(`code`) = 12),
	`maker` text NOT NULL,
	`design` text NOT NULL,
	`exclusivity` text NOT NULL CHECK (`exclusivity` IN ('exclusive')),
	`live` integer NOT NULL CHECK (`live` IN (0, 1)),
	`credential` text NOT NULL,
	`issued_at` text NOT NULL,
	`idempotency_key` text,
	`request_hash` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_one_live_exclusive` ON `certificate` (`maker`,`design`) WHERE live = 1 AND exclusivity = 'exclusive';
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_idempotency` ON `certificate` (`maker`,`idempotency_key`) WHERE idempotency_key IS NOT NULL;
--> statement-breakpoint
CREATE TABLE `event` (
	`idx` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`type` text NOT NULL CHECK (`type` IN ('issued', 'revoked')),
	`previous` integer,
	`body` text NOT NULL,
	`reason` text,
	`actor` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `event_chain` ON `event` (`code`, COALESCE(`previous`, -1));
--> statement-breakpoint
CREATE TABLE `token` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`role` text NOT NULL CHECK (`role` IN ('maker', 'curator')),
	`maker` text,
	`label` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`last_used_on` text,
	CHECK ((`role` = 'maker') = (`maker` IS NOT NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `token_hash` ON `token` (`hash`);
--> statement-breakpoint
-- A BEFORE trigger runs even where ON CONFLICT DO NOTHING would skip the row: a design keeps its first definition.
CREATE TRIGGER `design_keeps_its_definition` BEFORE INSERT ON `design`
WHEN EXISTS (
	SELECT 1 FROM `design` WHERE `maker` = NEW.`maker` AND `id` = NEW.`id`
	AND (`product`, `name`, `exclusivity`) <> (NEW.`product`, NEW.`name`, NEW.`exclusivity`)
)
BEGIN SELECT RAISE(ABORT, 'design differs'); END;
--> statement-breakpoint
CREATE TRIGGER `design_is_kept` BEFORE UPDATE ON `design`
BEGIN SELECT RAISE(ABORT, 'a design is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `design_is_not_lost` BEFORE DELETE ON `design`
BEGIN SELECT RAISE(ABORT, 'a design is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `certificate_is_kept` BEFORE DELETE ON `certificate`
BEGIN SELECT RAISE(ABORT, 'a certificate is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `certificate_is_signed` BEFORE UPDATE OF `code`, `maker`, `design`, `exclusivity`, `credential`, `issued_at` ON `certificate`
BEGIN SELECT RAISE(ABORT, 'what was signed is never changed'); END;
--> statement-breakpoint
-- Gapless and append-only; this also stops INSERT OR REPLACE.
CREATE TRIGGER `event_is_next` BEFORE INSERT ON `event`
WHEN NEW.`idx` IS NOT (SELECT COALESCE(MAX(`idx`) + 1, 0) FROM `event`)
BEGIN SELECT RAISE(ABORT, 'an event takes the next index'); END;
--> statement-breakpoint
CREATE TRIGGER `event_is_kept` BEFORE DELETE ON `event`
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `event_is_unchanged` BEFORE UPDATE ON `event`
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
