/** A status list as the registry publishes it: made from what the database says at this moment, and signed. */
import { formatInstant } from '#core/calendar.ts'
import type { JsonObject } from '#core/canonical-json.ts'
import { buildStatusList } from '#core/certificate/credential.ts'
import { addProofs } from '#core/certificate/proof.ts'
import { LIST_LENGTH, listAt, placeOfSlot, purposeOf, type StatusPurpose } from '#core/certificate/status-list.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import type { Services } from './services.ts'
import { drawUuid } from './uuid.ts'

/** Seconds for which a reader may keep a list: as old as its answer may be. */
export const LIST_SECONDS = 60
/** A list that is shown later than this says nothing any more. */
const VALID_SECONDS = 86_400

export async function describeStatusList(
  purpose: StatusPurpose,
  list: number,
  services: Services,
): Promise<Result<JsonObject, Problem>> {
  const { origin, store, logStore, signer, now, random } = services
  const { size } = await logStore.readHead()
  if (list > listAt(size)) return fail(problem('not-found', 'The registry has no such status list yet.'))
  const marks = await store.findMarks(list * LIST_LENGTH, (list + 1) * LIST_LENGTH)
  const set = marks.filter(({ status }) => purposeOf(status) === purpose).map(({ slot }) => placeOfSlot(slot).index)
  const from = now().getTime()
  const validFrom = formatInstant(from)
  const document = await buildStatusList(
    { origin, purpose, list, set, ttl: LIST_SECONDS * 1000 },
    { validFrom, validUntil: formatInstant(from + VALID_SECONDS * 1000) },
  )
  const verificationMethod = `${document.issuer}#${signer.kid}`
  return succeed(
    await addProofs(document, signer, {
      ids: [drawUuid(random), drawUuid(random)],
      created: validFrom,
      verificationMethod,
    }),
  )
}
