import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { reasons, reasonsOf } from '#core/certificate/reasons.ts'
import { type Exclusivity, formatLeaf, type Leaf, MAX_LEAF_BYTES, parseLeaf } from '#core/log/leaf.ts'
import { CODE } from '../certificate/support.ts'
import { mutationsOf } from './support.ts'

const CID = 'knI_s0Kg-teDpQp42XqLJoCKlWMd6Or5s5uDlys24W8'
const issued: Leaf = {
  t: 'issued',
  cid: CID,
  kind: 'piece',
  design: 'batik-sekar-demo/manggur-anggur-01',
  excl: 'exclusive',
  edition: [1, 1],
  maker: 'batik-sekar-demo',
  body: 'A'.repeat(43),
  ts: '2026-11-22T03:04:05Z',
}
const revoked: Leaf = {
  t: 'revoked',
  cid: CID,
  kind: 'piece',
  maker: 'batik-sekar-demo',
  body: 'A'.repeat(43),
  prev: 4,
  reason: 'returned',
  ts: '2026-11-22T10:00:00Z',
}
const curationIssued: Leaf = {
  t: 'issued',
  cid: CID,
  kind: 'curation',
  product: 'batik-tulis-manggur',
  maker: 'batik-sekar-demo',
  body: 'A'.repeat(43),
  ts: '2026-11-22T03:04:05Z',
}
const curationRevoked: Leaf = { ...revoked, kind: 'curation' }
const actTypes = [
  'revoked',
  'suspended',
  'resumed',
  'superseded',
  'reported',
  'report-withdrawn',
  'subject-erased',
] as const
const TEXT =
  `{"body":"${'A'.repeat(43)}","cid":"${CID}","design":"batik-sekar-demo/manggur-anggur-01","edition":[1,1],` +
  '"excl":"exclusive","kind":"piece","maker":"batik-sekar-demo","t":"issued","ts":"2026-11-22T03:04:05Z","v":1}'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

/** What parseLeaf says of a leaf with other members: the path that does not fit, or "fits". */
function judge(leaf: Leaf, changes: Record<string, unknown>): string {
  const members = Object.entries({ v: 1, ...leaf, ...changes }).filter(([, value]) => value !== undefined)
  const parsed = parseLeaf(bytesOf(canonicalize(Object.fromEntries(members) as JsonObject)))
  return parsed.ok ? 'fits' : parsed.error
}

