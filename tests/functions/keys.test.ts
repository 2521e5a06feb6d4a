/** /api/keys over HTTP, in a registry whose three keys were replaced. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSigner, makePrivateKey } from '#core/certificate/keys.ts'
import { type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { openFolder } from '../support/local.ts'
import { issue, newKey, pieceRequest, plain, verify } from '../support/worker.ts'

interface Listed {
  role: string
  kid?: string
  number?: number
  vkey?: string
  first?: number
  last?: number
  compromisedFrom?: number
}

const place = openFolder()
let worker: BuiltWorker
/** Issued under the first registry key, at the index 3. */
let early: string
/** The kids of the first keys, and of those that sign now. */
let old: Record<string, string>
let own: Record<string, string>

beforeAll(async () => {
  const first = await openBuiltWorker({ persist: place.folder })
  early = plain((await issue(first)).code)
  const { origin, secrets } = first
  await first.close()
  const keys = {
    ASLI_REGISTRY_KID_EARLIER: (await importSigner(secrets.ASLI_REGISTRY_KEY)).kid,
    ASLI_REGISTRY_KEY: await makePrivateKey(),
    ASLI_LOG_KEY: await makePrivateKey(),
    ASLI_TAG_KEY: await makePrivateKey(),
  }
  worker = await openBuiltWorker({ persist: place.folder, origin, secrets: { ...secrets, ...keys } })
  await issue(worker)
  const events = await readEntries()
  const added = events.map(({ leaf }) => JSON.parse(leaf) as { role: string; kid: string })
  const byRole = (entries: typeof added) => Object.fromEntries(entries.map(({ role, kid }) => [role, kid]))
  old = byRole(added.slice(0, 3))
  own = byRole(added.slice(3))
}, 60_000)
afterAll(async () => {
  await worker.close()
  place.close()
})

const readEntries = async () =>
  (
    await worker.database
      .prepare(`SELECT idx, leaf FROM event WHERE code = '' ORDER BY idx`)
      .all<{ idx: number; leaf: string }>()
  ).results
const readList = async () =>
  ((await (await worker.ask('GET', '/.well-known/asli.json')).json()) as { keys: Listed[] }).keys
const readDid = async () =>
  (await (await worker.ask('GET', '/.well-known/did.json')).json()) as {
    id: string
    verificationMethod: { id: string; revoked?: string }[]
    assertionMethod: string[]
  }
const sizeOf = async () => Number((await (await worker.ask('GET', '/log/checkpoint')).text()).split('\n')[1])
const retire = (kid = '', token: string | null = worker.admin) =>
  worker.ask('POST', `/api/keys/${kid}/retire`, { token })
const compromise = (kid = '', body: unknown = { from: 0 }, token: string | null = worker.admin) =>
  worker.ask('POST', `/api/keys/${kid}/compromise`, { token, body })
async function refusalOf(answered: Response): Promise<unknown[]> {
  const body = (await answered.json()) as { type?: string; errors?: { pointer: string }[] }
  const pointers = body.errors?.map(({ pointer }) => pointer) ?? []
  return [answered.status, body.type?.split('/').at(-1), ...pointers]
}

describe('a replaced key', () => {
  test('stands in the list with the entry from which its successor counts, and the successor beside it', async () => {
    expect((await readList()).map(({ role, number, first, last }) => [role, number, first, last])).toEqual([
      ['registry', undefined, undefined, undefined],
      ['log', undefined, undefined, undefined],
      ['tag', 1, undefined, undefined],
      ['registry', undefined, 4, undefined],
      ['log', undefined, 5, undefined],
      ['tag', 2, 6, undefined],
    ])
  })

  test('stands in the DID document: what it signed still verifies', async () => {
    const { id, assertionMethod } = await readDid()
    expect(assertionMethod).toEqual([`${id}#${old.registry}`, `${id}#${own.registry}`])
    expect((await verify(worker, early)).report.verdict).toBe('valid')
  })
})

