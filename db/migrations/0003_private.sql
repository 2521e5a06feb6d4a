-- Certificates get a place in the public status lists, what is kept of a customer, and keys whose history the log tells.
DROP TRIGGER `certificate_is_signed`;
--> statement-breakpoint
DROP INDEX `certificate_one_live`;
--> statement-breakpoint
-- The status itself instead of a flag: the lists are made from it, and it must agree with the events.
ALTER TABLE `certificate` ADD COLUMN `status` text NOT NULL DEFAULT 'valid'
	CHECK (`status` IN ('valid', 'superseded', 'suspended', 'reported', 'revoked'));
--> statement-breakpoint
-- What was issued before: each act stands unless a later one lifted it.
UPDATE `certificate` SET `status` = (
	WITH act(t, times) AS (
		SELECT leaf ->> 't', COUNT(*) FROM `event` WHERE `event`.`cid` = `certificate`.`cid` GROUP BY 1
	), total(revoked, superseded, reported, suspended) AS (
		SELECT COALESCE(SUM(times) FILTER (WHERE t = 'revoked'), 0),
			COALESCE(SUM(times) FILTER (WHERE t = 'superseded'), 0),
			COALESCE(SUM(times) FILTER (WHERE t = 'reported'), 0) - COALESCE(SUM(times) FILTER (WHERE t = 'report-withdrawn'), 0),
			COALESCE(SUM(times) FILTER (WHERE t = 'suspended'), 0) - COALESCE(SUM(times) FILTER (WHERE t = 'resumed'), 0)
		FROM act
	)
	SELECT CASE WHEN revoked > 0 THEN 'revoked' WHEN superseded > 0 THEN 'superseded' WHEN reported > 0 THEN 'reported'
		WHEN suspended > 0 THEN 'suspended' ELSE 'valid' END
	FROM total
);
--> statement-breakpoint
ALTER TABLE `certificate` DROP COLUMN `live`;
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_one_live` ON `certificate` (`maker`,`subject`,`kind`,`number`)
	WHERE status IN ('valid', 'suspended', 'reported') AND number > 0;
--> statement-breakpoint
-- Null for what was issued before there were lists.
ALTER TABLE `certificate` ADD COLUMN `slot` integer CHECK (`slot` >= 0);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_slot` ON `certificate` (`slot`);
--> statement-breakpoint
-- A list is made of the few that are not valid.
CREATE INDEX `certificate_marked` ON `certificate` (`slot`,`status`) WHERE status <> 'valid';
--> statement-breakpoint
ALTER TABLE `certificate` ADD COLUMN `sealed` text;
--> statement-breakpoint
ALTER TABLE `certificate` ADD COLUMN `customer_ref` text;
--> statement-breakpoint
CREATE INDEX `certificate_of_customer` ON `certificate` (`maker`,`customer_ref`) WHERE customer_ref IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `certificate_is_signed` BEFORE UPDATE OF `code`, `kind`, `maker`, `subject`, `number`, `credential`, `issued_at`, `slot` ON `certificate`
BEGIN SELECT RAISE(ABORT, 'what was signed is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `certificate_keeps_or_erases` BEFORE UPDATE OF `sealed`, `customer_ref` ON `certificate`
WHEN (NEW.`sealed` IS NOT NULL AND NEW.`sealed` IS NOT OLD.`sealed`)
	OR (NEW.`customer_ref` IS NOT NULL AND NEW.`customer_ref` IS NOT OLD.`customer_ref`)
BEGIN SELECT RAISE(ABORT, 'what is kept of a customer is only erased'); END;
--> statement-breakpoint
-- Entries about keys are of no certificate: their code is empty, their cid the key's id.
CREATE INDEX `event_of_key` ON `event` (`idx`) WHERE code = '';
