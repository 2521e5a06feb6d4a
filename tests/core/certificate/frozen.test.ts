/**
 * `frozen-piece.txt` was written by the first version that issued, `frozen-piece-2.txt` by the one that learned the proof
 * set and the status lists: the credential of a piece with every optional member, and the log's entries of its acts; the
 * second has entries about a key, too. Such records are signed, logged and printed on cloth: whatever core learns later
 * must read them, byte for byte.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { formatAct, formatIssued } from '#core/certificate/leaves.ts'
import { type Act, type CertificateEvent, readLeaf } from '#core/certificate/status.ts'
import { verifyCertificate } from '#core/certificate/verify.ts'
import { parseEntry } from '#core/log/entry.ts'
import { foldKeys } from '#core/log/key-history.ts'
import { formatKeyLeaf, type KeyLeaf } from '#core/log/key-leaf.ts'
import { formatLeaf, type Leaf, parseLeaf } from '#core/log/leaf.ts'
import type { Status } from '#core/log/life.ts'
import {
  CODE,
  COMMITMENT,
  CURATOR,
  ISSUED_AT,
  MAKER,
  makePiece,
  NOW,
  registrySigner,
  SLOT,
  sign,
  trust,
} from './support.ts'

const readLines = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n')
const first = readLines('./frozen-piece.txt')
const second = readLines('./frozen-piece-2.txt')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

/** The events of the leaves at the indexes 4, 9, 14; the maker issued, a curator did the rest. */
const chain = (leaves: string[]): CertificateEvent[] =>
  leaves.map((leaf, at) => ({
    index: 4 + 5 * at,
    previous: at === 0 ? null : 5 * at - 1,
    leaf,
    actor: at === 0 ? MAKER : CURATOR,
  }))

const check = (credential: string, status: Status, leaves: string[]) =>
  verifyCertificate(
    CODE,
    { kind: 'found', record: { code: CODE, credential, status, events: chain(leaves) } },
    trust,
    NOW,
  )

describe('a piece of the first version', () => {
  const [credential = '', issue = '', withdrawal = ''] = first

  test('is read', () => {
    const read = parseCredential(credential)
    expect(read).toMatchObject({
      ok: true,
      value: { kind: 'piece', validFrom: ISSUED_AT, subject: { code: CODE, edition: { number: 1, size: 1 } } },
    })
    expect(read.ok && read.value).not.toHaveProperty('validUntil')
    expect(read.ok && read.value).not.toHaveProperty('slot')
    expect(read.ok && canonicalize(read.value.document)).toBe(credential)
  })

  test('is valid, and withdrawn after its withdrawal', async () => {
    const whole = await check(credential, 'valid', [issue])
    expect(whole.verdict).toBe('valid')
    expect(whole.certificate).toMatchObject({ kind: 'piece', subject: makePiece(), logIndex: 4 })
    expect(whole.certificate).not.toHaveProperty('statusIndex')
    expect((await check(credential, 'revoked', [issue, withdrawal])).verdict).toBe('revoked')
  })

  test('is entered into the log to the same bytes today', () => {
    const read = parseCredential(credential)
    expect(read.ok && formatIssued(read.value)).toBe(issue)
    const leaf = readLeaf(issue)
    const act = { type: 'revoked', prev: 4, reason: 'returned', ts: '2026-11-22T10:00:00Z' } as const
    expect(leaf && formatAct(leaf, act)).toBe(withdrawal)
  })

  test.each([issue, withdrawal])('has the entry %s, which reads and writes back', (text) => {
    const leaf = parseLeaf(bytesOf(text))
    expect(leaf.ok && Buffer.from(formatLeaf(leaf.value)).toString()).toBe(text)
    expect(parseEntry(bytesOf(text))).toEqual(leaf)
  })

  test('stands in three lines', () => expectLines(first, 3))
})

describe('a piece of the second version', () => {
  const [credential = '', issue = '', withdrawal = '', erasure = '', ...keyLeaves] = second
  const madeFor = { mode: 'private', commitment: COMMITMENT } as const

  test('is read, with its slot', () => {
    const read = parseCredential(credential)
    expect(read).toMatchObject({
      ok: true,
      value: { kind: 'piece', validFrom: ISSUED_AT, slot: SLOT, subject: { code: CODE, madeFor } },
    })
    expect(read.ok && canonicalize(read.value.document)).toBe(credential)
  })

  test('has every member that a piece can have', () => {
    const { credentialSubject } = JSON.parse(credential) as { credentialSubject: JsonObject }
    expect(Object.keys(credentialSubject).toSorted()).toEqual([...Object.keys(makePiece()), 'id', 'type'].toSorted())
    expect(credentialSubject).toMatchObject(makePiece({ madeFor }))
  })

  test('is valid, withdrawn after its withdrawal, and still that after what was kept of the customer is erased', async () => {
    const whole = await check(credential, 'valid', [issue])
    expect(whole.verdict).toBe('valid')
    expect(whole.certificate).toMatchObject({ subject: makePiece({ madeFor }), logIndex: 4, statusIndex: SLOT })
    const withdrawn = await check(credential, 'revoked', [issue, withdrawal])
    const erased = await check(credential, 'revoked', [issue, withdrawal, erasure])
    expect([withdrawn.verdict, erased.verdict]).toEqual(['revoked', 'revoked'])
    expect(erased.act).toEqual(withdrawn.act)
  })

  test('is built, signed and entered into the log to the same bytes today', async () => {
    expect(canonicalize(await sign(makePiece({ madeFor })))).toBe(credential)
    const read = parseCredential(credential)
    expect(read.ok && formatIssued(read.value)).toBe(issue)
    const leaf = readLeaf(issue) as Leaf
    const acts: Pick<Act, 'type' | 'reason'>[] = [{ type: 'revoked', reason: 'returned' }, { type: 'subject-erased' }]
    const written = acts.map((act, at) => formatAct(leaf, { ...act, prev: 4 + 5 * at, ts: `2026-11-22T1${at}:00:00Z` }))
    expect(written).toEqual([withdrawal, erasure])
  })

  test.each([issue, withdrawal, erasure])('has the entry %s, which reads and writes back', (text) => {
    const leaf = parseEntry(bytesOf(text))
    expect(leaf.ok && Buffer.from(formatLeaf(leaf.value as Leaf)).toString()).toBe(text)
  })

  test.each(keyLeaves.slice(0, -1))('has the entry about a key %s, which reads and writes back', (text) => {
    const leaf = parseEntry(bytesOf(text))
    expect(leaf.ok && formatKeyLeaf(leaf.value as KeyLeaf)).toBe(text)
  })

  test('has entries about one key, which counted up to the twelfth', () => {
    const leaves = keyLeaves.slice(0, -1).map((text) => parseEntry(bytesOf(text)))
    const entries = leaves.map((leaf, at) => ({ index: 8 * at, leaf: (leaf.ok ? leaf.value : {}) as KeyLeaf }))
    expect(foldKeys(entries)).toEqual([
      {
        kid: registrySigner.kid,
        role: 'registry',
        publicKey: registrySigner.publicKey,
        number: 1,
        first: 0,
        last: 8,
        compromisedFrom: 12,
        compromisedAt: '2026-11-24T03:00:00Z',
      },
    ])
  })

  test('stands in seven lines', () => expectLines(second, 7))
})

function expectLines(lines: string[], count: number) {
  expect(lines).toHaveLength(count + 1)
  expect(lines[count]).toBe('')
  expect(lines.slice(0, count).every((line) => line.startsWith('{') && line.endsWith('}'))).toBe(true)
}
