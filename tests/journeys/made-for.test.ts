/** A customer's name, from the maker's file to the customer's own link, and nowhere else. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Code } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { cidOf } from '#core/certificate/leaves.ts'
import { formatOwnerQr, parseOwnerFragment } from '#core/certificate/owner-link.ts'
import { openBrowser } from '../support/browser.ts'
import { type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { findCanaries, findInFiles, listFiles } from '../support/canary.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { decodeQrs, printDots } from '../support/qr.ts'
import { openRecorder, type Recorder } from '../support/recorder.ts'
import { issueSealed } from '../support/sealed.ts'
import { MAKER } from '../support/worker.ts'

/** Names that stand nowhere else in the world, and a reference of the maker's own. */
const YAML_NAME = 'Raden Ayu Kanariyaml Wiryodiharjo'
const CSV_NAMES = ['Kanaritabel Satu, Ibu', 'Kanaritabel Dua ꦏꦤꦫꦶ', 'Kanaritabel Satu, Ibu']
const API_NAME = 'Kanariapi Sastrowardoyo'
const REFERENCE = 'KANARI-REF-77'
const needles = ['Kanariyaml', 'Wiryodiharjo', 'Kanaritabel', 'ꦏꦤꦫꦶ', 'Kanariapi', 'Sastrowardoyo']

const place = openFolder()
const database = openFolder()
let worker: BuiltWorker
let recorder: Recorder
let browser: Browser
/** What was certified: by the YAML file, by each row of the table, by the API. */
let owners: { code: Code; owner: string; name: string }[]

beforeAll(async () => {
  worker = await openBuiltWorker({ persist: database.folder })
  recorder = await openRecorder(worker.origin)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await worker.close()
  recorder.close()
  place.close()
  database.close()
})

const asli = (...args: string[]) =>
  runAsliAsync({ ...place.env, ASLI_ORIGIN: recorder.origin, ASLI_TOKEN: worker.maker }, ...args)
const write = (name: string, text: string) => {
  const file = join(place.folder, name)
  writeFileSync(file, text)
  return file
}
const modeOf = (name: string) => statSync(join(place.folder, name)).mode & 0o777
const plain = (code: string) => code.replaceAll('-', '') as Code

const yaml = `kind: piece
product: batik-tulis-manggur-natural
design: { id: pesanan, name: Pesanan, exclusivity: exclusive }
madeOn: 2026-11-02
soldOn: 2026-11-14
madeFor: { mode: private, name: "${YAML_NAME}" }
customerRef: ${REFERENCE}
`
const row = (id: string, name: string) =>
  `batik-tulis-manggur-natural,${id},Seri,exclusive,2026-11-02,2026-11-14,"${name}",${name ? REFERENCE : ''}`
const csv = ['product,design.id,design.name,design.exclusivity,madeOn,soldOn,madeFor.name,customerRef']
  .concat([...CSV_NAMES, ''].map((name, at) => row(`seri-${at}`, name)))
  .join('\n')

