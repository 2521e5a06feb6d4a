import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { revocationReasons } from '#core/certificate/reasons.ts'
import { deriveCid, type Exclusivity, formatLeaf, type Leaf, MAX_LEAF_BYTES, parseLeaf } from '#core/log/leaf.ts'
import { CODE, OTHER_CODE } from '../certificate/support.ts'
import { fromHex, mutationsOf, sha256 } from './support.ts'

const NONCE = fromHex('000102030405060708090a0b0c0d0e0f')
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

describe('deriveCid', () => {
  test('hashes the named domain, a zero, the code’s 12 capitals and the nonce', () => {
    expect(deriveCid(CODE, NONCE)).toBe(CID)
    const hash = sha256(Buffer.from('asli/cid/v1\0'), Buffer.from(CODE), NONCE)
    expect(deriveCid(CODE, NONCE)).toBe(Buffer.from(hash).toString('base64url'))
  })

  test('is another for another code or another nonce', () => {
    expect(deriveCid(OTHER_CODE, NONCE)).not.toBe(CID)
    expect(deriveCid(CODE, NONCE.with(15, 0))).not.toBe(CID)
  })

  test('throws on a nonce of another length', () => {
    for (const length of [0, 15, 17]) expect(() => deriveCid(CODE, new Uint8Array(length))).toThrow(RangeError)
  })
})

describe('leaves', () => {
  test('are canonical JSON, these bytes', () => {
    expect(Buffer.from(formatLeaf(issued)).toString()).toBe(TEXT)
    expect(parseLeaf(bytesOf(TEXT))).toEqual({ ok: true, value: issued })
    expect(parseLeaf(formatLeaf(revoked))).toEqual({ ok: true, value: revoked })
  })

  test('say nothing of a code, a name or a customer', () => {
    expect(TEXT).not.toContain(CODE)
    for (const name of ['code', 'name', 'customerRef', 'nonce'])
      expect(judge(issued, { [name]: 'x' })).toBe(`leaf.${name}`)
  })

  test.each(['revoked', 'suspended', 'superseded', 'reported'])('%s states one of the closed reasons', (t) => {
    for (const reason of revocationReasons) expect(judge(revoked, { t, reason })).toBe('fits')
    expect(judge(revoked, { t, reason: undefined })).toBe('leaf.reason')
    expect(judge(revoked, { t, reason: 'because' })).toBe('leaf.reason')
  })

  test.each(['resumed', 'report-withdrawn'])('%s states no reason', (t) => {
    expect(judge(revoked, { t, reason: undefined })).toBe('fits')
    expect(judge(revoked, { t })).toBe('leaf.reason')
  })

  test('an issue is the first event of its certificate, and every other event follows one', () => {
    expect(judge(issued, { prev: 4 })).toBe('leaf.prev')
    expect(judge(issued, { reason: 'returned' })).toBe('leaf.reason')
    expect(judge(revoked, { prev: undefined })).toBe('leaf.prev')
    expect(judge(revoked, { prev: 0 })).toBe('fits')
    for (const prev of [-1, 1.5, '4', null, 2 ** 53]) expect(judge(revoked, { prev })).toBe('leaf.prev')
  })

  test('an issue names its design; other events may, and then wholly', () => {
    const { design, excl, edition } = issued
    expect(judge(revoked, { design, excl, edition })).toBe('fits')
    for (const name of ['design', 'excl', 'edition']) {
      expect(judge(issued, { [name]: undefined })).toBe('leaf.design')
      expect(judge(revoked, { design, excl, edition, [name]: undefined })).toBe('leaf.design')
    }
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
    ['limited', [3, 20], 'fits'],
    ['limited', [20, 20], 'fits'],
    ['limited', [21, 20], 'leaf.edition'],
    ['limited', [1, 0], 'leaf.edition'],
    ['limited', [0, 20], 'leaf.edition[0]'],
    ['open', [7, 0], 'fits'],
    ['open', [7, 20], 'leaf.edition'],
    ['open', [0, 0], 'leaf.edition[0]'],
    ['open', [7], 'leaf.edition'],
    ['open', [7, 0, 0], 'leaf.edition'],
    ['open', [1.5, 0], 'leaf.edition[0]'],
    ['other', [1, 1], 'leaf.excl'],
  ] as [Exclusivity, number[], string][])('an edition of a design that is %s: %j %s', (excl, edition, expected) => {
    expect(judge(issued, { excl, edition })).toBe(expected)
  })

  test.each([
    ['v', [0, 2, '1', true]],
    ['t', ['transferred', 'key-added', 'Issued', '', 'toString', null]],
    ['kind', ['curation', 'Piece', '']],
    ['cid', [CID.slice(1), `${CID}A`, `${CID.slice(0, -1)}9`, `${CID.slice(0, -1)}=`, CID.replace('_', '/'), 5]],
    ['body', ['A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}B`]],
    ['maker', ['', 'Batik', 'batik sekar', 'a'.repeat(61), 'é', '../x']],
    ['ts', ['2026-11-22', '2026-11-22T03:04:05.000Z', '2026-11-22T03:04:05+00:00', '2026-02-30T03:04:05Z', 'now', 0]],
  ] as [string, unknown[]][])('another %s is refused', (name, values) => {
    for (const value of values) expect(judge(issued, { [name]: value })).toBe(`leaf.${name}`)
    expect(judge(issued, { [name]: undefined })).toBe(`leaf.${name}`)
  })

  test('of the longest members fit in 512 bytes', () => {
    const maker = 'm'.repeat(60)
    const longest: Leaf = {
      ...revoked,
      t: 'superseded',
      maker,
      design: `${maker}/${'d'.repeat(60)}`,
      excl: 'exclusive',
      edition: [1, 1],
      prev: Number.MAX_SAFE_INTEGER,
      reason: 'key-compromised',
    }
    const limited: Leaf = { ...longest, excl: 'limited', edition: [999_999, 999_999] }
    for (const leaf of [longest, limited]) expect(formatLeaf(leaf).length).toBeLessThanOrEqual(MAX_LEAF_BYTES)
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
      fc.property(fc.oneof(mutationsOf(TEXT), mutationsOf(Buffer.from(formatLeaf(revoked)).toString())), (mutant) => {
        const parsed = parseLeaf(bytesOf(mutant))
        expect(!parsed.ok || Buffer.from(formatLeaf(parsed.value)).toString() === mutant).toBe(true)
      }),
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
  })
})
