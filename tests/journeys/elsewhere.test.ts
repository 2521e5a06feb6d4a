/** A certificate checked without our code: the very program of README, with another house's packages. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { type Lie, openStranger, readBlocks } from '../support/elsewhere.ts'
import { lastingWrapper as wrapper } from '../support/lasting.ts'
import { issue, MAKER, newKey, pieceRequest, plain, type TestWorker, verify } from '../support/worker.ts'

let worker: TestWorker
let stranger: ReturnType<typeof openStranger>
let valid: string
let other: string
beforeAll(async () => {
  worker = await openBuiltWorker({ wrapper })
  stranger = openStranger()
  valid = plain((await issue(worker)).code)
  other = plain((await issue(worker)).code)
})
afterAll(async () => {
  stranger.close()
  await worker.close()
})

const check = (code: string, lie?: Lie) => stranger.run(`${worker.origin}/v/${code}`, lie)
const act = (code: string, name: string, reason?: string) =>
  worker.ask('POST', `/api/certificates/${code}/${name}`, { token: worker.maker, body: reason ? { reason } : {} })

describe('the program', () => {
  const { program, commands } = readBlocks()

  test('is the same in README, in the source and on both pages, letter for letter', async () => {
    const source = (name: string) => readFileSync(`site/how-it-works/${name}`, 'utf8')
    expect([program, commands]).toEqual([source('check.mjs'), source('check.sh')])
    for (const path of ['/how-it-works/', '/id/how-it-works/']) {
      const html = await (await worker.ask('GET', path)).text()
      const blocks = [...html.matchAll(/<pre[^>]*><code[^>]*>([\s\S]*?)<\/code><\/pre>/g)].map(([, text = '']) =>
        text
          .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      )
      expect(blocks).toContain(program.trim())
      expect(blocks).toContain(commands.trim())
    }
  })

  test('needs the packages that it tells to install, in the versions that are tested here, and none of ours', () => {
    const told = [...commands.matchAll(/(@[\w/-]+)@(\d+)/g)].map(([, name, major]) => `${name} ${major}`)
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>
    }
    const imported = [...program.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name)
    const packages = imported.filter((name) => !name.startsWith('node:'))
    const tested = packages.map((name) => `${name} ${devDependencies[name]?.split('.')[0]}`)
    expect(told.toSorted()).toEqual(tested.toSorted())
    expect(commands.trimEnd().split('\n').at(-1)).toBe('node check.mjs https://HOST/v/CODE')
    expect(program.split('\n').length).toBeLessThanOrEqual(66)
  })
})

describe('a certificate', () => {
  test('that is current ends with 0 and one line, however its label is written', async () => {
    const hyphens = valid.replace(/(.{4})(.{4})/, '$1-$2-').toLowerCase()
    for (const path of [`/v/${valid}`, `/V/${valid}`, `/id/v/${hyphens}`, `/v/${valid}#o=0000`]) {
      const { status, stdout, stderr } = await stranger.run(worker.origin + path)
      expect([path, status, stderr]).toEqual([path, 0, ''])
      expect(stdout).toMatch(
        new RegExp(`^${valid} genuine and current: issued by did:web:\\S+:makers:${MAKER} on \\S+Z\n$`),
      )
    }
  })

  test('of a curation is the registry’s own, and checked the same way', async () => {
    const body = { kind: 'curation', product: 'batik-tulis-manggur-natural' }
    const headers = { 'idempotency-key': newKey() }
    const issued = await worker.ask('POST', '/api/certificates', { token: worker.curator, body, headers })
    const { code } = (await issued.json()) as { code: string }
    expect(await check(plain(code))).toMatchObject({ status: 0, stderr: '' })
  })

  test('that was withdrawn, paused, reported or replaced ends with 1 and the list that says so', async () => {
    const acts = [
      ['revoke', 'returned', 'revocation'],
      ['suspend', 'data-error', 'suspension'],
      ['report', 'lost-or-stolen', 'suspension'],
    ] as const
    for (const [name, reason, list] of acts) {
      const code = plain((await issue(worker)).code)
      await act(code, name, reason)
      expect(await check(code)).toEqual({ status: 1, stdout: '', stderr: `${code} refused: not current: ${list}\n` })
    }
    const design = { design: { id: 'renewed', name: 'Renewed', exclusivity: 'exclusive' } }
    const old = plain((await issue(worker, design)).code)
    const body = { reason: 'data-error', certificate: pieceRequest({ ...design, soldOn: '2026-11-11' }) }
    const headers = { 'idempotency-key': newKey() }
    await worker.ask('POST', `/api/certificates/${old}/supersede`, { token: worker.maker, body, headers })
    expect(await check(old)).toMatchObject({ status: 1, stderr: `${old} refused: not current: refresh\n` })
  })

  test('whose pause was lifted is current again', async () => {
    const code = plain((await issue(worker)).code)
    await act(code, 'suspend', 'data-error')
    await act(code, 'resume')
    expect(await check(code)).toMatchObject({ status: 0 })
  })

  test('that was never issued ends with 1', async () => {
    expect(await check('000000000000')).toMatchObject({ status: 1, stdout: '' })
  })
})

const STRANGE_KEY = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
const strangeKey = `document.verificationMethod[0].publicKeyMultibase = '${STRANGE_KEY}'`
const replaced = (path: string) => `document = await read(new URL(${JSON.stringify(path)}, url))`

/** What a network or a host could do to a current certificate; each must be refused. */
const lies: [string, Lie, RegExp][] = [
  ['a changed claim', { at: '/api/', change: `document.credentialSubject.soldOn = '2026-11-09'` }, /Invalid signature/],
  ['a changed literal', { at: '/api/', change: `document.credentialSubject.design.name = 'X'` }, /Invalid signature/],
  ['a claim more', { at: '/api/', change: `document.credentialSubject.rare = 'very'` }, /./],
  [
    'an invented piece passed off as real',
    { at: '/api/', change: 'document.credentialSubject.demo = false' },
    /signature/,
  ],
  ['a changed instant', { at: '/api/', change: `document.validFrom = '2020-01-01T00:00:00Z'` }, /Invalid signature/],
  ['no status', { at: '/api/', change: 'delete document.credentialStatus' }, /Invalid signature/],
  ['no proof', { at: '/api/', change: 'delete document.proof' }, /./],
  ['the other proof alone', { at: '/api/', change: replaced('?proof=jcs') }, /./],
  ['an issuer elsewhere', { at: '/api/', change: `document.issuer = 'did:web:evil.example'` }, /another address/],
  ['a wrong key in the maker’s DID document', { at: '/makers/', change: strangeKey }, /Invalid signature/],
  ['no key in the maker’s DID document', { at: '/makers/', change: 'document.verificationMethod = []' }, /./],
  ['a key that does not assert', { at: '/makers/', change: 'document.assertionMethod = []' }, /not authorized/],
  ['a DID document of another name', { at: '/makers/', change: `document.id += '-2'` }, /must match/],
  ['a wrong key in the registry’s DID document', { at: '/.well-known/', change: strangeKey }, /Invalid signature/],
  ['a list that another signed', { at: '/status/', change: `document.issuer += ':makers:x'` }, /./],
  ['a list in another’s place', { at: '/status/revocation', change: replaced('/status/refresh/0') }, /another list/],
  ['a list that is not there', { at: '/status/suspension', change: 'document = null' }, /./],
  [
    'a list that has no such bit',
    { at: '/status/', change: `document.credentialSubject.encodedList = 'u' + gzipSync('').toString('base64url')` },
    /Invalid signature/,
  ],
]

