-- What was asked is kept as a hash, to tell a retry from another request, and no longer than its Idempotency-Key. The hash
-- had the customer's reference in it, which whoever has the database could guess: it goes where nobody needs it any more,
-- and where the reference was erased. Newer ones leave the reference out (functions/actions/order.ts).
UPDATE `certificate` SET `request_hash` = ''
	WHERE `idempotency_key` IS NULL OR `cid` IN (SELECT `cid` FROM `event` WHERE `leaf` ->> 't' = 'subject-erased');
--> statement-breakpoint
CREATE TRIGGER `certificate_keeps_or_forgets` BEFORE UPDATE OF `idempotency_key`, `request_hash` ON `certificate`
WHEN (NEW.`idempotency_key` IS NOT NULL AND NEW.`idempotency_key` IS NOT OLD.`idempotency_key`)
	OR NEW.`request_hash` NOT IN ('', OLD.`request_hash`)
BEGIN SELECT RAISE(ABORT, 'what was asked is only forgotten'); END;
