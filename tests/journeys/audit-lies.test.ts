/** `asli audit` against a registry that says one thing in its log, and another in what its readers go by. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '#core/canonical-json.ts'
import { formatMultikey, importSigner, makePrivateKey } from '#core/certificate/keys.ts'
import { addProofs } from '#core/certificate/proof.ts'
import { encodeList } from '#core/certificate/status-list.ts'
import { formatVerifierKey } from '#core/log/note.ts'
import { type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { issue, plain } from '../support/worker.ts'

/** What the registry answers at a path instead, where this table says so. */
const wrapper = `import worker from './entry.mjs'
  export default { ...worker, fetch: async (request, env, context) => {
    const lie = await env.DB.prepare('SELECT status, body FROM lie WHERE path = ?').bind(new URL(request.url).pathname).first()
      .catch(() => null)
    return lie ? new Response(lie.body, { status: lie.status }) : worker.fetch(request, env, context)
  } }`

const place = openFolder()
let worker: BuiltWorker
let cids: string[]
beforeAll(async () => {
  worker = await openBuiltWorker({ wrapper })
  await worker.database.prepare('CREATE TABLE lie (path TEXT PRIMARY KEY, status INTEGER, body TEXT)').run()
  for (let i = 0; i < 4; i++) {
    const code = plain((await issue(worker)).code)
    const body = { reason: 'returned' }
    if (i === 1) await worker.ask('POST', `/api/certificates/${code}/revoke`, { token: worker.maker, body })
  }
  const { results } = await worker.database.prepare('SELECT cid FROM certificate').all<{ cid: string }>()
  cids = results.map(({ cid }) => cid)
})
afterAll(async () => {
  await worker.close()
  place.close()
})

const audit = () => runAsliAsync(place.env, 'audit', worker.origin)
const readText = async (path: string) => (await worker.ask('GET', path)).text()
const readJson = async (path: string) => JSON.parse(await readText(path)) as JsonObject

/** The audit's one line while the registry answers so at this path. */
async function hear(path: string, body: string, status = 200): Promise<string> {
  await worker.database.prepare('INSERT INTO lie VALUES (?, ?, ?)').bind(path, status, body).run()
  const found = await audit()
  await worker.database.prepare('DELETE FROM lie').run()
  expect([found.status, found.stdout]).toEqual([1, ''])
  expect(found.stderr.trim().split('\n')).toHaveLength(1)
  return found.stderr
}

test('an honest registry passes, before any lie and in between', async () => {
  expect(await audit()).toMatchObject({ status: 0, stderr: '' })
})

describe('the list of keys', () => {
  const PATH = '/.well-known/asli.json'
  interface List extends JsonObject {
    keys: JsonObject[]
  }
  const change = (at: number, changes: JsonObject) => (list: List) => ({
    ...list,
    keys: list.keys.map((key, index) => (index === at ? { ...key, ...changes } : key)),
  })
  const lies: [string, (list: List) => JsonObject][] = [
    ['lacks a key', (list) => ({ ...list, keys: list.keys.slice(0, 2) })],
    ['has a key twice', (list) => ({ ...list, keys: [...list.keys, ...list.keys.slice(0, 1)] })],
    ['lets a key begin later', change(0, { first: 4 })],
    ['lets a key end', change(0, { last: 4 })],
    ['says that a key is compromised', change(2, { compromisedFrom: 1 })],
    ['gives a tag key another number', change(2, { number: 2 })],
  ]
  test.each(lies)('that %s is not what the log says', async (_, lie) => {
    const list = (await readJson(PATH)) as List
    expect(await hear(PATH, JSON.stringify(lie(list)))).toContain(
      'The keys that the registry shows are not those that its log says.',
    )
  })

  test('that has a stranger’s key is not what the log says', async () => {
    const list = (await readJson(PATH)) as List
    const { kid, publicKey } = await importSigner(await makePrivateKey())
    const stranger = { role: 'registry', kid, publicKeyMultibase: formatMultikey(publicKey) }
    for (const keys of [
      [...list.keys, stranger],
      [stranger, ...list.keys.slice(1)],
    ])
      expect(await hear(PATH, JSON.stringify({ ...list, keys }))).toContain('are not those that its log says')
  })

  test('in another order is the same list', async () => {
    const list = (await readJson(PATH)) as List
    const body = JSON.stringify({ keys: list.keys.toReversed(), origin: list.origin })
    await worker.database.prepare('INSERT INTO lie VALUES (?, 200, ?)').bind(PATH, body).run()
    expect(await audit()).toMatchObject({ status: 0, stderr: '' })
    await worker.database.prepare('DELETE FROM lie').run()
  })

  test('that is none, or does not answer, is no list', async () => {
    expect(await hear(PATH, '<html>')).toContain('is not JSON')
    expect(await hear(PATH, '{"origin":"x","keys":[]}')).toContain('is no list of keys')
    expect(await hear(PATH, '', 503)).toContain('answered 503')
  })

  test('whose log key is another than the one that the log is shown under is found', async () => {
    const { publicKey } = await importSigner(await makePrivateKey())
    const vkey = formatVerifierKey({ name: `${new URL(worker.origin).host}/log`, publicKey })
    expect(await hear('/log/vkey', `${vkey}\n`)).toContain(
      'The checkpoint is not signed by the log’s key (unknown-key)',
    )
  })
})

