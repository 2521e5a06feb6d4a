/**
 * The key drill of docs/operations.md: every key of a registry is replaced, and the old ones turn out to have leaked.
 * What was certified, printed and seen before must stand exactly as far as the log says.
 */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePrivateKey } from '#core/certificate/keys.ts'
import { useVerdictWords } from '../../site/i18n/verdict.ts'
import { type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { decodeQr } from '../support/qr.ts'
import { issue, newKey, pieceRequest, plain, verify } from '../support/worker.ts'

interface Paper {
  code: string
  /** Its place in the log. */
  index: number
  tag: string
  card: string
}

const database = openFolder()
const place = openFolder()
let worker: BuiltWorker
let secrets: BuiltWorker['secrets']
const older: Paper[] = []
const newer: Paper[] = []
/** The first keys, by role. */
let old: Record<string, string>
/** The first index that the thief had the registry's key for. */
let from: number

beforeAll(async () => {
  worker = await openBuiltWorker({ persist: database.folder })
  ;({ secrets } = worker)
  for (let i = 0; i < 4; i++) older.push(await print())
})
afterAll(async () => {
  await worker.close()
  database.close()
  place.close()
})

/** Another Worker over the same database and at the same address, with earlier keys only where they are named. */
async function deploy(changes: Partial<BuiltWorker['secrets']>): Promise<void> {
  const { origin } = worker
  const { ASLI_LOG_KEY_EARLIER: _, ASLI_REGISTRY_KID_EARLIER: __, ...kept } = secrets
  await worker.close()
  secrets = { ...kept, ...changes }
  worker = await openBuiltWorker({ persist: database.folder, origin, secrets })
}

/** Issues a piece, and reads the two QR codes that its maker prints. */
async function print(): Promise<Paper> {
  const code = plain((await issue(worker)).code)
  const read = async (query: string) =>
    (await decodeQr(await (await worker.ask('GET', `/api/certificates/${code}/qr.svg${query}`)).text())).text
  const { report } = await verify(worker, code)
  const { logIndex } = report.certificate as { logIndex: number }
  return { code, index: logIndex, tag: await read(''), card: await read('?form=card') }
}

const asli = (...args: string[]) => runAsliAsync(place.env, ...args)
const file = (name: string) => join(place.folder, name)
const audit = (state: string) => asli('audit', worker.origin, '--state', file(state))
const manage = (...args: string[]) =>
  runAsliAsync({ ...place.env, ASLI_ORIGIN: worker.origin, ASLI_TOKEN: worker.admin }, 'key', ...args)
const verdictOf = async ({ code }: Paper) => (await verify(worker, code)).report.verdict
const checksOf = async ({ code }: Paper) => (await verify(worker, code)).report.checks
async function ask(...args: string[]) {
  const { stdout } = await asli('verify', ...args, '--json')
  return JSON.parse(stdout) as { verdict: string; checks: { name: string; status: string; reason?: string }[] }
}
const cardCheck = async (paper: Paper) => {
  const { verdict, checks } = await ask(paper.card)
  const card = checks.find(({ name }) => name === 'card')
  return [verdict, card?.status, card?.reason]
}
const kidsOf = async () =>
  (
    await worker.database.prepare(`SELECT leaf FROM event WHERE code = '' ORDER BY idx`).all<{ leaf: string }>()
  ).results.map(({ leaf }) => JSON.parse(leaf) as { role: string; kid: string; t: string })

describe('before anything happened', () => {
  test('labels and cards verify, and a monitor remembers the log', async () => {
    expect(await audit('followed.json')).toMatchObject({ status: 0, stderr: '' })
    copyFileSync(file('followed.json'), file('left-behind.json'))
    for (const paper of older) expect(await cardCheck(paper)).toEqual(['valid', 'valid', undefined])
    for (const { code } of older.slice(0, 2)) {
      const saved = await asli('verify', `${worker.origin}/v/${code}`, '--save', file(`${code}.json`))
      expect(saved.status).toBe(0)
    }
    old = Object.fromEntries((await kidsOf()).map(({ role, kid }) => [role, kid]))
  }, 60_000)
})

describe('once all three keys are replaced', () => {
  test('the registry says which line names the key before, and stands still without it', async () => {
    const { stdout } = await manage('list')
    const [, named] = /echo (\S{43}) \| npx wrangler secret put ASLI_REGISTRY_KID_EARLIER$/m.exec(stdout) ?? []
    expect(named).toBe(old.registry)
    const { ASLI_REGISTRY_KEY: kept } = secrets
    await deploy({ ASLI_REGISTRY_KEY: await makePrivateKey() })
    for (const paper of older) expect(await verdictOf(paper)).toBe('unavailable')
    const { status, stderr } = await manage('list')
    expect([status, stderr]).toEqual([1, expect.stringContaining('The registry cannot confirm its own keys')])
    expect(await kidsOf()).toHaveLength(3)
    await deploy({ ASLI_REGISTRY_KEY: kept })
    for (const paper of older) expect(await verdictOf(paper)).toBe('valid')
  }, 60_000)

  test('new certificates are signed and logged by the new ones, and the old stand as they did', async () => {
    await deploy({
      ASLI_REGISTRY_KEY: await makePrivateKey(),
      ASLI_REGISTRY_KID_EARLIER: old.registry ?? '',
      ASLI_LOG_KEY: await makePrivateKey(),
      ASLI_LOG_KEY_EARLIER: secrets.ASLI_LOG_KEY,
      ASLI_TAG_KEY: await makePrivateKey(),
    })
    for (let i = 0; i < 3; i++) newer.push(await print())
    for (const paper of [...older, ...newer]) expect(await verdictOf(paper)).toBe('valid')
    const [, added] = [older[0], (await kidsOf()).slice(3)]
    expect(added.map(({ role, t }) => [role, t])).toEqual([
      ['registry', 'key-added'],
      ['log', 'key-added'],
      ['tag', 'key-added'],
    ])
    expect(await checkLog(worker.database)).toEqual([])
  }, 60_000)

  test('a monitor that knew the old log key is led over, since both sign the checkpoint', async () => {
    const note = await (await worker.ask('GET', '/log/checkpoint')).text()
    expect(note.split('\n').filter((line) => line.startsWith('— '))).toHaveLength(2)
    expect(await audit('followed.json')).toMatchObject({ status: 0, stderr: '' })
    // And from there it needs the old one no more.
    await deploy({})
    expect(await audit('followed.json')).toMatchObject({ status: 0, stderr: '' })
    const { status, stderr } = await audit('left-behind.json')
    expect([status, stderr]).toEqual([1, expect.stringContaining('The log’s key is another')])
  }, 60_000)

  test('old labels and cards verify beside new ones', async () => {
    for (const paper of [...older, ...newer]) {
      expect(await cardCheck(paper)).toEqual(['valid', 'valid', undefined])
      const page = await fetch(paper.tag)
      expect([page.status, (await page.text()).includes('Genuine record, current')]).toEqual([200, true])
    }
  }, 60_000)

  test('what was saved before holds without the network, under the keys as they are listed now', async () => {
    writeFileSync(file('keys.json'), await (await worker.ask('GET', '/.well-known/asli.json')).text())
    for (const { code } of older.slice(0, 2)) {
      const found = await asli('verify', file(`${code}.json`), '--offline', '--keys', file('keys.json'))
      expect([code, found.status, found.stderr]).toEqual([code, 0, ''])
    }
  }, 60_000)

  test('the old ones are retired by one command, and nothing changes of what they signed', async () => {
    const { status, stdout } = await manage('rotate')
    expect([status, stdout.match(/^Retired: /gm)?.length]).toEqual([0, 3])
    expect(stdout).toContain('npx wrangler secret delete ASLI_REGISTRY_KID_EARLIER')
    for (const paper of [...older, ...newer]) {
      expect(await verdictOf(paper)).toBe('valid')
      expect(await cardCheck(paper)).toEqual(['valid', 'valid', undefined])
    }
    expect(await audit('followed.json')).toMatchObject({ status: 0, stderr: '' })
  }, 60_000)
})

describe('once the old keys turn out to have leaked', () => {
  test('the registry’s counts up to the entry that is named, and from there on no more', async () => {
    from = older[2]?.index ?? -1
    const { status, stdout } = await manage('compromised', old.registry ?? '', '--from', String(from))
    expect([status, stdout]).toEqual([0, expect.stringContaining(`from entry ${from} on`)])
    expect(older.map(({ index }) => index)).toEqual([from - 2, from - 1, from, from + 1])
    expect(await Promise.all(older.map(verdictOf))).toEqual(['valid', 'valid', 'altered', 'altered'])
    expect(await Promise.all(newer.map(verdictOf))).toEqual(['valid', 'valid', 'valid'])
    for (const paper of older.slice(2))
      expect(await checksOf(paper)).toContainEqual({ name: 'key', status: 'invalid', reason: 'key-compromised' })
  }, 60_000)

  test('the page of one that no longer counts says why, and shows none of its claims', async () => {
    for (const lang of ['en', 'id'] as const) {
      const page = await worker.ask('GET', `/${lang}/v/${older[2]?.code}`)
      const html = await page.text()
      const { headings } = useVerdictWords(lang)
      expect([page.status, html.includes(headings.exposed)]).toEqual([200, true])
      expect(html).not.toContain(headings.altered)
      expect(html).not.toMatch(/Manggur Uji|a drip/)
    }
  })

  test('a stranger with nothing but the new list, the log’s proof and the certificate says the same', async () => {
    const verdicts = await Promise.all(older.map(async ({ code }) => (await ask(`${worker.origin}/v/${code}`)).verdict))
    expect(verdicts).toEqual(['valid', 'valid', 'altered', 'altered'])
  }, 60_000)

  test('its holder can have it certified anew, since withdrawing still works', async () => {
    const [, , spoilt] = older
    const body = { reason: 'key-compromised' }
    const revoked = await worker.ask('POST', `/api/certificates/${spoilt?.code}/revoke`, {
      token: worker.curator,
      body,
    })
    // Nothing is added to a record that contradicts itself; this one does not: its key is what ended.
    expect([revoked.status, await verdictOf(spoilt as Paper)]).toEqual([200, 'altered'])
    const again = await worker.ask('POST', '/api/certificates', {
      token: worker.maker,
      body: pieceRequest(),
      headers: { 'idempotency-key': newKey() },
    })
    expect(again.status).toBe(201)
  })

  test('the tags’ vouches for no card any more, and for nothing against one', async () => {
    const marked = await manage('compromised', old.tag ?? '', '--from', '0')
    expect(marked.status).toBe(0)
    expect(await cardCheck(older[0] as Paper)).toEqual(['valid', 'skipped', 'key-compromised'])
    expect(await cardCheck(newer[0] as Paper)).toEqual(['valid', 'valid', undefined])
    const page = await fetch(older[0]?.tag ?? '')
    expect((await page.text()).includes('Genuine record, current')).toBe(true)
  }, 60_000)

  test('the log’s leaves the log as whole as it was, for a monitor that went along', async () => {
    const size = Number((await (await worker.ask('GET', '/log/checkpoint')).text()).split('\n')[1])
    expect((await manage('compromised', old.log ?? '', '--from', String(size))).status).toBe(0)
    expect(await audit('followed.json')).toMatchObject({ status: 0, stderr: '' })
    expect(await checkLog(worker.database)).toEqual([])
    expect(await verdictOf(older[0] as Paper)).toBe('valid')
  }, 60_000)
})
