import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { formatKeyLeaf, type KeyLeaf, keyEvents, keyRoles, readKeyLeaf } from '#core/log/key-leaf.ts'
import { MAX_LEAF_BYTES } from '#core/log/leaf.ts'
import { keyLeaf, registrySigner, strangeSigner } from './key-support.ts'

const KID = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'
const KEY = 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw'
const OTHER_KID = strangeSigner.kid
const added = keyLeaf('key-added', registrySigner)
const compromised = keyLeaf('key-compromised', registrySigner, { from: 1204 })

const texts: [KeyLeaf, string][] = [
  [added, `{"kid":"${KID}","publicKey":"${KEY}","role":"registry","t":"key-added","ts":"2026-11-22T03:00:00Z","v":1}`],
  [
    keyLeaf('key-retired', registrySigner, { role: 'log', ts: '2027-01-01T00:00:00Z' }),
    `{"kid":"${KID}","publicKey":"${KEY}","role":"log","t":"key-retired","ts":"2027-01-01T00:00:00Z","v":1}`,
  ],
  [
    compromised,
    `{"from":1204,"kid":"${KID}","publicKey":"${KEY}","role":"registry","t":"key-compromised",` +
      '"ts":"2026-11-22T03:00:00Z","v":1}',
  ],
  [
    keyLeaf('key-compromised', registrySigner, { role: 'tag', from: 0 }),
    `{"from":0,"kid":"${KID}","publicKey":"${KEY}","role":"tag","t":"key-compromised",` +
      '"ts":"2026-11-22T03:00:00Z","v":1}',
  ],
]

/** What readKeyLeaf says of a leaf with other members: the path that does not fit, or "fits". */
function judge(leaf: KeyLeaf, changes: Record<string, JsonValue | undefined> = {}): string {
  const members = Object.entries({ v: 1, ...leaf, ...changes }).filter(([, value]) => value !== undefined)
  const read = readKeyLeaf(Object.fromEntries(members) as JsonObject)
  return read.ok ? 'fits' : read.error
}

describe('leaves about keys', () => {
  test.each(texts)('are canonical JSON, these bytes (%#)', (leaf, text) => {
    expect(formatKeyLeaf(leaf)).toBe(text)
    expect(readKeyLeaf(JSON.parse(text) as JsonValue)).toEqual({ ok: true, value: leaf })
    expect(canonicalize(JSON.parse(text) as JsonValue)).toBe(text)
  })

  test('are read for each event and each role', () => {
    for (const t of keyEvents) {
      for (const role of keyRoles) {
        const from = t === 'key-compromised' ? { from: 5 } : {}
        expect(judge(keyLeaf(t, strangeSigner, { role, ...from }))).toBe('fits')
      }
    }
    expect([keyEvents, keyRoles]).toEqual([
      ['key-added', 'key-retired', 'key-compromised'],
      ['registry', 'log', 'tag'],
    ])
  })

  test.each(['v', 't', 'kid', 'role', 'publicKey', 'ts'])('are refused without %s', (name) => {
    for (const leaf of [added, compromised]) expect(judge(leaf, { [name]: undefined })).toBe(`leaf.${name}`)
  })

  test.each([
    ['v', [0, 2, '1', true, null]],
    ['t', ['issued', 'revoked', 'key-', 'key-lost', 'Key-added', 'toString', '', null, ['key-added']]],
    ['role', ['maker', 'curator', 'admin', 'Registry', '', 'constructor', null, ['registry']]],
    ['kid', [KID.slice(1), `${KID}A`, KID.replace('_', '/'), `${KID.slice(0, -1)}=`, '', null, 5]],
    ['publicKey', [KEY.slice(1), `u${KEY.slice(1)}`, `${KEY}1`, KEY.slice(0, -1), 'z', '', null, 5, [KEY]]],
    // X25519, another kind of key of the same length.
    ['publicKey', ['z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc']],
    ['ts', ['2026-11-22', '2026-11-22T03:00:00.000Z', '2026-11-22T03:00:00+00:00', '2026-02-30T03:00:00Z', 'now', 0]],
  ] as [string, JsonValue[]][])('are refused with another %s', (name, values) => {
    for (const value of values) expect(judge(added, { [name]: value }), JSON.stringify(value)).toBe(`leaf.${name}`)
  })

  test('are refused where the id is another key’s, or the key another than the id says', () => {
    for (const leaf of [added, compromised]) {
      expect(judge(leaf, { kid: OTHER_KID })).toBe('leaf.kid')
      expect(judge(leaf, { publicKey: keyLeaf('key-added', strangeSigner).publicKey })).toBe('leaf.kid')
      expect(judge(leaf, { kid: `${KID.slice(0, -1)}l` })).toBe('leaf.kid')
    }
  })

  test('say from where on a compromised key does not count, and of no other anything of that kind', () => {
    expect(judge(compromised, { from: undefined })).toBe('leaf.from')
    for (const t of ['key-added', 'key-retired']) {
      expect(judge(added, { t, from: 5 })).toBe('leaf.from')
      expect(judge(added, { t, from: 0 })).toBe('leaf.from')
    }
    for (const from of [-1, 1.5, '5', null, 2 ** 53, [5]]) expect(judge(compromised, { from })).toBe('leaf.from')
    for (const from of [0, 1, Number.MAX_SAFE_INTEGER]) expect(judge(compromised, { from })).toBe('fits')
  })

  test('have no other member: no name, no reason, nothing of a certificate', () => {
    for (const name of ['x', 'name', 'reason', 'cid', 'body', 'maker', 'prev', 'first', 'last', 'number', '__proto__'])
      expect(judge(added, JSON.parse(`{"${name}":"x"}`) as JsonObject)).toBe(`leaf.${name}`)
  })

  test.each<[JsonValue]>([[null], [[]], ['x'], [5], [true]])('are not %j', (value) => {
    expect(readKeyLeaf(value)).toEqual({ ok: false, error: 'leaf' })
  })

  test('fit in an entry of the log, however large their numbers', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (from) => {
        expect(formatKeyLeaf({ ...compromised, from }).length).toBeLessThan(MAX_LEAF_BYTES)
      }),
    )
  })
})

describe('formatKeyLeaf', () => {
  test('throws on a leaf that could not be read again', () => {
    const wrong: Partial<KeyLeaf>[] = [{ kid: OTHER_KID }, { from: 5 }, { ts: 'now' }, { publicKey: 'z6Mk' }]
    for (const changes of wrong) expect(() => formatKeyLeaf({ ...added, ...changes })).toThrow(RangeError)
    const { from: _, ...endless } = compromised
    expect(() => formatKeyLeaf(endless)).toThrow('leaf.from does not fit the log')
  })
})
