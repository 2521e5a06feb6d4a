/** What a stranger makes of keys that were retired or compromised: by where the log's proof has the certificate. */
import { describe, expect, test } from 'vitest'
import { canonicalize } from '#core/canonical-json.ts'
import { dayOf, signCard } from '#core/certificate/card.ts'
import type { Evidence, Findings } from '#core/certificate/evidence.ts'
import type { KeyList, ListedKey } from '#core/certificate/key-list.ts'
import type { KeyPeriod } from '#core/log/key-history.ts'
import {
  absent,
  check,
  here,
  keys,
  listKeys,
  proveAll,
  statusPart,
  tagSigner,
  unreachable,
} from './evidence-support.ts'
import {
  CODE,
  ISSUED_AT,
  makePiece,
  ORIGIN,
  OTHER_CODE,
  registrySigner,
  sign,
  signFirst,
  strangeSigner,
} from './support.ts'

/** The log has the certificate at index 1, and five entries. */
const withPeriod = (role: ListedKey['role'], period: Partial<KeyPeriod>, list: KeyList = keys): KeyList => ({
  ...list,
  keys: list.keys.map((key) => (key.role === role ? ({ ...key, ...period } as ListedKey) : key)),
})
const outcome = ({ verdict, checks }: Findings) => [
  verdict,
  ...checks.flatMap((one) => (one.status === 'valid' ? [] : [`${one.name} ${one.status} ${one.reason}`])),
]
const saysAltered = { report: here('{"verdict":"altered"}') }

