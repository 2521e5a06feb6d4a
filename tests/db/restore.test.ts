/** What docs/operations.md tells to do after a restore: the SQL that stands there is run. */
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { type Code, readCode } from '#core/certificate/code.ts'
import { actOnCertificate } from '../../functions/actions/act.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { openTestD1 } from '../support/d1.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'

const open: { close(): Promise<unknown> }[] = []
afterAll(() => Promise.all(open.map((one) => one.close())))

async function openDatabase(): Promise<D1Database> {
  const d1 = await openTestD1()
  open.push(d1)
  return d1.database
}

/** The database as it was at some moment, as far as what is kept of customers goes. */
async function copy(from: D1Database): Promise<D1Database> {
  const to = await openDatabase()
  for (const table of ['design', 'certificate']) {
    const { results } = await from.prepare(`SELECT * FROM ${table}`).all<Record<string, unknown>>()
    for (const row of results) {
      const names = Object.keys(row)
      const insert = `INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`
      await to
        .prepare(insert)
        .bind(...Object.values(row))
        .run()
    }
  }
  return to
}

const runbook = readFileSync('docs/operations.md', 'utf8')
const readSql = (pattern: RegExp) => pattern.exec(runbook)?.[1] ?? 'the runbook has no such SQL'
const FIND = readSql(/--command "(SELECT cid FROM event [^"]+)"/)
const ERASE = readSql(/```sql\n(UPDATE certificate [^\n]+)\n```/)

test('erases again what was erased since, and nothing else', async () => {
  const database = await openDatabase()
  const services = await makeServices(database)
  const caller = { role: 'maker', maker: MAKER } as const
  const codes: Code[] = []
  for (const customerRef of ['C-1', 'C-2', 'C-3']) {
    const request = requestOf(`of-${customerRef.toLowerCase()}`, { customerRef })
    const issued = await issueCertificate(request, `key-${customerRef}-0123456789`, caller, services)
    const reading = readCode(issued.ok ? issued.value.code : '')
    if (reading.kind === 'code') codes.push(reading.code)
  }
  const backup = await copy(database)
  for (const code of codes.slice(0, 2)) await actOnCertificate(code, { act: 'erase' }, caller, services)

  const { results } = await database.prepare(FIND).all<{ cid: string }>()
  expect(results).toHaveLength(2)
  const cids = results.map(({ cid }) => `'${cid}'`).join(', ')
  const { store } = await makeServices(backup, services)
  const readKept = () => Promise.all(codes.map(async (code) => (await store.findKept(code))?.customerRef))
  expect(await readKept()).toEqual(['C-1', 'C-2', 'C-3'])
  await backup.prepare(ERASE.replace("'CID', 'CID'", cids)).run()
  expect(await readKept()).toEqual([null, null, 'C-3'])
})