describe('who manages keys', () => {
  const acts: [string, (token: string | null) => Promise<Response>][] = [
    ['retire', (token) => retire(old.log, token)],
    ['compromise', (token) => compromise(old.log, { from: 0 }, token)],
  ]
  test.each(acts)('%s: nobody but the administrator, and nothing is appended', async (_, act) => {
    const before = await readEntries()
    expect(await refusalOf(await act(null))).toEqual([401, 'token-missing'])
    expect(await refusalOf(await act(worker.admin.slice(0, -1)))).toEqual([401, 'token-invalid'])
    expect(await refusalOf(await act(worker.maker))).toEqual([403, 'role-not-allowed'])
    expect(await refusalOf(await act(worker.curator))).toEqual([403, 'role-not-allowed'])
    expect(await readEntries()).toEqual(before)
  })

  test('by POST alone, at these two addresses', async () => {
    for (const act of ['retire', 'compromise']) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const refused = await worker.ask(method, `/api/keys/${old.log}/${act}`, { token: worker.admin })
        expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
      }
    }
    for (const path of ['/api/keys', `/api/keys/${old.log}`, `/api/keys/${old.log}/delete`, '/api/keys/x/y/retire'])
      expect((await worker.ask('POST', path, { token: worker.admin })).status).toBe(404)
  })
})

describe('retiring', () => {
  test('is refused of a key that this deployment signs with, in each role', async () => {
    for (const kid of Object.values(own)) expect(await refusalOf(await retire(kid))).toEqual([409, 'key-in-use'])
  })

  test('is refused of a key that never was', async () => {
    for (const kid of ['A'.repeat(43), 'x', '%20', 'A'.repeat(5000)])
      expect(await refusalOf(await retire(kid))).toEqual([404, 'key-not-found'])
  })

  test('appends an entry, is in the list at once, and answers the same each time', async () => {
    const last = await sizeOf()
    const answered = await retire(old.log)
    const answer = await answered.json()
    expect([answered.status, answer]).toEqual([
      200,
      { role: 'log', kid: old.log, first: 0, last, compromisedFrom: null },
    ])
    expect(answered.headers.get('cache-control')).toBe('no-store')
    expect(await (await retire(old.log)).json()).toEqual(answer)
    expect(JSON.parse((await readEntries()).at(-1)?.leaf ?? '')).toMatchObject({ t: 'key-retired', role: 'log' })
    expect(await sizeOf()).toBe(last + 1)
    expect((await readList())[1]).toMatchObject({ role: 'log', last })
    expect(await checkLog(worker.database)).toEqual([])
  })

  test('of ten who ask at once appends one entry', async () => {
    const before = await readEntries()
    const texts = await Promise.all(Array.from({ length: 10 }, async () => (await retire(old.tag)).text()))
    expect([...new Set(texts)]).toEqual([texts[0]])
    expect(await readEntries()).toHaveLength(before.length + 1)
  })
})

