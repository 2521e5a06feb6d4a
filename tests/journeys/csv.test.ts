/** A workshop's table: `asli issue FILE.csv` with bad rows, with good ones, and killed halfway. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { decodeQr } from '../support/qr.ts'
import type { TestWorker } from '../support/worker.ts'

const COUNT = process.env.ASLI_LONG ? 1000 : 100
const place = openFolder()
let worker: TestWorker
let env: NodeJS.ProcessEnv
beforeAll(async () => {
  worker = await openBuiltWorker()
  env = { ...place.env, ASLI_ORIGIN: worker.origin, ASLI_TOKEN: worker.maker }
})
afterAll(async () => {
  await worker.close()
  place.close()
})

const header = 'product,design.id,design.name,design.exclusivity,madeOn,soldOn,marks.1.where,marks.1.text'

/** A table of so many rows, each of a design of its own, of which some are spoiled. */
function writeTable(name: string, spoil: Record<number, (line: string) => string> = {}): string {
  const rows = Array.from({ length: COUNT }, (_, i) => {
    const row = `batik-tulis-manggur-natural,${name}-${i},Manggur ${i},exclusive,2026-11-02,2026-11-14,corner,mark ${i}`
    return spoil[i]?.(row) ?? row
  })
  const file = join(place.folder, `${name}.csv`)
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`)
  return file
}

const countCertificates = () => worker.database.prepare('SELECT COUNT(*) AS n FROM certificate').first<number>('n')
const readResults = (name: string) =>
  parse(readFileSync(join(place.folder, `${name}.asli.csv`)), { bom: true, columns: true }) as Record<string, string>[]

describe('asli issue FILE.csv', () => {
  test('with three bad rows issues nothing and names the three, with line and column', async () => {
    const file = writeTable('bad', {
      3: (row) => row.replace('2026-11-14', '14/11/2026'),
      40: (row) => row.replace('batik-tulis-manggur-natural', 'batik-tiru'),
      [COUNT - 1]: (row) => row.replace('exclusive', 'exclusief'),
    })
    const { status, stdout, stderr } = await runAsliAsync(env, 'issue', file)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.trim().split('\n')).toEqual([
      '3 rows do not pass, so nothing was issued.',
      `  ${file}:5 column “soldOn” must be a date that exists, as YYYY-MM-DD`,
      `  ${file}:42 column “product” is not in the catalogue`,
      `  ${file}:${COUNT + 1} column “design.exclusivity” must be “exclusive”, “limited” or “open”`,
    ])
    expect(await countCertificates()).toBe(0)
  }, 120_000)

  test('with two rows of one exclusive design asks the registry nothing', async () => {
    const file = writeTable('twice', {
      7: () => `batik-tulis-manggur-natural,twice-2,Manggur 2,exclusive,2026-11-02,2026-11-14,corner,x`,
    })
    const { stderr } = await runAsliAsync({ ...env, ASLI_ORIGIN: 'http://127.0.0.1:9' }, 'issue', file)
    expect(stderr).toContain(`${file}:9 column “design.id” is an exclusive design in line 4, too`)
  })

  test('checks alone where that is asked', async () => {
    const { status, stdout } = await runAsliAsync(env, 'issue', writeTable('good'), '--dry-run')
    expect([status, stdout]).toEqual([0, `${COUNT} rows: nothing to refuse; nothing was issued.\n`])
    expect(await countCertificates()).toBe(0)
  }, 120_000)

  test('certifies every row in one command, with a QR for each, and nothing twice', async () => {
    const file = writeTable('good')
    const first = await runAsliAsync(env, 'issue', file)
    expect([first.status, first.stdout.split('\n')[0]]).toEqual([0, `Certified: ${COUNT} of ${COUNT} rows.`])
    const results = readResults('good')
    expect(new Set(results.map(({ code }) => code)).size).toBe(COUNT)
    const { code = '', url, qr = '' } = results[11] ?? {}
    expect(results[11]).toMatchObject({ line: '13', 'design.id': 'good-11' })
    expect((await decodeQr(readFileSync(join(place.folder, qr), 'utf8'))).text.toLowerCase()).toBe(url?.toLowerCase())
    expect((await (await fetch(`${worker.origin}/api/verify/${code}`)).json()) as object).toMatchObject({
      certificate: { subject: { design: { id: 'good-11' } } },
    })
    const sheet = await fetch(results[11]?.print ?? '')
    expect([sheet.status, (await sheet.text()).includes(code)]).toEqual([200, true])
    const again = await runAsliAsync(env, 'issue', file)
    expect(again.stdout.split('\n')[0]).toBe(`Certified: 0 of ${COUNT} rows; ${COUNT} were certified before.`)
    expect(readResults('good')).toEqual(results)
    expect(await countCertificates()).toBe(COUNT)
  }, 300_000)

  test('killed halfway and run again, it ends with exactly as many', async () => {
    const file = writeTable('killed')
    const before = (await countCertificates()) ?? 0
    // Once as soon as the keys are written down, once while the registry has begun to certify, once at the QRs.
    const moments = [
      () => existsSync(join(place.folder, 'killed.asli.json')),
      async () => ((await countCertificates()) ?? 0) > before,
      () => existsSync(join(place.folder, 'killed.asli')) && readdirSync(join(place.folder, 'killed.asli')).length > 5,
    ]
    for (const reached of moments) {
      const child = spawn(process.execPath, ['functions/cli/main.ts', 'issue', file], { env, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('close', resolve))
      while (child.exitCode === null && !(await reached())) await new Promise((resolve) => setTimeout(resolve, 5))
      child.kill('SIGKILL')
      await ended
    }
    const { status } = await runAsliAsync(env, 'issue', file)
    expect(status).toBe(0)
    expect(await countCertificates()).toBe(before + COUNT)
    expect(new Set(readResults('killed').map(({ code }) => code)).size).toBe(COUNT)
    expect(readdirSync(join(place.folder, 'killed.asli'))).toHaveLength(COUNT)
    expect(await checkLog(worker.database)).toEqual([])
  }, 300_000)
})
