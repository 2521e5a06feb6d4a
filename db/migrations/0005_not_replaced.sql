-- INSERT OR REPLACE and UPDATE OR REPLACE delete the rows in their way, for which SQLite runs no trigger of DELETE: each
-- unique index of the table is asked here first. An insert that stands in nobody's way reads no row by it.
CREATE TRIGGER `certificate_is_not_replaced` BEFORE INSERT ON `certificate`
WHEN EXISTS (SELECT 1 FROM `certificate` WHERE `code` = NEW.`code`)
	OR EXISTS (SELECT 1 FROM `certificate` WHERE `slot` = NEW.`slot`)
	OR EXISTS (SELECT 1 FROM `certificate` WHERE `maker` = NEW.`maker` AND `idempotency_key` = NEW.`idempotency_key`)
	OR NEW.`status` IN ('valid', 'suspended', 'reported') AND EXISTS (
		SELECT 1 FROM `certificate`
		WHERE `maker` = NEW.`maker` AND `subject` = NEW.`subject` AND `kind` = NEW.`kind` AND `number` = NEW.`number`
		AND status IN ('valid', 'suspended', 'reported') AND number > 0
	)
BEGIN SELECT RAISE(ABORT, 'a certificate is never replaced'); END;
--> statement-breakpoint
-- Live again: no act brings that about, and a raw one must not take the place of another.
CREATE TRIGGER `certificate_replaces_none` BEFORE UPDATE OF `status` ON `certificate`
WHEN OLD.`status` IN ('revoked', 'superseded') AND NEW.`status` IN ('valid', 'suspended', 'reported') AND EXISTS (
	SELECT 1 FROM `certificate`
	WHERE `maker` = NEW.`maker` AND `subject` = NEW.`subject` AND `kind` = NEW.`kind` AND `number` = NEW.`number`
	AND status IN ('valid', 'suspended', 'reported') AND number > 0
)
BEGIN SELECT RAISE(ABORT, 'a certificate is never replaced'); END;
