-- The events become the leaves of a public log.
-- SQLite refuses the first two lines where the tables have rows: a registry from before the log cannot be continued,
-- since its events were never in one.
ALTER TABLE `certificate` ADD COLUMN `cid` text NOT NULL;
--> statement-breakpoint
ALTER TABLE `event` ADD COLUMN `cid` text NOT NULL;
--> statement-breakpoint
ALTER TABLE `event` ADD COLUMN `leaf` text NOT NULL;
--> statement-breakpoint
-- What a leaf says is said there alone.
ALTER TABLE `event` DROP COLUMN `type`;
--> statement-breakpoint
ALTER TABLE `event` DROP COLUMN `body`;
--> statement-breakpoint
ALTER TABLE `event` DROP COLUMN `reason`;
--> statement-breakpoint
ALTER TABLE `event` DROP COLUMN `at`;
--> statement-breakpoint
DROP INDEX `event_chain`;
--> statement-breakpoint
-- One chain of events a certificate: of two acts on the same last event, the second is refused and reads again.
CREATE UNIQUE INDEX `event_chain` ON `event` (`cid`, COALESCE(`previous`, -1));
--> statement-breakpoint
CREATE TRIGGER `certificate_cid_is_kept` BEFORE UPDATE OF `cid` ON `certificate`
BEGIN SELECT RAISE(ABORT, 'what was signed is never changed'); END;
--> statement-breakpoint
CREATE TABLE `log_head` (
	`size` integer PRIMARY KEY NOT NULL,
	`previous` integer NOT NULL,
	`root` text NOT NULL CHECK (length(`root`) = 44)
) STRICT;
--> statement-breakpoint
-- Compare and swap: a head has one successor.
CREATE UNIQUE INDEX `log_head_extends` ON `log_head` (`previous`);
--> statement-breakpoint
INSERT INTO `log_head` VALUES (0, -1, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
--> statement-breakpoint
CREATE TRIGGER `log_head_is_kept` BEFORE UPDATE ON `log_head`
BEGIN SELECT RAISE(ABORT, 'a head is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `log_head_is_not_lost` BEFORE DELETE ON `log_head`
BEGIN SELECT RAISE(ABORT, 'a head is never deleted'); END;
--> statement-breakpoint
-- One row a tile, its hashes in base64; it only grows, and what it had stays.
CREATE TABLE `log_tile` (
	`level` integer NOT NULL,
	`idx` integer NOT NULL,
	`width` integer NOT NULL CHECK (`width` BETWEEN 1 AND 256),
	`hashes` text NOT NULL,
	PRIMARY KEY(`level`, `idx`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER `log_tile_only_grows` BEFORE UPDATE ON `log_tile`
WHEN NEW.`width` <= OLD.`width`
BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;
