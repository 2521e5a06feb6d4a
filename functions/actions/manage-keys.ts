/** What an administrator may say of a key: that it signs no more, or that from some entry of the log on it counts no more. */
import { z } from 'zod'
import type { KnownKey } from '#core/log/key-history.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { integrate } from './log.ts'
import type { Services } from './services.ts'

export const compromiseRequest = z.strictObject({
  from: z
    .number('must be the index of an entry of the log')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .describe('Index in the log of the first entry that the key no longer vouches for.'),
})

/** A key and its period, as asli.json lists them; null where nothing ends it. */
export interface KeyAnswer {
  role: KnownKey['role']
  kid: string
  first: number
  last: number | null
  compromisedFrom: number | null
}

/** Tries: in each an entry about another key came first. */
const MOST_TRIES = 16

/** Asking again gets the first answer. */
export async function retireKey(kid: string, services: Services): Promise<Result<KeyAnswer, Problem>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const key = await findKey(kid, services)
    if (!key.ok) return key
    if (key.value.last !== null) return succeed(writeAnswer(key.value))
    if (key.value.compromisedFrom !== null)
      return fail(problem('key-ended', 'The key is marked as compromised: it signs nothing any more.'))
    if (isOwn(kid, services)) {
      const detail = 'This deployment signs with that key: put a new one into its secrets first.'
      return fail(problem('key-in-use', detail))
    }
    if (await services.keyring.append('key-retired', key.value)) await integrate(services)
  }
  throw new Error(`bad store: ${MOST_TRIES} entries about keys in a row came first`)
}

/** A key that is in use may be marked, too: nothing can be issued until it is replaced. */
export async function markCompromised(
  kid: string,
  from: number,
  services: Services,
): Promise<Result<KeyAnswer, Problem>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const key = await findKey(kid, services)
    if (!key.ok) return key
    const { compromisedFrom } = key.value
    if (compromisedFrom === from) return succeed(writeAnswer(key.value))
    if (compromisedFrom !== null)
      return fail(problem('key-ended', `The key is marked as compromised from entry ${compromisedFrom} on.`))
    const { size } = await integrate(services)
    if (from > size) {
      const errors = [{ pointer: '/from', detail: `must be at most ${size}, the next entry of the log` }]
      return fail(problem('invalid-request', 'One field does not fit.', { errors }))
    }
    if (await services.keyring.append('key-compromised', key.value, from)) await integrate(services)
  }
  throw new Error(`bad store: ${MOST_TRIES} entries about keys in a row came first`)
}

async function findKey(kid: string, { keyring }: Services): Promise<Result<KnownKey, Problem>> {
  const { known } = await keyring.refresh()
  const key = known.find((one) => one.kid === kid)
  return key ? succeed(key) : fail(problem('key-not-found', 'The registry never had a key with that id.'))
}

function isOwn(kid: string, { signer, logSigner, tagSigner }: Services): boolean {
  return [signer, logSigner, tagSigner].some((own) => own.kid === kid)
}

function writeAnswer({ role, kid, first, last, compromisedFrom }: KnownKey): KeyAnswer {
  return { role, kid, first, last, compromisedFrom }
}
