/** What keeps somebody who can write to the database from adding a key: the registry's word for the whole history. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64url } from '#core/bytes.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { endorse, isEndorsed } from '#core/log/key-history.ts'
import { formatKeyLeaf } from '#core/log/key-leaf.ts'
import { firstKeys, keyLeaf, logSigner, registrySigner, strangeSigner } from './key-support.ts'

const texts = [...firstKeys, keyLeaf('key-compromised', logSigner, { role: 'log', from: 3 })].map(formatKeyLeaf)
const verifier = await importVerifier(registrySigner.publicKey)

/** Of the first key of RFC 8032 §7.1, over what a registry with it adds first. */
const KNOWN = 'B2ukbSiGDYkcLHMMde-M4K2WBo2JVHWgUm64DuA_HHx8mzRADnwEHjeqSq14lIcc1enZzFxxTkKDYPmUIrR-Bg'

/** As the database has it: each entry with the endorsement that was made when it was appended. */
async function endorseAll(leaves: string[], signer = registrySigner) {
  const made = leaves.map((_, at) => endorse(leaves.slice(0, at + 1), signer))
  return (await Promise.all(made)).map((endorsement, at) => ({ leaf: leaves[at] ?? '', endorsement }))
}
const events = await endorseAll(texts)

/** The bytes of the comment in key-history.ts, made by Node. */
function signedBytes(leaves: string[]): Buffer {
  const hash = createHash('sha256')
  for (const leaf of leaves) hash.update(leaf).update('\n')
  return Buffer.concat([Buffer.from('asli/keys/v1'), Buffer.of(0), hash.digest()])
}

describe('an endorsement', () => {
  test('is these bytes, of a known key over three known entries', async () => {
    expect(await endorse(texts.slice(0, 3), registrySigner)).toBe(KNOWN)
    expect(await isEndorsed(events.slice(0, 3), verifier)).toBe(true)
  })

  test('is a signature over the hash of all entries so far, as another implementation checks it', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(registrySigner.publicKey) }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    for (const [at, { endorsement }] of events.entries()) {
      const signature = Buffer.from(endorsement, 'base64url')
      expect(verify(null, signedBytes(texts.slice(0, at + 1)), key, signature)).toBe(true)
      expect(verify(null, signedBytes(texts.slice(0, at)), key, signature)).toBe(false)
    }
  })

  test('of the last entry vouches for all, as it did for those before when they were the last', async () => {
    for (let length = 1; length <= events.length; length++)
      expect(await isEndorsed(events.slice(0, length), verifier)).toBe(true)
  })

  test('vouches for nothing where there is nothing', async () => {
    expect(await isEndorsed([], verifier)).toBe(false)
  })

  test('is of one key alone', async () => {
    expect(await isEndorsed(events, await importVerifier(strangeSigner.publicKey))).toBe(false)
    expect(await isEndorsed(await endorseAll(texts, strangeSigner), verifier)).toBe(false)
  })

  test('holds no more where any entry is changed, left out, doubled, added or moved', async () => {
    const last = events.at(-1)?.endorsement ?? ''
    const sealed = (leaves: string[]) => leaves.map((leaf) => ({ leaf, endorsement: last }))
    const stranger = formatKeyLeaf(keyLeaf('key-added', strangeSigner))
    const others = texts.flatMap((leaf, at) => [
      texts.toSpliced(at, 1),
      texts.toSpliced(at, 0, leaf),
      texts.toSpliced(at, 0, stranger),
      texts.with(at, stranger),
      texts.with(at, `${leaf}\n`),
      texts.with(at, ''),
      ...texts.flatMap((other, to) => (to === at ? [] : [texts.with(at, other).with(to, leaf)])),
    ])
    for (const leaves of [...others, [...texts, stranger], texts.toReversed(), [texts.join('')], []])
      expect(await isEndorsed(sealed(leaves), verifier), leaves.join('\n')).toBe(false)
    expect(await isEndorsed(sealed(texts), verifier)).toBe(true)
  })

  test('holds no more where any one character of an entry is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, place) => {
        const at = which % texts.length
        const leaf = texts[at] ?? ''
        const to = place % leaf.length
        const changed = leaf.slice(0, to) + String.fromCharCode(leaf.charCodeAt(to) ^ 1) + leaf.slice(to + 1)
        const spoilt = events.map((event, index) => (index === at ? { ...event, leaf: changed } : event))
        expect(await isEndorsed(spoilt, verifier)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('holds no more where any one character of it is another, or it is longer, shorter or gone', async () => {
    const { leaf, endorsement } = events.at(-1) ?? { leaf: '', endorsement: '' }
    const before = events.slice(0, -1)
    const texts = Array.from({ length: endorsement.length }, (_, at) => {
      const other = endorsement[at] === 'A' ? 'B' : 'A'
      return endorsement.slice(0, at) + other + endorsement.slice(at + 1)
    })
    for (const changed of [...texts, '', endorsement.slice(1), `${endorsement}A`, `${endorsement}=`, ` ${endorsement}`])
      expect(await isEndorsed([...before, { leaf, endorsement: changed }], verifier), changed).toBe(false)
  })

  test('of an earlier state does not vouch for a later one', async () => {
    for (const { endorsement } of events.slice(0, -1))
      expect(await isEndorsed([...events.slice(0, -1), { leaf: texts.at(-1) ?? '', endorsement }], verifier)).toBe(
        false,
      )
  })
})