describe('a customer’s name', () => {
  test('in a YAML file gives a link and a card for the customer alone, and a retry that heard nothing sends the same', async () => {
    const file = write('pesanan.yaml', yaml)
    recorder.loseAnswers(true)
    expect((await asli('issue', file)).status).toBe(1)
    recorder.loseAnswers(false)
    const slips = readFileSync(join(place.folder, 'pesanan.asli.json'), 'utf8')
    expect([modeOf('pesanan.asli.json'), slips]).toEqual([0o600, expect.stringMatching(/"ownerSecret": "[\w-]{22}"/)])

    const { status, stdout } = await asli('issue', file)
    expect([status, stdout]).toEqual([0, expect.stringMatching(/\n {2}The owner’s link, .*for the customer alone/)])
    const sent = recorder.requests.filter((request) => request.startsWith('POST /api/certificates\n'))
    expect(sent.length).toBe(2)
    expect(sent[0]?.split('\n\n')[1]).toBe(sent[1]?.split('\n\n')[1])
    expect(await worker.database.prepare('SELECT COUNT(*) AS n FROM certificate').first('n')).toBe(1)

    const owner = /^ {2}owner (\S+)$/m.exec(stdout)?.[1] ?? ''
    const code = plain(/Certified: (\S+)/.exec(stdout)?.[1] ?? '')
    expect(owner).toMatch(new RegExp(`^${worker.origin}/v/${code}#o=[0-9A-Z]{26}$`))
    expect((await asli('issue', file)).stdout).toContain(`  owner ${owner}\n`)
    owners = [{ code, owner, name: YAML_NAME }]
  })

  test('in a table gives each row a link of its own, two rows of one customer included', async () => {
    const { status, stdout } = await asli('issue', write('seri.csv', csv))
    expect([status, stdout]).toEqual([0, expect.stringMatching(/\n {2}owner 3 links, in the table’s column “owner”/)])
    const results = parse(readFileSync(join(place.folder, 'seri.asli.csv')), { bom: true, columns: true }) as Record<
      string,
      string
    >[]
    expect(modeOf('seri.asli.csv')).toBe(0o600)
    const links = results.map(({ owner }) => owner ?? '')
    expect([new Set(links).size, links[3], results[3]?.cards]).toEqual([4, '', ''])
    expect(new Set(results.slice(0, 3).map(({ cards }) => cards)).size).toBe(1)
    const again = await asli('issue', join(place.folder, 'seri.csv'))
    expect(again.stdout.split('\n')[0]).toBe('Certified: 0 of 4 rows; 4 were certified before.')
    owners.push(
      ...CSV_NAMES.map((name, at) => ({ code: plain(results[at]?.code ?? ''), owner: links[at] ?? '', name })),
    )
    owners.push(await issueSealed(worker, API_NAME, { customerRef: REFERENCE }))
  })

  test('is shown by each link, in a browser that sends no word of it, and by asli verify', async () => {
    const proxy = { server: recorder.origin, bypass: '<-loopback>' }
    const context = await browser.newContext({ proxy })
    const page = await context.newPage()
    for (const { owner, name } of owners) {
      await page.goto(owner)
      await page.locator('#made-for bdi').waitFor()
      expect(await page.locator('#made-for bdi').innerText()).toBe(name)
      const { status, stdout } = await asli('verify', owner)
      expect([status, stdout]).toEqual([0, expect.stringContaining(`\nMade for ${name}: `)])
    }
    await context.close()
  }, 120_000)

  test('is in the QR inside the card that the maker prints', async () => {
    const { stdout } = await asli('issue', join(place.folder, 'pesanan.yaml'))
    const card = /^ {2}card {2}(\S+)$/m.exec(stdout)?.[1] ?? ''
    const context = await browser.newContext({ viewport: { width: 1000, height: 1200 }, deviceScaleFactor: 3 })
    const page = await context.newPage()
    await page.goto(card)
    // As the customer holds it, with the card open.
    const upright = await sharp(await page.locator('.paper').screenshot())
      .rotate(180)
      .png()
      .toBuffer()
    const [link = ''] = await decodeQrs(await printDots(upright))
    const { code, owner, name } = owners[0] ?? { code: '' as Code, owner: '', name: '' }
    const secret = parseOwnerFragment(new URL(owner).hash) ?? new Uint8Array()
    expect(link).toBe(formatOwnerQr(worker.origin, { code, secret }))
    await page.goto(link)
    await page.locator('#made-for bdi').waitFor()
    expect(await page.locator('#made-for bdi').innerText()).toBe(name)
    await context.close()
  })
})

/** Everything that the registry says to whoever asks. */
async function readAnswers(): Promise<string[]> {
  const ask = async (path: string) => {
    const answered = await worker.ask('GET', path)
    return `${path} ${answered.status} ${JSON.stringify([...answered.headers])} ${await answered.text()}`
  }
  const codes = owners.map(({ code }) => code)
  const perCode = await Promise.all(
    codes.flatMap((code) =>
      [
        ...[`/en/v/${code}`, `/id/v/${code}`, `/V/${code}`, `/api/verify/${code}`, `/api/certificates/${code}`],
        ...[
          `/api/certificates/${code}?proof=jcs`,
          `/api/certificates/${code}/proof`,
          `/api/certificates/${code}/sealed`,
        ],
        ...[`/api/certificates/${code}/qr.svg`, `/api/certificates/${code}/qr.svg?form=card`],
        ...[`/print/tags?codes=${code}`, `/print/cards?codes=${code}&paper=fold`, `/id/print/cards?codes=${code}`],
      ].map(ask),
    ),
  )
  const cids = codes.map(async (code) => {
    const credential = parseCredential(await (await worker.ask('GET', `/api/certificates/${code}`)).text())
    return credential.ok ? ask(`/log/cid/${cidOf(credential.value)}`) : credential.error
  })
  const size = Number((await (await worker.ask('GET', '/log/checkpoint')).text()).split('\n')[1])
  const more = [
    ...[`/designs/${MAKER}/pesanan/`, `/id/designs/${MAKER}/seri-0/`, `/makers/${MAKER}/`, `/makers/${MAKER}/did.json`],
    ...['/log/checkpoint', `/log/tile/entries/000.p/${size}`, `/log/tile/0/000.p/${size}`, '/.well-known/asli.json'],
    ...['/status/revocation/0', '/status/suspension/0', '/status/refresh/0', '/api/openapi.json'],
  ]
  return [...perCode, ...(await Promise.all([...cids, ...more.map(ask)]))]
}