describe('a network that lies', () => {
  test.each(lies)('is refused: %s', async (_, lie, said) => {
    const { status, stdout, stderr } = await check(valid, lie)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(new RegExp(`^${valid} refused: .*${said.source}`))
  })

  test('is refused: another certificate under the code of the label', async () => {
    const lie = { at: '/api/', change: replaced(`/api/certificates/${other}?proof=rdfc`) }
    expect(await check(valid, lie)).toMatchObject({ status: 1, stderr: expect.stringContaining('another address') })
  })

  test('is refused: a list without the bit of a withdrawn certificate', async () => {
    const code = plain((await issue(worker)).code)
    await act(code, 'revoke', 'returned')
    const change = `document.credentialSubject.encodedList = 'u' + gzipSync(Buffer.alloc(16384)).toString('base64url')`
    expect(await check(code, { at: '/status/revocation', change })).toMatchObject({
      status: 1,
      stderr: `${code} refused: Invalid signature.\n`,
    })
  })

  test('is refused: a list of the day before yesterday', async () => {
    const change = `const { Date: Today } = globalThis
  globalThis.Date = class extends Today {
    constructor(...given) {
      super(...(given.length > 0 ? given : [Today.now() + 2 * 86_400_000]))
    }
  }`
    expect(await check(valid, { at: '/status/', change })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('validUntil'),
    })
  })
})

describe('a compromised key', () => {
  // The last of all: nothing can be issued after it.
  test('vouches for nothing there, and here for what came before', async () => {
    const { keys } = (await (await worker.ask('GET', '/.well-known/asli.json')).json()) as { keys: { kid?: string }[] }
    const [, size = ''] = (await (await worker.ask('GET', '/log/checkpoint')).text()).split('\n')
    const body = { from: Number(size) }
    const marked = await worker.ask('POST', `/api/keys/${keys[0]?.kid}/compromise`, { token: worker.admin, body })
    expect(marked.status).toBe(200)
    expect(await check(valid)).toMatchObject({ status: 1, stderr: expect.stringContaining('not authorized') })
    expect((await verify(worker, valid)).report.verdict).toBe('valid')
  })
})
