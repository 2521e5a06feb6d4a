import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonValue } from '#core/canonical-json.ts'
import { reasonsOf } from '#core/certificate/reasons.ts'
import { type Entry, isKeyLeaf, parseEntry } from '#core/log/entry.ts'
import { formatKeyLeaf } from '#core/log/key-leaf.ts'
import { formatLeaf, type Leaf, parseLeaf } from '#core/log/leaf.ts'
import { firstKeys, keyLeaf, registrySigner } from './key-support.ts'
import { digest } from './registry.ts'
import { mutationsOf } from './support.ts'

const base = {
  cid: digest('cid'),
  kind: 'piece',
  maker: 'm',
  body: digest('body'),
  ts: '2026-11-22T03:04:05Z',
} as const
const certificates: Leaf[] = [
  { ...base, t: 'issued', design: 'm/kawung', excl: 'exclusive', edition: [1, 1] },
  ...Object.entries(reasonsOf).map(([t, [reason]]): Leaf => {
    return { ...base, t: t as keyof typeof reasonsOf, prev: 3, ...(reason ? { reason } : {}) }
  }),
]
const keys = [
  ...firstKeys,
  keyLeaf('key-retired', registrySigner),
  keyLeaf('key-compromised', registrySigner, { from: 3 }),
]

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const write = (entry: Entry) =>
  isKeyLeaf(entry) ? formatKeyLeaf(entry) : Buffer.from(formatLeaf(entry)).toString('utf8')

describe('parseEntry', () => {
  test.each([...certificates, ...keys])('reads $t as it was written', (entry) => {
    expect(parseEntry(bytesOf(write(entry)))).toEqual({ ok: true, value: entry })
    expect(isKeyLeaf(entry)).toBe(keys.includes(entry as (typeof keys)[number]))
  })

  test('reads of certificates what parseLeaf reads, and of keys what it refuses', () => {
    for (const leaf of certificates) expect(parseLeaf(formatLeaf(leaf))).toEqual(parseEntry(formatLeaf(leaf)))
    for (const leaf of keys) expect(parseLeaf(bytesOf(formatKeyLeaf(leaf)))).toMatchObject({ ok: false })
  })

  test.each<[string, JsonValue, string]>([
    ['no object', null, 'leaf'],
    ['a list', [], 'leaf'],
    ['a list that names an event about a key', ['key-added'], 'leaf'],
    ['a text', 'key-added', 'leaf'],
    ['nothing in it', {}, 'leaf.v'],
    ['an event that nobody knows', { ...certificates[0], v: 1, t: 'transferred' } as JsonValue, 'leaf.t'],
    ['an event about a key that nobody knows', { ...keys[0], v: 1, t: 'key-lost' } as JsonValue, 'leaf.t'],
    ['what a key’s event says under a certificate’s', { ...keys[0], v: 1, t: 'issued' } as JsonValue, 'leaf.kid'],
    [
      'what a certificate’s event says under a key’s',
      { ...certificates[0], v: 1, t: 'key-added' } as JsonValue,
      'leaf.body',
    ],
    ['an event in a list', { ...keys[0], v: 1, t: ['key-added'] } as JsonValue, 'leaf.t'],
  ])('refuses %s', (_, value, path) => {
    const read = parseEntry(bytesOf(canonicalize(JSON.parse(JSON.stringify(value)) as JsonValue)))
    expect(read.ok ? 'reads' : read.error).toBe(path)
  })

  test('refuses what is not the canonical text of its value, or longer than 512 bytes', () => {
    for (const entry of [...certificates, ...keys]) {
      const text = write(entry)
      for (const other of [
        `${text}\n`,
        ` ${text}`,
        `\u{feff}${text}`,
        text.replace(',', ', '),
        text.replace('"v":1', '"v":1.0'),
      ])
        expect(parseEntry(bytesOf(other))).toEqual({ ok: false, error: 'leaf' })
      expect(parseEntry(bytesOf(text.replace('{', `{"a":"${'x'.repeat(512)}",`)))).toEqual({ ok: false, error: 'leaf' })
    }
  })

  test('refuses or writes the same bytes again after any change', () => {
    fc.assert(
      fc.property(fc.oneof(...[...certificates, ...keys].map((entry) => mutationsOf(write(entry)))), (mutant) => {
        const read = parseEntry(bytesOf(mutant))
        expect(!read.ok || write(read.value) === mutant).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
