-- Beside exclusive designs there are limited ones, whose numbers are live at most once each, and open series; and beside
-- pieces there are curations. What is there already is a piece of an exclusive design, number 1: the defaults say so.
DROP TRIGGER `certificate_is_signed`;
--> statement-breakpoint
DROP INDEX `certificate_one_live_exclusive`;
--> statement-breakpoint
ALTER TABLE `certificate` DROP COLUMN `exclusivity`;
--> statement-breakpoint
ALTER TABLE `certificate` RENAME COLUMN `design` TO `subject`;
--> statement-breakpoint
ALTER TABLE `certificate` ADD COLUMN `kind` text NOT NULL DEFAULT 'piece' CHECK (`kind` IN ('piece', 'curation'));
--> statement-breakpoint
ALTER TABLE `certificate` ADD COLUMN `number` integer NOT NULL DEFAULT 1 CHECK (`number` >= 0 AND (`kind` = 'piece' OR `number` = 1));
--> statement-breakpoint
-- One live certificate a place: number 1 of an exclusive design, each number of a limited one, each product examined.
CREATE UNIQUE INDEX `certificate_one_live` ON `certificate` (`maker`,`subject`,`kind`,`number`) WHERE live = 1 AND number > 0;
--> statement-breakpoint
CREATE TRIGGER `certificate_is_signed` BEFORE UPDATE OF `code`, `kind`, `maker`, `subject`, `number`, `credential`, `issued_at` ON `certificate`
BEGIN SELECT RAISE(ABORT, 'what was signed is never changed'); END;
--> statement-breakpoint
DROP TRIGGER `design_keeps_its_definition`;
--> statement-breakpoint
ALTER TABLE `design` DROP COLUMN `exclusivity`;
--> statement-breakpoint
ALTER TABLE `design` ADD COLUMN `exclusivity` text NOT NULL DEFAULT 'exclusive' CHECK (`exclusivity` IN ('exclusive', 'limited', 'open'));
--> statement-breakpoint
-- How many pieces may be live: 1 where it is exclusive, 0 for an open series.
ALTER TABLE `design` ADD COLUMN `size` integer NOT NULL DEFAULT 1 CHECK (
	(`exclusivity` = 'open') = (`size` = 0) AND (`exclusivity` <> 'exclusive' OR `size` = 1) AND `size` >= 0
);
--> statement-breakpoint
CREATE TRIGGER `design_keeps_its_definition` BEFORE INSERT ON `design`
WHEN EXISTS (
	SELECT 1 FROM `design` WHERE `maker` = NEW.`maker` AND `id` = NEW.`id`
	AND (`product`, `name`, `exclusivity`, `size`) <> (NEW.`product`, NEW.`name`, NEW.`exclusivity`, NEW.`size`)
)
BEGIN SELECT RAISE(ABORT, 'design differs'); END;
--> statement-breakpoint
-- An open series is the only design without numbers, and no number is higher than the edition is large.
CREATE TRIGGER `certificate_fits_its_design` BEFORE INSERT ON `certificate`
WHEN NEW.`kind` = 'piece' AND NOT EXISTS (
	SELECT 1 FROM `design` WHERE `maker` = NEW.`maker` AND `id` = NEW.`subject`
	AND (`size` = 0) = (NEW.`number` = 0) AND NEW.`number` <= `size`
)
BEGIN SELECT RAISE(ABORT, 'the number is not one of the design'); END;
--> statement-breakpoint
-- The page of a design lists what is live and what is not.
CREATE INDEX `certificate_of_subject` ON `certificate` (`maker`,`subject`,`issued_at`);
