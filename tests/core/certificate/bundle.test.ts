import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '#core/canonical-json.ts'
import { canonicalize } from '#core/canonical-json.ts'
import { type Bundle, formatBundle, parseBundle } from '#core/certificate/bundle.ts'
import type { KeyList } from '#core/certificate/key-list.ts'
import { bundle, checkBundle, keys, listKeys, otherProof, proof, proveAll, strangeKeys } from './evidence-support.ts'
import { makePiece, sign, strangeSigner } from './support.ts'

const text = formatBundle(bundle)
const read = (source: string) => parseBundle(JSON.parse(source) as JsonValue)
const holds = async (changes: Partial<Bundle>, pinned: KeyList | null = keys) =>
  (await checkBundle({ ...bundle, ...changes }, pinned)).verdict

describe('a proof bundle', () => {
  test('is read as it was written', () => {
    expect(read(text)).toEqual({ ok: true, value: bundle })
    expect(text.startsWith('{\n  "format": "asli-proof-bundle/v1",\n  "savedAt": "2026-11-22T05:00:00Z",\n')).toBe(true)
  })

  test('is the same in any layout', () => {
    expect(read(JSON.stringify(JSON.parse(text)))).toEqual({ ok: true, value: bundle })
  })

  test.each<[string, (value: JsonObject) => JsonObject, string]>([
    ['another format', (value) => ({ ...value, format: 'asli-proof-bundle/v2' }), 'bundle.format'],
    ['a further member', (value) => ({ ...value, note: 'x' }), 'bundle.note'],
    ['no status', ({ status: _, ...value }) => value, 'bundle.status'],
    ['a status that is none', (value) => ({ ...value, status: 'blessed' }), 'bundle.status'],
    ['a time that is none', (value) => ({ ...value, savedAt: 'yesterday' }), 'bundle.savedAt'],
    ['an origin with a path', (value) => ({ ...value, origin: 'https://asli.example/' }), 'bundle.origin'],
    ['the keys of another origin', (value) => ({ ...value, origin: 'https://x.example' }), 'bundle.keys.origin'],
    ['no credential', (value) => ({ ...value, credential: '' }), 'bundle.credential'],
    ['a credential that is no text', (value) => ({ ...value, credential: {} }), 'bundle.credential'],
    ['an endless proof', (value) => ({ ...value, proof: 'x'.repeat(200_001) }), 'bundle.proof'],
  ])('with %s is refused', (_, change, path) => {
    expect(parseBundle(change(JSON.parse(text) as JsonObject))).toEqual({ ok: false, error: path })
  })

  test('holds without a network, under keys that are trusted or under its own', async () => {
    expect(await holds({})).toBe('status-unknown')
    const own = await checkBundle(bundle)
    expect([own.verdict, own.checks[0]]).toEqual([
      'status-unknown',
      { name: 'keys', status: 'skipped', reason: 'own-word' },
    ])
  })

  test('of a forger with keys of their own holds under those alone', async () => {
    const credential = canonicalize(await sign(makePiece(), { signer: strangeSigner }))
    const [forged = ''] = await proveAll([JSON.parse(credential) as JsonObject], strangeSigner)
    const forgery = { credential, proof: forged, keys: strangeKeys }
    expect(await holds(forgery, null)).toBe('status-unknown')
    expect(await holds(forgery)).toBe('altered')
    expect(await holds({ ...forgery, keys })).toBe('altered')
  })

  test('does not hold with another certificate’s proof, nor with one of its parts cut', async () => {
    expect(await holds({ proof: otherProof })).toBe('altered')
    expect(await holds({ proof: proof.slice(0, -1) })).toBe('altered')
    expect(await holds({ credential: bundle.credential.slice(0, -1) })).toBe('altered')
    expect(await holds({ credential: `${bundle.credential} ` })).toBe('altered')
    expect(await holds({ keys: listKeys({ log: strangeSigner }) }, null)).toBe('altered')
    expect(await holds({ keys: { ...keys, keys: [] } }, null)).toBe('altered')
  })

  test('that is cut anywhere is not read', () => {
    for (let length = 0; length < text.trimEnd().length; length++) {
      expect(() => JSON.parse(text.slice(0, length))).toThrow(SyntaxError)
    }
  })

  test('never holds with other content, whichever byte is flipped, under its own keys or trusted ones', async () => {
    const step = process.env.ASLI_LONG ? 1 : 3
    const flips = Array.from({ length: Math.ceil(text.length / step) }, (_, at) => at * step)
    const wrong: unknown[] = []
    let refused = 0
    for (const at of flips) {
      const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
      const changed = readFlipped(flipped)
      if (!changed) refused++
      else for (const pinned of [null, keys]) wrong.push(...(await findWrong(changed, pinned, at)))
    }
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(50)
  }, 120_000)
})

function readFlipped(flipped: string): Bundle | null {
  try {
    const parsed = read(flipped)
    return parsed.ok ? parsed.value : null
  } catch {
    return null
  }
}

/** A flip that holds must leave all that is proven as it was; `savedAt`, `status` and an unused key prove nothing. */
async function findWrong(changed: Bundle, pinned: KeyList | null, at: number): Promise<unknown[]> {
  const { verdict } = await checkBundle(changed, pinned)
  if (verdict !== 'status-unknown' && verdict !== 'expired') return []
  const { credential, proof: shown, origin } = changed
  const same = credential === bundle.credential && shown === bundle.proof && origin === bundle.origin
  return same ? [] : [[at, verdict]]
}
