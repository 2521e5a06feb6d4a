/** What `npm run db:generate` compares: the schema with its last snapshot. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

describe('the migrations', () => {
  const copy = mkdtempSync(join(tmpdir(), 'asli-migrations-'))
  afterAll(() => rmSync(copy, { recursive: true, force: true }))
  cpSync('db/migrations', copy, { recursive: true })

  test('say all that the schema says: there is nothing to generate', () => {
    // The tool takes no absolute folder.
    const args = ['generate', '--dialect', 'sqlite', '--schema', './db/schema.ts', '--out', relative('.', copy)]
    const { stdout, stderr } = spawnSync('node_modules/.bin/drizzle-kit', args, { encoding: 'utf8' })
    expect([stdout, stderr]).toEqual([expect.stringContaining('No schema changes'), expect.anything()])
  })

  test('are all in the journal, in order', () => {
    const { entries } = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
      entries: { idx: number; tag: string }[]
    }
    const files = readdirSync('db/migrations').filter((name) => name.endsWith('.sql'))
    expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort())
    expect(entries.map(({ idx }) => idx)).toEqual(files.map((_, at) => at))
  })
})
