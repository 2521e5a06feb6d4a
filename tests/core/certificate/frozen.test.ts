/**
 * `frozen-piece.txt` was written by the first version that issued: the credential of a piece with every optional
 * member, the log's entry of its issue, and the one of its withdrawal. Such records are signed, logged and printed on
 * cloth: whatever core learns later must read them, byte for byte.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { canonicalize } from '#core/canonical-json.ts'
import { buildCredential, parseCredential } from '#core/certificate/credential.ts'
import { formatAct, formatIssued } from '#core/certificate/leaves.ts'
import { type CertificateEvent, readLeaf } from '#core/certificate/status.ts'
import { verifyCertificate } from '#core/certificate/verify.ts'
import { formatLeaf, parseLeaf } from '#core/log/leaf.ts'
import type { Status } from '#core/log/life.ts'
import { CODE, CURATOR, ISSUED_AT, MAKER, makePiece, NOW, ORIGIN, SLOT, sign, signDocument, trust } from './support.ts'

const lines = readFileSync(new URL('./frozen-piece.txt', import.meta.url), 'utf8').split('\n')
const [credential = '', issue = '', withdrawal = ''] = lines
const first: CertificateEvent = { index: 4, previous: null, leaf: issue, actor: MAKER }
const last: CertificateEvent = { index: 9, previous: 4, leaf: withdrawal, actor: CURATOR }

const check = (status: Status, events: CertificateEvent[]) =>
  verifyCertificate(CODE, { kind: 'found', record: { code: CODE, credential, status, events } }, trust, NOW)

describe('a piece of the first version', () => {
  test('is read', () => {
    const read = parseCredential(credential)
    expect(read).toMatchObject({
      ok: true,
      value: { kind: 'piece', validFrom: ISSUED_AT, subject: { code: CODE, edition: { number: 1, size: 1 } } },
    })
    expect(read.ok && read.value).not.toHaveProperty('validUntil')
  })

  test('is valid, and withdrawn after its withdrawal', async () => {
    const whole = await check('valid', [first])
    expect(whole.verdict).toBe('valid')
    expect(whole.certificate).toMatchObject({ kind: 'piece', subject: makePiece(), logIndex: 4 })
    expect((await check('revoked', [first, last])).verdict).toBe('revoked')
  })

  test('is built, signed and entered into the log to the same bytes today', async () => {
    expect(canonicalize(await sign())).toBe(credential)
    const built = buildCredential(ORIGIN, { kind: 'piece', subject: makePiece() }, ISSUED_AT, SLOT)
    expect(canonicalize(await signDocument(built))).toBe(credential)
    const read = parseCredential(credential)
    expect(read.ok && formatIssued(read.value)).toBe(issue)
    const leaf = readLeaf(issue)
    const act = { type: 'revoked', prev: 4, reason: 'returned', ts: '2026-11-22T10:00:00Z' } as const
    expect(leaf && formatAct(leaf, act)).toBe(withdrawal)
  })

  test.each([issue, withdrawal])('has the entry %s, which reads and writes back', (text) => {
    const bytes = new Uint8Array(Buffer.from(text))
    const leaf = parseLeaf(bytes)
    expect(leaf.ok && Buffer.from(formatLeaf(leaf.value)).toString()).toBe(text)
  })

  test('stands in three lines', () => {
    expect(lines).toHaveLength(4)
    expect(lines[3]).toBe('')
    expect(lines.slice(0, 3).every((line) => line.startsWith('{') && line.endsWith('}'))).toBe(true)
  })
})
