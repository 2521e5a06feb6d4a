/** Issuing while the log hears of keys: nothing is stored that was signed by a key that had ended by then. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Code, readCode } from '#core/certificate/code.ts'
import { importSigner, makePrivateKey } from '#core/certificate/keys.ts'
import { openD1Stores } from '../../db/store.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { issueBatch } from '../../functions/actions/issue-batch.ts'
import { openKeyring } from '../../functions/actions/keyring.ts'
import { markCompromised, retireKey } from '../../functions/actions/manage-keys.ts'
import type { Services } from '../../functions/actions/services.ts'
import { supersedeCertificate } from '../../functions/actions/supersede.ts'
import { verifyTyped } from '../../functions/actions/verify.ts'
import { checkLog } from '../support/check-log.ts'
import { openTestD1 } from '../support/d1.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'

const caller = { role: 'maker', maker: MAKER } as const
let d1: Awaited<ReturnType<typeof openTestD1>>
/** Two isolates of one deployment, each with the keys at hand as it last read them. */
let here: Services
let there: Services
let drawn = 0
beforeEach(async () => {
  d1 = await openTestD1()
  here = await makeServices(d1.database)
  there = await makeServices(d1.database, here)
  await here.keyring.current()
  await there.keyring.current()
})
afterEach(() => d1.close())

const newKey = () => `key-${++drawn}-0123456789`
const issue = (services = here, request = requestOf(`design-${++drawn}`)) =>
  issueCertificate(request, newKey(), caller, services)
const codeOf = (issued: Awaited<ReturnType<typeof issue>>): Code => {
  const reading = readCode(issued.ok ? issued.value.code : '')
  if (reading.kind !== 'code') throw new Error(issued.ok ? 'no code' : issued.error.detail)
  return reading.code
}
const countRows = () => d1.database.prepare('SELECT COUNT(*) AS n FROM certificate').first<number>('n')
const ended = { ok: false, error: { slug: 'signing-key-ended' } }
/** Another deployment's, of a role that signs no certificate. */
async function addTagKey(): Promise<string> {
  const tagSigner = await importSigner(await makePrivateKey())
  const { keyStore } = openD1Stores(d1.database)
  await openKeyring({ ...here, keyStore, tagSigner }).refresh()
  return tagSigner.kid
}

describe('an isolate whose keys are a moment old', () => {
  test('issues nothing once its registry key is compromised, alone or many, and replaces nothing', async () => {
    const request = requestOf('design-replaced')
    const code = codeOf(await issue(here, request))
    expect(await markCompromised(here.signer.kid, 4, there)).toMatchObject({ ok: true })
    const before = await countRows()
    expect(await issue()).toMatchObject(ended)
    const rows = [1, 2, 3].map(() => ({ request: requestOf(`design-${++drawn}`), idempotencyKey: newKey() }))
    expect(await issueBatch(rows, caller, here)).toMatchObject(ended)
    const supersession = { reason: 'data-error' as const, certificate: request }
    expect(await supersedeCertificate(code, supersession, newKey(), caller, here)).toMatchObject(ended)
    expect(await countRows()).toBe(before)
    expect((await verifyTyped(code, here)).report.verdict).toBe('valid')
    expect(await checkLog(d1.database)).toEqual([])
  })

  test('issues on where another key was added or ended, after one more try', async () => {
    const kid = await addTagKey()
    expect(await issue()).toMatchObject({ ok: true })
    expect(await retireKey(kid, there)).toMatchObject({ ok: true })
    const rows = [1, 2, 3].map(() => ({ request: requestOf(`design-${++drawn}`), idempotencyKey: newKey() }))
    expect(await issueBatch(rows, caller, here)).toMatchObject({ ok: true })
    expect(await checkLog(d1.database)).toEqual([])
  })

  test('verifies by the keys as they are now: what counted a moment ago does no more', async () => {
    const [first, second] = [codeOf(await issue()), codeOf(await issue())]
    const verdicts = () =>
      Promise.all([first, second].map(async (code) => (await verifyTyped(code, here)).report.verdict))
    expect(await verdicts()).toEqual(['valid', 'valid'])
    await markCompromised(here.signer.kid, 4, there)
    expect(await verdicts()).toEqual(['valid', 'altered'])
  })
})

test('of many who issue while the key is marked none has its entry after the mark’s', async () => {
  const racers = Array.from({ length: 24 }, (_, at) => issue(at % 2 ? here : there))
  const mark = markCompromised(here.signer.kid, 3, there)
  const outcomes = await Promise.all(racers)
  expect(await mark).toMatchObject({ ok: true, value: { compromisedFrom: 3 } })
  const entries = await d1.database.prepare('SELECT idx, code FROM event').all<{ idx: number; code: string }>()
  const marked = entries.results.findLast(({ code }) => code === '')?.idx ?? -1
  expect(entries.results.filter(({ idx, code }) => code !== '' && idx > marked)).toEqual([])
  const refused = outcomes.filter(({ ok }) => !ok)
  expect(refused.length + (marked - 3)).toBe(24)
  for (const outcome of refused) expect(outcome).toMatchObject(ended)
  expect(await checkLog(d1.database)).toEqual([])
})

test('a key can be marked as compromised from the entry on that is the next, and from none later', async () => {
  await issue()
  const kid = await addTagKey()
  const { size } = await here.logStore.readHead()
  const next = Number(await d1.database.prepare('SELECT MAX(idx) + 1 AS n FROM event').first<number>('n'))
  expect(next).toBeGreaterThanOrEqual(size)
  expect(await markCompromised(kid, next + 1, here)).toMatchObject({ ok: false, error: { slug: 'invalid-request' } })
  expect(await markCompromised(kid, next, here)).toMatchObject({ ok: true, value: { compromisedFrom: next } })
  expect(await markCompromised(kid, next, here)).toMatchObject({ ok: true })
  expect(await markCompromised(kid, 0, here)).toMatchObject({ ok: false, error: { slug: 'key-ended' } })
  expect(await retireKey(kid, here)).toMatchObject({ ok: false, error: { slug: 'key-ended' } })
})