describe('marking as compromised', () => {
  test.each<[unknown, unknown[]]>([
    [{}, [422, 'invalid-request', '/from']],
    [{ from: -1 }, [422, 'invalid-request', '/from']],
    [{ from: 1.5 }, [422, 'invalid-request', '/from']],
    [{ from: '3' }, [422, 'invalid-request', '/from']],
    [{ from: null }, [422, 'invalid-request', '/from']],
    [{ from: 1e9 }, [422, 'invalid-request', '/from']],
    [{ from: 3, reason: 'x' }, [422, 'invalid-request', '/reason']],
    [[], [422, 'invalid-request', '']],
    ['{', [400, 'malformed-json']],
    [`{"from":3${' '.repeat(20_000)}}`, [413, 'body-too-large']],
  ])('is refused with the body %j', async (body, refusal) => {
    const before = await readEntries()
    expect(await refusalOf(await compromise(old.log, body))).toEqual(refusal)
    expect(await readEntries()).toEqual(before)
  })

  test('is refused in another media type, and of a key that never was', async () => {
    const headers = { 'content-type': 'text/plain' }
    const asked = { token: worker.admin, body: '{"from":3}', headers }
    expect(await refusalOf(await worker.ask('POST', `/api/keys/${old.log}/compromise`, asked))).toEqual([
      ...[415, 'unsupported-media-type'],
    ])
    expect(await refusalOf(await compromise('A'.repeat(43)))).toEqual([404, 'key-not-found'])
  })

  test('is said from the next entry on at the latest', async () => {
    const size = await sizeOf()
    expect(await refusalOf(await compromise(old.log, { from: size + 1 }))).toEqual([422, 'invalid-request', '/from'])
    expect(await sizeOf()).toBe(size)
  })

  test('is said once: again the same, and from elsewhere on it is refused, as is retiring', async () => {
    const answered = await compromise(old.log, { from: 5 })
    const answer = await answered.json()
    expect([answered.status, answer]).toMatchObject([200, { role: 'log', kid: old.log, compromisedFrom: 5 }])
    expect(await (await compromise(old.log, { from: 5 })).json()).toEqual(answer)
    for (const from of [0, 4, 6])
      expect(await refusalOf(await compromise(old.log, { from }))).toEqual([409, 'key-ended'])
    expect((await readList())[1]).toMatchObject({ role: 'log', compromisedFrom: 5 })
    // It was retired before, which stays the answer of retiring.
    expect(await (await retire(old.log)).json()).toEqual(answer)
  })

  test('of the registry’s earlier key leaves it in the DID document with the day, and vouching for nothing', async () => {
    expect((await compromise(old.registry, { from: 4 })).status).toBe(200)
    const { id, verificationMethod, assertionMethod } = await readDid()
    expect(verificationMethod.map(({ id: method, revoked }) => [method, typeof revoked])).toEqual([
      [`${id}#${old.registry}`, 'string'],
      [`${id}#${own.registry}`, 'undefined'],
    ])
    expect(assertionMethod).toEqual([`${id}#${own.registry}`])
    expect((await verify(worker, early)).report.verdict).toBe('valid')
    expect(await refusalOf(await retire(old.registry))).toEqual([409, 'key-ended'])
    expect(await checkLog(worker.database)).toEqual([])
  })

  // The last of all: nothing can be issued after it.
  test('of the key that signs now stops issuing, replacing and batches at once, and nothing else', async () => {
    const request = pieceRequest()
    const later = plain((await issue(worker, request)).code)
    const from = await sizeOf()
    expect((await compromise(own.registry, { from })).status).toBe(200)
    const send = (path: string, body: unknown) =>
      worker.ask('POST', path, { token: worker.maker, body, headers: { 'idempotency-key': newKey() } })
    const rows = [{ idempotencyKey: newKey(), certificate: pieceRequest() }]
    const before = await worker.database.prepare('SELECT COUNT(*) AS n FROM certificate').first('n')
    for (const answered of [
      await send('/api/certificates', pieceRequest()),
      await send('/api/certificates/batch', { rows }),
      await send(`/api/certificates/${later}/supersede`, { reason: 'data-error', certificate: request }),
    ])
      expect(await refusalOf(answered)).toEqual([503, 'signing-key-ended'])
    expect(await worker.database.prepare('SELECT COUNT(*) AS n FROM certificate').first('n')).toBe(before)
    expect((await verify(worker, later)).report.verdict).toBe('valid')
    const body = { reason: 'key-compromised' }
    const revoked = await worker.ask('POST', `/api/certificates/${later}/revoke`, { token: worker.maker, body })
    expect(revoked.status).toBe(200)
    expect((await verify(worker, later)).report.verdict).toBe('revoked')
    expect(await checkLog(worker.database)).toEqual([])
  })
})
