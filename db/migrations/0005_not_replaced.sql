-- INSERT OR REPLACE and UPDATE OR REPLACE delete the rows in their way, for which SQLite runs no trigger of DELETE: each
-- unique index of the tables that only grow is asked here first. An insert that stands in nobody's way reads no row by it.
-- Tiles are left as they are: they are made from the events, and whoever reads one compares it with the checkpoint.
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
--> statement-breakpoint
-- The names of the indexes are in the sentences: whoever loses a race knows it by them.
CREATE TRIGGER `event_is_not_replaced` BEFORE INSERT ON `event`
WHEN EXISTS (
	SELECT 1 FROM `event` WHERE `cid` = NEW.`cid` AND COALESCE(`previous`, -1) = COALESCE(NEW.`previous`, -1)
)
BEGIN SELECT RAISE(ABORT, 'an event is never replaced: event_chain'); END;
--> statement-breakpoint
CREATE TRIGGER `log_head_is_not_replaced` BEFORE INSERT ON `log_head`
WHEN EXISTS (SELECT 1 FROM `log_head` WHERE `previous` = NEW.`previous`)
	OR EXISTS (SELECT 1 FROM `log_head` WHERE `size` = NEW.`size`)
BEGIN SELECT RAISE(ABORT, 'a head is never replaced: log_head_extends'); END;