describe('the registry’s key', () => {
  test.each<[Partial<KeyPeriod>, string[]]>([
    [{ first: 0 }, ['valid']],
    [{ first: 1 }, ['valid']],
    [{ first: 2 }, ['altered', 'key invalid key-not-yet']],
    [{ last: 0 }, ['altered', 'key invalid key-retired']],
    [{ last: 1 }, ['valid']],
    [{ compromisedFrom: 0 }, ['altered', 'key invalid key-compromised']],
    [{ compromisedFrom: 1 }, ['altered', 'key invalid key-compromised']],
    [{ compromisedFrom: 2 }, ['valid']],
    [{ last: 4, compromisedFrom: 2 }, ['valid']],
  ])('within %j says of the entry 1 %j', async (period, expected) => {
    const list = withPeriod('registry', period)
    const report = expected[0] === 'altered' ? saysAltered : {}
    expect(outcome(await check(report, { trusted: list, shown: [list] }))).toEqual(expected)
    // The registry's good word makes nothing better.
    expect((await check({}, { trusted: list, shown: [list] })).verdict).toBe(expected[0])
  })

  test('speaks against a certificate where any list says so: the trusted one, or one that the registry shows', async () => {
    const ended = withPeriod('registry', { compromisedFrom: 1 })
    const expected = ['altered', 'key invalid key-compromised']
    expect(outcome(await check(saysAltered, { trusted: keys, shown: [ended] }))).toEqual(expected)
    expect(outcome(await check(saysAltered, { trusted: ended, shown: [keys] }))).toEqual(expected)
    expect(outcome(await check(saysAltered, { trusted: keys, shown: [keys, ended, keys] }))).toEqual(expected)
  })

  test('counts from the latest beginning that any list says: a key is none before it was added', async () => {
    const later = withPeriod('registry', { first: 2 })
    const expected = ['altered', 'key invalid key-not-yet']
    expect(outcome(await check(saysAltered, { trusted: keys, shown: [later] }))).toEqual(expected)
    expect(outcome(await check(saysAltered, { trusted: later, shown: [keys] }))).toEqual(expected)
  })

  test('that a file’s own list says is whole counts as the trusted list says', async () => {
    const forged = withPeriod('registry', {})
    const ended = withPeriod('registry', { last: 0 })
    const found = await check({ status: absent, report: absent }, { trusted: ended, shown: [forged] })
    expect(outcome(found).slice(0, 2)).toEqual(['altered', 'key invalid key-retired'])
  })

  test('of one of several is looked up by what signed, whatever is said of the others', async () => {
    const strange = listKeys({ registry: strangeSigner })
      .keys.slice(0, 1)
      .map((key) => ({ ...key, compromisedFrom: 0 }))
    const list = { ...keys, keys: [...strange, ...keys.keys] as ListedKey[] }
    expect((await check({}, { trusted: list, shown: [list] })).verdict).toBe('valid')
  })

  test('counts for the first version’s certificates by the same rule', async () => {
    const older = await signFirst()
    const [proof = ''] = await proveAll([older])
    const evidence = { credential: here(canonicalize(older)), proof: here(proof), status: statusPart('valid', older) }
    expect(outcome(await check(evidence))).toEqual(['valid'])
    const ended = withPeriod('registry', { compromisedFrom: 1 })
    expect(outcome(await check({ ...evidence, ...saysAltered }, { trusted: ended, shown: [] }))).toEqual([
      ...['altered', 'key invalid key-compromised'],
    ])
  })

  test('cannot be judged where no proof says where the log has the certificate, unless it has no end at all', async () => {
    const open = { proof: unreachable }
    expect(outcome(await check(open)).filter((line) => line.startsWith('key'))).toEqual([])
    for (const period of [{ first: 1 }, { last: 9 }, { compromisedFrom: 9 }]) {
      const list = withPeriod('registry', period)
      const findings = await check(open, { trusted: list, shown: [list] })
      expect(outcome(findings)).toContain('key error index-unknown')
      expect(findings.verdict).toBe('unavailable')
    }
  })

  test('that ended vouches for nothing where neither proof nor status is at hand: it is not known who signed', async () => {
    const alone = { proof: absent, status: absent, report: absent }
    const judge = async (period: Partial<KeyPeriod>, evidence: Partial<Evidence> = alone) => {
      const list = withPeriod('registry', period)
      return check(evidence, { trusted: list, shown: [list] })
    }
    for (const period of [
      { last: 9 },
      { compromisedFrom: 0 },
      { compromisedFrom: 9 },
      { last: 0, compromisedFrom: 9 },
    ]) {
      for (const proof of [absent, unreachable])
        expect((await judge(period, { ...alone, proof })).verdict).toBe('unavailable')
      // A stranger's file that says otherwise changes nothing.
      const list = withPeriod('registry', period)
      expect((await check(alone, { trusted: list, shown: [keys] })).verdict).toBe('unavailable')
      expect((await check(alone, { trusted: keys, shown: [list] })).verdict).toBe('unavailable')
    }
    // With its place in the log it is known again; and a key that still signs is in nobody else's hands.
    expect((await judge({ compromisedFrom: 9 }, { status: absent, report: absent })).verdict).toBe('status-unknown')
    for (const period of [{}, { first: 1 }]) expect((await judge(period)).verdict).toBe('status-unknown')
  })

  test('is not asked where another signed', async () => {
    const signed = canonicalize(await sign(makePiece(), { signer: strangeSigner }))
    const list = withPeriod('registry', { last: 0 })
    const findings = await check({ credential: here(signed), ...saysAltered }, { trusted: list, shown: [list] })
    expect(outcome(findings)).toContain('key skipped not-reached')
    expect(findings.verdict).toBe('altered')
  })
})