describe('a status list', () => {
  const PATH = '/status/revocation/0'

  /** The list with these changes, signed by the registry's key or another. */
  async function sign(changes: JsonObject, by = worker.secrets.ASLI_REGISTRY_KEY): Promise<string> {
    const { proof: _, ...list } = await readJson(PATH)
    const signer = await importSigner(by)
    const document = { ...list, ...changes }
    const options = {
      ids: ['urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f', 'urn:uuid:10111213-1415-4617-9819-1a1b1c1d1e1f'] as [
        string,
        string,
      ],
      created: String(document.validFrom),
      verificationMethod: `${document.issuer}#${signer.kid}`,
    }
    return JSON.stringify(await addProofs(document, signer, options))
  }
  const withBits = async (set: number[]) => {
    const { credentialSubject } = await readJson(PATH)
    return { credentialSubject: { ...(credentialSubject as JsonObject), encodedList: await encodeList(set) } }
  }

  test('signed anew as it was passes, so that every line below comes from the lie', async () => {
    await worker.database
      .prepare('INSERT INTO lie VALUES (?, 200, ?)')
      .bind(PATH, await sign({}))
      .run()
    expect(await audit()).toMatchObject({ status: 0, stderr: '' })
    await worker.database.prepare('DELETE FROM lie').run()
  })

  test('that hides a withdrawal is found, and the certificate named', async () => {
    const line = await hear(PATH, await sign(await withBits([])))
    expect(line).toMatch(/\/status\/revocation\/0 does not show what the log says of certificate \S+\.$/m)
    expect(cids.some((cid) => line.includes(cid))).toBe(true)
  })

  test('that shows one which never was is found, and the bit named', async () => {
    const honest = Number(
      (await worker.database.prepare(`SELECT slot FROM certificate WHERE status = 'revoked'`).first<number>('slot')) ??
        0,
    )
    const stray = (honest + 1) % 131_072
    expect(await hear(PATH, await sign(await withBits([honest, stray])))).toContain(
      `sets bit ${stray}, for which the log has no reason`,
    )
  })

  test('whose withdrawal stands in another list is found', async () => {
    const honest = await readText(PATH)
    expect(await hear('/status/suspension/0', honest)).toContain('is a status list of another address or registry')
  })

  const day = 86_400_000
  const instant = (ms: number) => `${new Date(Date.now() + ms).toISOString().slice(0, 19)}Z`
  test.each([
    ['is of the day before yesterday', () => ({ validFrom: instant(-2 * day), validUntil: instant(-day) })],
    ['is of tomorrow', () => ({ validFrom: instant(day), validUntil: instant(2 * day) })],
  ])('that %s says nothing', async (_, changes) => {
    expect(await hear(PATH, await sign(changes()))).toContain('is not of now: its period is another')
  })

  test('that another key signed is none: a stranger’s, the log’s, the tags’', async () => {
    for (const key of [await makePrivateKey(), worker.secrets.ASLI_LOG_KEY, worker.secrets.ASLI_TAG_KEY])
      expect(await hear(PATH, await sign({}, key))).toContain('is signed by no key of the registry that is in use')
  })

  test('of which one character was changed is not what was signed', async () => {
    const honest = await readText(PATH)
    expect(await hear(PATH, honest.replace(/"ttl":\d+/, '"ttl":1'))).toContain('is not what the registry’s key signed')
  })

  test('with one proof, more members or another form is none', async () => {
    const honest = await readJson(PATH)
    const forms = [
      { ...honest, proof: (honest.proof as JsonObject[])[0] ?? null },
      { ...honest, proof: (honest.proof as JsonObject[]).toReversed() },
      { ...honest, name: 'x' },
      { ...honest, credentialSubject: [honest.credentialSubject ?? null] },
    ]
    for (const form of forms) expect(await hear(PATH, JSON.stringify(form))).toContain('is no status list')
    const { credentialSubject } = await withBits([])
    for (const encodedList of ['u', 'uAAAA', (await encodeList([])).slice(1)]) {
      const signed = await sign({ credentialSubject: { ...credentialSubject, encodedList } })
      expect(await hear(PATH, signed)).toContain('is no status list')
    }
  })

  test('that is not there, or is no JSON, was not checked', async () => {
    expect(await hear(PATH, '', 404)).toContain('answered 404')
    expect(await hear(PATH, '<html>')).toContain('is not JSON')
  })

  test('that is escaped by keeping a place back is found: each certificate since the first key has one', async () => {
    const find = `SELECT cid FROM certificate WHERE status = 'revoked'`
    const withdrawn = (await worker.database.prepare(find).first<string>('cid')) ?? ''
    const { statusIndex, ...without } = await readJson(`/log/cid/${withdrawn}`)
    const answer = (told: JsonValue) => JSON.stringify({ ...without, statusIndex: told })
    expect(await hear(`/log/cid/${withdrawn}`, JSON.stringify(without))).toMatch(
      `Certificate ${withdrawn} of entry 4 is told without its place in the status lists`,
    )
    for (const told of [-1, 0.5, 131_072, Number.MAX_SAFE_INTEGER, null, `${statusIndex}`, [statusIndex ?? 0]])
      expect(await hear(`/log/cid/${withdrawn}`, answer(told))).toContain('that none of its time can have')
  })

  test('in which two certificates have one place is found, and both named', async () => {
    const [first = '', second = ''] = cids
    const { statusIndex } = await readJson(`/log/cid/${first}`)
    const body = JSON.stringify({ ...(await readJson(`/log/cid/${second}`)), statusIndex })
    const line = await hear(`/log/cid/${second}`, body)
    expect(line).toContain('have the same place in the status lists')
    for (const cid of [first, second]) expect(line).toContain(cid)
  })
})