describe('the name is nowhere else', () => {
  test('in no answer of the registry, and the maker’s own reference in none either', async () => {
    const answers = await readAnswers()
    expect(answers.length).toBeGreaterThan(70)
    expect(answers.filter((answer) => / (4|5)\d\d \[/.test(answer.slice(0, 120)))).toEqual([])
    expect(answers.filter((answer) => findCanaries(answer, [...needles, REFERENCE]).length > 0)).toEqual([])
    // The search would find what is there.
    expect(answers.some((answer) => findCanaries(answer, ['Pesanan']).length > 0)).toBe(true)
  }, 120_000)

  test('in no byte of the database’s files, nor any owner secret', async () => {
    const files = listFiles(database.folder)
    const secrets = owners.map(({ owner }) => new URL(owner).hash.slice(3))
    expect(files.some((file) => file.endsWith('.sqlite'))).toBe(true)
    expect(findInFiles(files, [...needles, ...secrets])).toEqual([])
    for (const secret of secrets.map((symbols) => Buffer.from(parseOwnerFragment(`#o=${symbols}`) ?? []))) {
      const forms = [secret, secret.toString('hex'), secret.toString('base64url')]
      expect(files.filter((file) => forms.some((form) => readFileSync(file).includes(form)))).toEqual([])
    }
    expect(findInFiles(files, [REFERENCE])).not.toEqual([])
  })

  test('in no request of command line or browser, in no header of theirs, and in no line that the Worker wrote', () => {
    const secrets = owners.map(({ owner }) => new URL(owner).hash.slice(3))
    const ofBrowser = recorder.requests.filter((request) => request.startsWith(`GET ${worker.origin}/`))
    expect(ofBrowser.filter((request) => /^GET \S+\/sealed\n/.test(request))).toHaveLength(owners.length)
    expect(recorder.requests.length).toBeGreaterThan(ofBrowser.length + 15)
    const told = recorder.requests.filter((request) => findCanaries(request, [...needles, ...secrets]).length > 0)
    expect(told).toEqual([])
    expect(recorder.requests.filter((request) => /\nreferer\n/i.test(request))).toEqual([])
    expect(findCanaries(worker.logs().join('\n'), [...needles, ...secrets, REFERENCE])).toEqual([])
  })

  test('in no file that the command line wrote, and in no name of one', () => {
    const own = ['pesanan.yaml', 'seri.csv'].map((name) => join(place.folder, name))
    const written = listFiles(place.folder).filter((file) => !own.includes(file))
    expect(written.length).toBeGreaterThan(6)
    expect(findInFiles(written, needles)).toEqual([])
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})

describe('asli erase', () => {
  test('deletes the sealed text and the reference, and everything still verifies', async () => {
    const { code, owner, name } = owners[0] ?? { code: '', owner: '', name: '' }
    const { sealed } = (await (await worker.ask('GET', `/api/certificates/${code}/sealed`)).json()) as {
      sealed: string
    }
    const dump = async () => JSON.stringify(await dumpDatabase())
    expect(await dump()).toContain(sealed)

    const erased = await asli('erase', code)
    expect([erased.status, erased.stdout]).toEqual([
      0,
      expect.stringMatching(/^Erased: \w{4}-\w{4}-\w{4}, .*\n.*Delete it/),
    ])
    for (const one of owners.slice(1)) await asli('erase', one.code)
    const after = await dump()
    expect([after.includes(sealed), after.includes(REFERENCE)]).toEqual([false, false])

    const verified = await asli('verify', code, '--origin', worker.origin)
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('Genuine and current')])
    const opened = await asli('verify', owner)
    expect([opened.status, opened.stdout]).toEqual([0, expect.stringMatching(/was erased on \d{4}-\d\d-\d\d: no link/)])
    expect(opened.stdout).not.toContain(name)
    const audited = await asli('audit', worker.origin)
    expect([audited.status, audited.stderr]).toEqual([0, ''])
    const page = await (await browser.newContext()).newPage()
    await page.goto(owner.replace('/v/', '/en/v/'))
    await page.getByText(/The sealed name was erased on/).waitFor()
    expect(await page.innerText('h1')).toBe('Genuine record, current')
    await page.context().close()
  }, 120_000)
})

async function dumpDatabase(): Promise<unknown[]> {
  const { results } = await worker.database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`)
    .all<{ name: string }>()
  return Promise.all(results.map(({ name }) => worker.database.prepare(`SELECT * FROM "${name}"`).all()))
}