describe('leaves', () => {
  test('are canonical JSON, these bytes', () => {
    expect(Buffer.from(formatLeaf(issued)).toString()).toBe(TEXT)
    expect(parseLeaf(bytesOf(TEXT))).toEqual({ ok: true, value: issued })
    for (const leaf of [revoked, curationIssued, curationRevoked])
      expect(parseLeaf(formatLeaf(leaf))).toEqual({ ok: true, value: leaf })
  })

  test.each<[Leaf, string]>([
    [
      { ...issued, excl: 'limited', edition: [3, 20] },
      TEXT.replace('"edition":[1,1],"excl":"exclusive"', '"edition":[3,20],"excl":"limited"'),
    ],
    [
      { ...issued, excl: 'open', edition: [0, 0] },
      TEXT.replace('"edition":[1,1],"excl":"exclusive"', '"edition":[0,0],"excl":"open"'),
    ],
    [
      curationIssued,
      `{"body":"${'A'.repeat(43)}","cid":"${CID}","kind":"curation","maker":"batik-sekar-demo",` +
        '"product":"batik-tulis-manggur","t":"issued","ts":"2026-11-22T03:04:05Z","v":1}',
    ],
    [
      curationRevoked,
      `{"body":"${'A'.repeat(43)}","cid":"${CID}","kind":"curation","maker":"batik-sekar-demo","prev":4,` +
        '"reason":"returned","t":"revoked","ts":"2026-11-22T10:00:00Z","v":1}',
    ],
  ])('of other editions and kinds are these bytes (%#)', (leaf, text) => {
    expect(Buffer.from(formatLeaf(leaf)).toString()).toBe(text)
  })

  test('say nothing of a code, a name or a customer', () => {
    expect(TEXT).not.toContain(CODE)
    for (const name of ['code', 'name', 'customerRef', 'nonce'])
      expect(judge(issued, { [name]: 'x' })).toBe(`leaf.${name}`)
  })

  test.each([
    ['revoked', ['data-error', 'returned', 'lost-or-stolen', 'design-dispute', 'key-compromised', 'replaced']],
    ['suspended', ['data-error', 'design-dispute', 'key-compromised']],
    ['superseded', ['data-error', 'replaced']],
    ['reported', ['lost-or-stolen', 'design-dispute']],
  ])('%s states one of %j', (t, allowed) => {
    for (const reason of reasons) {
      const expected = allowed.includes(reason) ? 'fits' : 'leaf.reason'
      for (const leaf of [revoked, curationRevoked]) expect(judge(leaf, { t, reason })).toBe(expected)
    }
    for (const reason of [undefined, null, '', 'because', 'constructor', ['data-error']])
      expect(judge(revoked, { t, reason })).toBe('leaf.reason')
  })

  test.each(['resumed', 'report-withdrawn', 'subject-erased'])('%s states no reason', (t) => {
    expect(judge(revoked, { t, reason: undefined })).toBe('fits')
    for (const reason of reasons) expect(judge(revoked, { t, reason })).toBe('leaf.reason')
  })

  test('an issue states no reason', () => {
    for (const reason of reasons)
      for (const leaf of [issued, curationIssued]) expect(judge(leaf, { reason })).toBe('leaf.reason')
  })

  test('an issue is the first event of its certificate, and every other event follows one', () => {
    expect(judge(issued, { prev: 4 })).toBe('leaf.prev')
    expect(judge(issued, { reason: 'returned' })).toBe('leaf.reason')
    expect(judge(revoked, { prev: undefined })).toBe('leaf.prev')
    expect(judge(revoked, { prev: 0 })).toBe('fits')
    for (const prev of [-1, 1.5, '4', null, 2 ** 53]) expect(judge(revoked, { prev })).toBe('leaf.prev')
  })

  test('the issue of a piece names its design, wholly, and nothing else does', () => {
    const { design, excl, edition } = issued
    expect(judge(revoked, { design, excl, edition })).toBe('leaf.design')
    for (const name of ['design', 'excl', 'edition']) {
      expect(judge(issued, { [name]: undefined })).toBe('leaf.design')
      expect(judge(revoked, { design, excl, edition, [name]: undefined })).toBe('leaf.design')
    }
  })

  test('a curation names its product in its issue, and a design never', () => {
    const { design, excl, edition } = issued
    expect(judge(curationIssued, {})).toBe('fits')
    expect(judge(curationIssued, { product: undefined })).toBe('leaf.product')
    for (const t of actTypes) {
      const reason = reasonsOf[t][0]
      expect(judge(curationRevoked, { t, reason })).toBe('fits')
      expect(judge(curationRevoked, { t, reason, product: curationIssued.product })).toBe('leaf.product')
    }
    for (const leaf of [curationIssued, curationRevoked]) {
      expect(judge(leaf, { design, excl, edition })).toBe('leaf.design')
      for (const part of [{ design }, { excl }, { edition }]) expect(judge(leaf, part)).toBe('leaf.design')
    }
  })

  test('a piece names no product, beside its design or instead of it', () => {
    const { product } = curationIssued
    expect(judge(issued, { product })).toBe('leaf.product')
    expect(judge(revoked, { product })).toBe('leaf.product')
    expect(judge(issued, { product, design: undefined, excl: undefined, edition: undefined })).toBe('leaf.design')
  })

  test.each(['', 'Batik', 'a/b', 'a'.repeat(61), 5, null])('the product %j is refused', (product) => {
    expect(judge(curationIssued, { product })).toBe('leaf.product')
  })

  test('a maker names none but its own designs', () => {
    expect(judge(issued, { design: 'other-maker/manggur-anggur-01' })).toBe('leaf.design')
    expect(judge(issued, { maker: 'batik-sekar' })).toBe('leaf.design')
    expect(judge(issued, { design: 'manggur-anggur-01' })).toBe('leaf.design')
    expect(judge(issued, { design: 'batik-sekar-demo/a/b' })).toBe('leaf.design')
  })

  test.each([
    ['exclusive', [1, 1], 'fits'],
    ['exclusive', [1, 2], 'leaf.edition'],
    ['exclusive', [1, 0], 'leaf.edition'],
    ['exclusive', [0, 0], 'leaf.edition'],
    ['exclusive', [2, 2], 'leaf.edition'],
    ['limited', [1, 1], 'fits'],
    ['limited', [1, 20], 'fits'],
    ['limited', [3, 20], 'fits'],
    ['limited', [20, 20], 'fits'],
    ['limited', [999_999, 999_999], 'fits'],
    ['limited', [21, 20], 'leaf.edition'],
    ['limited', [1, 0], 'leaf.edition'],
    ['limited', [0, 20], 'leaf.edition'],
    ['limited', [0, 0], 'leaf.edition'],
    ['limited', [1, 1_000_000], 'leaf.edition[1]'],
    ['limited', [-1, 20], 'leaf.edition[0]'],
    ['open', [0, 0], 'fits'],
    ['open', [1, 0], 'leaf.edition'],
    ['open', [7, 0], 'leaf.edition'],
    ['open', [1, 1], 'leaf.edition'],
    ['open', [0, 20], 'leaf.edition'],
    ['open', [0], 'leaf.edition'],
    ['open', [0, 0, 0], 'leaf.edition'],
    ['open', ['0', 0], 'leaf.edition[0]'],
    ['open', [0, null], 'leaf.edition[1]'],
    ['limited', [1.5, 2], 'leaf.edition[0]'],
    ['limited', [1, 2.5], 'leaf.edition[1]'],
    ['other', [1, 1], 'leaf.excl'],
  ] as [Exclusivity, unknown[], string][])('an edition of a design that is %s: %j %s', (excl, edition, expected) => {
    expect(judge(issued, { excl, edition })).toBe(expected)
  })

  test.each([
    ['v', [0, 2, '1', true]],
    ['t', ['transferred', 'key-added', 'Issued', '', 'toString', null]],
    ['kind', ['competence', 'Piece', 'Curation', '']],
    ['cid', [CID.slice(1), `${CID}A`, `${CID.slice(0, -1)}9`, `${CID.slice(0, -1)}=`, CID.replace('_', '/'), 5]],
    ['body', ['A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}B`]],
    ['maker', ['', 'Batik', 'batik sekar', 'a'.repeat(61), 'é', '../x']],
    ['ts', ['2026-11-22', '2026-11-22T03:04:05.000Z', '2026-11-22T03:04:05+00:00', '2026-02-30T03:04:05Z', 'now', 0]],
  ] as [string, unknown[]][])('another %s is refused', (name, values) => {
    for (const value of values) expect(judge(issued, { [name]: value })).toBe(`leaf.${name}`)
    expect(judge(issued, { [name]: undefined })).toBe(`leaf.${name}`)
  })

  test('of the longest members fit in 512 bytes, whatever the event and its reason', () => {
    const maker = 'm'.repeat(60)
    const design = `${maker}/${'d'.repeat(60)}`
    const base = { cid: CID, maker, body: 'A'.repeat(43), ts: '2026-11-22T03:04:05Z' }
    const edition: [number, number] = [999_999, 999_999]
    const longest: Leaf[] = [
      { ...base, t: 'issued', kind: 'piece', design, excl: 'limited', edition },
      { ...base, t: 'issued', kind: 'piece', design, excl: 'exclusive', edition: [1, 1] },
      { ...base, t: 'issued', kind: 'curation', product: 'p'.repeat(60) },
    ]
    for (const t of actTypes) {
      const act = { ...base, t, kind: 'piece', prev: Number.MAX_SAFE_INTEGER } as const
      const allowed = reasonsOf[t]
      longest.push(...(allowed.length > 0 ? allowed.map((reason) => ({ ...act, reason })) : [act]))
    }
    expect(longest).toHaveLength(19)
    for (const leaf of longest) expect(formatLeaf(leaf).length).toBeLessThanOrEqual(MAX_LEAF_BYTES)
  })

  test('longer than 512 bytes are not read', () => {
    expect(judge(issued, { more: 'x'.repeat(100) })).toBe('leaf.more')
    expect(judge(issued, { more: 'x'.repeat(400) })).toBe('leaf')
  })

  test.each([
    ...[
      '',
      'null',
      '[]',
      '1',
      '"x"',
      '{}',
      `${TEXT}\n`,
      ` ${TEXT}`,
      `\u{feff}${TEXT}`,
      TEXT.replace('"v":1', '"v":1.0'),
    ],
    ...[
      TEXT.replace('"v":1', '"v":1,"v":1'),
      TEXT.replace('{"body"', '{"a":1,"body"'),
      TEXT.replace('piece', '\\u0070iece'),
    ],
    ...[TEXT.replace('[1,1]', '[1, 1]'), TEXT.replace('{', '{"__proto__":{},'), TEXT.slice(0, -1), `${TEXT}}`],
  ])('written otherwise are refused (%#)', (text) => {
    expect(parseLeaf(bytesOf(text)).ok).toBe(false)
  })

  test('that are no UTF-8 are refused', () => {
    for (let at = 0; at < TEXT.length; at++) expect(parseLeaf(bytesOf(TEXT).with(at, 0xff)).ok).toBe(false)
  })

  test('are refused or the same bytes again after any change', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          ...[issued, revoked, curationIssued].map((leaf) => mutationsOf(Buffer.from(formatLeaf(leaf)).toString())),
        ),
        (mutant) => {
          const parsed = parseLeaf(bytesOf(mutant))
          expect(!parsed.ok || Buffer.from(formatLeaf(parsed.value)).toString() === mutant).toBe(true)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('formatLeaf', () => {
  test('throws on a leaf that could not be read again', () => {
    expect(() => formatLeaf({ ...issued, maker: 'Batik Sekar' })).toThrow('leaf.maker')
    expect(() => formatLeaf({ ...issued, ts: 'now' })).toThrow(RangeError)
    expect(() => formatLeaf({ ...issued, prev: 1 })).toThrow('leaf.prev')
    expect(() => formatLeaf({ ...issued, customerRef: 'C-0012' } as Leaf)).toThrow('leaf.customerRef')
    expect(() => formatLeaf({ ...revoked, t: 'suspended' })).toThrow('leaf.reason')
    expect(() => formatLeaf({ ...issued, excl: 'open' })).toThrow('leaf.edition')
    expect(() => formatLeaf({ ...issued, kind: 'curation' })).toThrow('leaf.design')
  })
})
