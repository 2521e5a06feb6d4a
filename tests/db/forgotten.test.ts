/** Migration 0004, over a database whose hashes of what was asked have the customer's reference in them. */
import { sha256 } from '@noble/hashes/sha2.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeBase64url, utf8 } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { type Code, readCode } from '#core/certificate/code.ts'
import type { PieceRequest } from '#core/certificate/piece-request.ts'
import { actOnCertificate } from '../../functions/actions/act.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import type { Services } from '../../functions/actions/services.ts'
import { checkLog } from '../support/check-log.ts'
import { openTestD1, readMigrations } from '../support/d1.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'

const caller = { role: 'maker', maker: MAKER } as const
const names = ['current', 'erased', 'old'] as const
type Name = (typeof names)[number]
let d1: Awaited<ReturnType<typeof openTestD1>>
let services: Services
const codes = {} as Record<Name, Code>

const keyOf = (name: Name) => `key-${name}-0123456789`
const requestFor = (name: Name): PieceRequest => requestOf(`design-${name}`, { customerRef: 'C-0012' })
/** As the version before wrote it. */
const firstForm = (request: PieceRequest) =>
  encodeBase64url(sha256(utf8(canonicalize(JSON.parse(JSON.stringify(request)) as JsonObject))))
const run = (sql: string, ...values: unknown[]) =>
  d1.database
    .prepare(sql)
    .bind(...values)
    .run()
const hashOf = (name: Name) =>
  d1.database
    .prepare('SELECT request_hash AS hash FROM certificate WHERE code = ?')
    .bind(codes[name])
    .first<string>('hash')
const retry = (name: Name) => issueCertificate(requestFor(name), keyOf(name), caller, services)

beforeAll(async () => {
  const isBefore = (name: string) => name < '0004'
  d1 = await openTestD1(isBefore)
  services = await makeServices(d1.database)
  for (const name of names) {
    const issued = await retry(name)
    const reading = readCode(issued.ok ? issued.value.code : '')
    if (reading.kind === 'code') codes[name] = reading.code
    await run('UPDATE certificate SET request_hash = ? WHERE code = ?', firstForm(requestFor(name)), codes[name])
  }
  await actOnCertificate(codes.erased, { act: 'erase' }, caller, services)
  // The version before left the hash where it was.
  await run('UPDATE certificate SET request_hash = ? WHERE code = ?', firstForm(requestFor('erased')), codes.erased)
  await run('UPDATE certificate SET idempotency_key = NULL WHERE code = ?', codes.old)
  for (const statement of readMigrations((name) => !isBefore(name))) await d1.database.prepare(statement).run()
})
afterAll(() => d1.close())

describe('a database of the version before', () => {
  test('forgets what was asked where it was erased, or where its key is forgotten, and nowhere else', async () => {
    expect(await Promise.all(names.map(hashOf))).toEqual([firstForm(requestFor('current')), '', ''])
  })

  test('answers a retry of before with the first certificate, and refuses another order', async () => {
    expect(await retry('current')).toMatchObject({ ok: true })
    const other = { ...requestFor('current'), customerRef: 'C-0013' }
    const refused = { ok: false, error: { slug: 'idempotency-key-reused' } }
    expect(await issueCertificate(other, keyOf('current'), caller, services)).toMatchObject(refused)
    expect(await retry('erased')).toMatchObject({ ...refused, error: { detail: expect.stringContaining('is erased') } })
  })

  test('erases the hash with the reference, which it has in it', async () => {
    await actOnCertificate(codes.current, { act: 'erase' }, caller, services)
    expect(await hashOf('current')).toBe('')
    expect(await checkLog(d1.database)).toEqual([])
  })
})
