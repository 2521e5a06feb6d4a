/** Many who act on one certificate at once: one effect, and a history without gap or fork. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Code, readCode } from '#core/certificate/code.ts'
import type { SimpleAct } from '#core/certificate/reasons.ts'
import { actOnCertificate } from '../../functions/actions/act.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import type { Services } from '../../functions/actions/services.ts'
import { supersedeCertificate } from '../../functions/actions/supersede.ts'
import { verifyTyped } from '../../functions/actions/verify.ts'
import { checkLog } from '../support/check-log.ts'
import { openTestD1 } from '../support/d1.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'

let d1: Awaited<ReturnType<typeof openTestD1>>
let services: Services
beforeAll(async () => {
  d1 = await openTestD1()
  services = await makeServices(d1.database)
})
afterAll(() => d1.close())

const maker = { role: 'maker', maker: MAKER } as const
const curator = { role: 'curator' } as const
const kept = {
  madeFor: { mode: 'private' as const, commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) },
  customerRef: 'C-0012',
}
let drawn = 0
const newKey = () => `key-${++drawn}-0123456789`

function readIssued(code: string): Code {
  const reading = readCode(code)
  if (reading.kind !== 'code') throw new Error(`no code: ${code}`)
  return reading.code
}

async function issue(request = requestOf(`design-${++drawn}`)): Promise<Code> {
  const issued = await issueCertificate(request, newKey(), maker, services)
  if (!issued.ok) throw new Error(issued.error.detail)
  return readIssued(issued.value.code)
}

const eventsOf = async (code: Code) => (await services.store.findCertificate(code))?.events.length
const verdictOf = async (code: Code) => (await verifyTyped(code, services)).report.verdict
const act = (code: Code, name: SimpleAct, reason?: 'design-dispute' | 'lost-or-stolen' | 'returned') =>
  actOnCertificate(code, { act: name, reason }, curator, services)

describe('ten at once', () => {
  test.each<[SimpleAct, 'design-dispute' | 'lost-or-stolen' | 'returned' | undefined, string]>([
    ['suspend', 'design-dispute', 'suspended'],
    ['report', 'lost-or-stolen', 'reported'],
    ['revoke', 'returned', 'revoked'],
  ])('%s: one effect, and each hears of it', async (name, reason, verdict) => {
    const code = await issue()
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(code, name, reason)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true, value: { verdict } })
    expect([await eventsOf(code), await verdictOf(code)]).toEqual([2, verdict])
    expect(await checkLog(d1.database)).toEqual([])
  })

  test.each<[SimpleAct, SimpleAct, 'design-dispute' | 'lost-or-stolen']>([
    ['resume', 'suspend', 'design-dispute'],
    ['withdraw-report', 'report', 'lost-or-stolen'],
  ])('%s: one effect, and the certificate is current again', async (name, before, reason) => {
    const code = await issue()
    await act(code, before, reason)
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(code, name)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect([await eventsOf(code), await verdictOf(code)]).toEqual([3, 'valid'])
  })

  test('erase: one effect, and nothing is left of the customer', async () => {
    const code = await issue(requestOf(`design-${++drawn}`, kept))
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(code, 'erase')))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true, value: { verdict: 'valid', act: 'subject-erased' } })
    expect([await eventsOf(code), await verdictOf(code)]).toEqual([2, 'valid'])
    expect(await services.store.findKept(code)).toEqual({ sealed: null, customerRef: null })
    expect(await checkLog(d1.database)).toEqual([])
  })

  test('erasures and other acts race: each has its effect once', async () => {
    const code = await issue(requestOf(`design-${++drawn}`, kept))
    const racers = Array.from({ length: 12 }, (_, i) =>
      i % 3 === 1 ? act(code, 'revoke', 'returned') : act(code, 'erase'),
    )
    await Promise.all(racers)
    expect([await eventsOf(code), await verdictOf(code)]).toEqual([3, 'revoked'])
    expect(await services.store.findKept(code)).toEqual({ sealed: null, customerRef: null })
    expect(await checkLog(d1.database)).toEqual([])
  })

  test('supersessions under ten keys: one replaces, and the others hear that it was replaced', async () => {
    const request = requestOf('design-replaced')
    const code = await issue(request)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        supersedeCertificate(code, { reason: 'data-error', certificate: request }, newKey(), maker, services),
      ),
    )
    const won = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(won).toHaveLength(1)
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
    for (const { slug, detail } of refused) {
      expect([slug, detail]).toEqual(['state-conflict', expect.stringContaining('replaced')])
    }
    const { report, successor } = await verifyTyped(code, services)
    const replacement = readIssued(won[0]?.code ?? '')
    expect([report.verdict, successor?.code, await verdictOf(replacement)]).toEqual([
      'superseded',
      replacement,
      'valid',
    ])
    expect(await checkLog(d1.database)).toEqual([])
  })

  test('supersessions under one key: one replaces, and each gets its answer', async () => {
    const request = requestOf('design-retried')
    const code = await issue(request)
    const key = newKey()
    const supersession = { reason: 'replaced' as const, certificate: { ...request, soldOn: '2026-11-12' } }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => supersedeCertificate(code, supersession, key, maker, services)),
    )
    const codes = answers.map((answer) => (answer.ok ? answer.value.code : answer.error.detail))
    expect(new Set(codes).size).toBe(1)
    const again = await supersedeCertificate(code, supersession, key, maker, services)
    expect(again.ok && again.value.code).toBe(codes[0])
  })

  test('revocations and supersessions race: one ends it', async () => {
    const request = requestOf('design-raced')
    const code = await issue(request)
    const supersession = { reason: 'data-error' as const, certificate: request }
    await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        i % 2 ? act(code, 'revoke', 'returned') : supersedeCertificate(code, supersession, newKey(), maker, services),
      ),
    )
    expect(await eventsOf(code)).toBe(2)
    expect(['revoked', 'superseded']).toContain(await verdictOf(code))
    expect(await checkLog(d1.database)).toEqual([])
  })
})

describe('a limited design', () => {
  test('gives many who ask at once each a number of its own, and then none', async () => {
    const size = process.env.ASLI_LONG ? 100 : 20
    const design = { id: 'design-limited', name: 'Kawung', exclusivity: 'limited' as const, size }
    const answers = await Promise.all(
      Array.from({ length: size + 5 }, () =>
        issueCertificate(requestOf('design-limited', { design }), newKey(), maker, services),
      ),
    )
    const numbers = answers.flatMap((answer) =>
      answer.ok ? [(answer.value.credential.credentialSubject as { edition: { number: number } }).edition.number] : [],
    )
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i + 1))
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.slug]))
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'edition-exhausted'))
    expect(await checkLog(d1.database)).toEqual([])
  }, 120_000)
})

describe('an erasure', () => {
  const erase = (code: Code, by: typeof maker | typeof curator = curator) =>
    actOnCertificate(code, { act: 'erase' }, by, services)

  test('is done once, whatever happened before or happens later, and answers the same each time', async () => {
    const code = await issue(requestOf(`design-${++drawn}`, kept))
    await act(code, 'suspend', 'design-dispute')
    const first = await erase(code, maker)
    expect(first).toMatchObject({ ok: true, value: { verdict: 'suspended', act: 'subject-erased' } })
    await act(code, 'revoke', 'returned')
    const again = await erase(code)
    expect(again.ok && again.value.at).toBe(first.ok && first.value.at)
    expect(again).toMatchObject({ ok: true, value: { verdict: 'revoked', act: 'subject-erased' } })
    expect(await eventsOf(code)).toBe(4)
  })

  test('is done of what was withdrawn or replaced, too', async () => {
    const request = requestOf(`design-${++drawn}`, kept)
    const withdrawn = await issue(requestOf(`design-${++drawn}`, kept))
    const replaced = await issue(request)
    await act(withdrawn, 'revoke', 'returned')
    await supersedeCertificate(replaced, { reason: 'data-error', certificate: request }, newKey(), maker, services)
    expect(await erase(withdrawn)).toMatchObject({ value: { verdict: 'revoked' } })
    expect(await erase(replaced)).toMatchObject({ value: { verdict: 'superseded' } })
    for (const code of [withdrawn, replaced])
      expect(await services.store.findKept(code)).toEqual({ sealed: null, customerRef: null })
  })

  test('of which there is nothing to erase is refused, and leaves no entry', async () => {
    const code = await issue()
    expect(await erase(code)).toMatchObject({ ok: false, error: { slug: 'nothing-sealed' } })
    expect(await eventsOf(code)).toBe(1)
    const referred = await issue(requestOf(`design-${++drawn}`, { customerRef: 'C-0012' }))
    expect(await erase(referred)).toMatchObject({ ok: true })
  })

  test('of another maker’s is refused', async () => {
    const code = await issue(requestOf(`design-${++drawn}`, kept))
    const stranger = { role: 'maker', maker: 'stranger' } as const
    expect(await actOnCertificate(code, { act: 'erase' }, stranger, services)).toMatchObject({
      error: { slug: 'other-maker' },
    })
    expect(await services.store.findKept(code)).toEqual({ sealed: kept.madeFor.sealed, customerRef: 'C-0012' })
  })
})

describe('the rules of acts', () => {
  const actAs = (caller: typeof maker | typeof curator, code: Code, name: SimpleAct, reason?: 'design-dispute') =>
    actOnCertificate(code, { act: name, reason }, caller, services)

  test('what a curator paused, its maker cannot resume, replace or hide behind a report', async () => {
    const request = requestOf('design-paused')
    const code = await issue(request)
    await actAs(curator, code, 'suspend', 'design-dispute')
    expect(await actAs(maker, code, 'resume')).toMatchObject({ ok: false, error: { slug: 'role-not-allowed' } })
    const replaced = await supersedeCertificate(
      code,
      { reason: 'data-error', certificate: request },
      newKey(),
      maker,
      services,
    )
    expect(replaced).toMatchObject({ ok: false, error: { slug: 'state-conflict' } })
    expect(await actAs(curator, code, 'resume')).toMatchObject({ ok: true, value: { verdict: 'valid' } })
  })

  test('a pause and a report stand at once, and the worse one is the verdict', async () => {
    const code = await issue()
    await actAs(maker, code, 'suspend', 'design-dispute')
    expect(await actAs(maker, code, 'report', 'design-dispute')).toMatchObject({ value: { verdict: 'reported' } })
    expect(await actAs(maker, code, 'suspend', 'design-dispute')).toMatchObject({ error: { slug: 'state-conflict' } })
    expect(await actAs(maker, code, 'withdraw-report')).toMatchObject({ value: { verdict: 'suspended' } })
    expect(await actAs(maker, code, 'resume')).toMatchObject({ value: { verdict: 'valid' } })
  })

  test('nothing can be done to what was withdrawn, but asking again', async () => {
    const code = await issue()
    const first = await act(code, 'revoke', 'returned')
    expect(await act(code, 'revoke', 'returned')).toEqual(first)
    expect(await act(code, 'revoke', 'design-dispute')).toMatchObject({ error: { slug: 'already-revoked' } })
    expect(await act(code, 'resume')).toMatchObject({ error: { slug: 'already-revoked' } })
  })

  test('another maker may do nothing', async () => {
    const code = await issue()
    const stranger = { role: 'maker', maker: 'stranger' } as const
    const refused = await actOnCertificate(code, { act: 'revoke', reason: 'returned' }, stranger, services)
    expect(refused).toMatchObject({ error: { slug: 'other-maker' } })
  })
})