describe('the log’s key', () => {
  const proofs: [string, Partial<Evidence>][] = [
    ['asked of everything', {}],
    ['offline', { status: absent, report: absent }],
  ]

  test.each(proofs)(
    'that is compromised proves nothing of a log that grew past it, and disproves nothing: %s',
    async (_, evidence) => {
      for (const compromisedFrom of [0, 1, 4]) {
        const list = withPeriod('log', { compromisedFrom })
        const findings = await check(evidence, { trusted: list, shown: [list] })
        expect(outcome(findings)).toEqual(
          expect.arrayContaining(['checkpoint error key-compromised', 'inclusion skipped not-reached']),
        )
        expect(findings.entry).toBeNull()
        expect(findings.verdict).toBe('status' in evidence ? 'status-unknown' : 'unavailable')
      }
    },
  )

  test.each(proofs)('that is compromised later still proves what it signed before: %s', async (_, evidence) => {
    for (const compromisedFrom of [5, 6, 1000]) {
      const list = withPeriod('log', { compromisedFrom })
      const findings = await check(evidence, { trusted: list, shown: [list] })
      expect(findings.entry).toEqual({ index: 1, size: 5 })
      expect(findings.verdict).toBe('status' in evidence ? 'status-unknown' : 'valid')
    }
  })

  test('that was retired signs on while another takes over', async () => {
    const list = withPeriod('log', { last: 2 })
    expect((await check({}, { trusted: list, shown: [list] })).verdict).toBe('valid')
  })

  test('that is compromised leaves the one beside it as good as it was', async () => {
    const strange = listKeys({ log: strangeSigner })
      .keys.slice(1, 2)
      .map((key) => ({ ...key, compromisedFrom: 0 }))
    for (const listed of [
      [...keys.keys, ...strange],
      [...strange, ...keys.keys],
    ] as ListedKey[][]) {
      const list = { ...keys, keys: listed }
      expect(outcome(await check({}, { trusted: list, shown: [list] }))).toEqual(['valid'])
    }
  })

  test('that is compromised makes nothing out of a proof that does not hold', async () => {
    const [elsewhere = ''] = await proveAll([await sign(makePiece({ code: OTHER_CODE }))])
    const list = withPeriod('log', { compromisedFrom: 0 })
    const findings = await check({ proof: here(elsewhere), ...saysAltered }, { trusted: list, shown: [list] })
    expect(outcome(findings)).toContain('inclusion invalid not-included')
    expect(findings.verdict).toBe('altered')
  })
})

describe('the tags’ key', () => {
  const statement = { origin: ORIGIN, code: CODE, key: 1, day: dayOf(ISSUED_AT) }

  test('that is compromised vouches for no card, of any day, and speaks against none', async () => {
    const card = await signCard(statement, tagSigner)
    for (const compromisedFrom of [0, 2, 1000]) {
      const list = withPeriod('tag', { compromisedFrom })
      const findings = await check({ card }, { trusted: list, shown: [list] })
      expect(outcome(findings)).toEqual(['valid', 'card skipped key-compromised'])
      expect(findings.cardDay).toBeNull()
    }
  })

  test('that was retired still vouches for the cards that it signed', async () => {
    const card = await signCard(statement, tagSigner)
    const list = withPeriod('tag', { last: 0 })
    const findings = await check({ card }, { trusted: list, shown: [list] })
    expect([outcome(findings), findings.cardDay]).toEqual([['valid'], statement.day])
  })

  test('is found by its number, and its successor under the next', async () => {
    const [first, second] = [tagSigner, strangeSigner]
    const more = listKeys({ tag: second })
      .keys.slice(2)
      .map((key) => ({ ...key, number: 2, first: 4 }))
    const list = {
      ...withPeriod('tag', { compromisedFrom: 3 }),
      keys: [...withPeriod('tag', { compromisedFrom: 3 }).keys, ...more] as ListedKey[],
    }
    const judge = async (key: number, signer: typeof first) =>
      outcome(await check({ card: await signCard({ ...statement, key }, signer) }, { trusted: list, shown: [list] }))
    expect(await judge(2, second)).toEqual(['valid'])
    expect(await judge(1, first)).toEqual(['valid', 'card skipped key-compromised'])
    expect(await judge(2, first)).toEqual(['card-differs', 'card invalid signature-differs'])
    expect(await judge(3, second)).toEqual(['card-differs', 'card invalid unknown-key'])
    expect(await judge(2, registrySigner)).toEqual(['card-differs', 'card invalid signature-differs'])
  })
})
