/** The did:web documents, as a resolver asks for them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '#core/canonical-json.ts'
import { importVerifier, parseMultikey } from '#core/certificate/keys.ts'
import { checkProof } from '#core/certificate/proof.ts'
import { LIST_LENGTH } from '#core/certificate/status-list.ts'
import { openD1Stores } from '../../db/store.ts'
import { newCertificate } from '../db/certificates.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, MAKER, newKey, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

interface Did {
  id: string
  verificationMethod: { id: string; type: string; controller: string; publicKeyMultibase: string }[]
  assertionMethod: string[]
}

/** did:web §2.5.2: the last part of the name is a path, and a port is percent-encoded. */
function resolve(did: string): string {
  const [, , host = '', ...path] = did.split(':')
  const folder = path.length > 0 ? path.map(decodeURIComponent).join('/') : '.well-known'
  return `http://${decodeURIComponent(host)}/${folder}/did.json`
}

const read = async (path: string) => (await (await worker.ask('GET', path)).json()) as Did

describe.each([
  ['the registry', '/.well-known/did.json', ''],
  ['a maker', `/makers/${MAKER}/did.json`, `:makers:${MAKER}`],
])('the DID document of %s', (_, path, suffix) => {
  test('is there for any origin, for five minutes, at the address that its name says', async () => {
    const answered = await worker.ask('GET', path)
    expect(answered.status).toBe(200)
    expect(answered.headers.get('content-type')).toBe('application/did+json')
    expect(answered.headers.get('cache-control')).toBe('public, max-age=300')
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    expect(answered.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const { id } = (await answered.json()) as Did
    expect(id).toBe(`did:web:${encodeURIComponent(new URL(worker.origin).host)}${suffix}`)
    expect(resolve(id)).toBe(`${worker.origin}${path}`)
  })

  test('names the registry’s key with itself as controller, and no key of another job', async () => {
    const { keys } = (await (await worker.ask('GET', '/.well-known/asli.json')).json()) as {
      keys: { role: string; kid: string; publicKeyMultibase: string }[]
    }
    const registry = keys.filter(({ role }) => role === 'registry')
    const { id, ...did } = await read(path)
    expect(did).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      verificationMethod: registry.map(({ kid, publicKeyMultibase }) => ({
        id: `${id}#${kid}`,
        type: 'Multikey',
        controller: id,
        publicKeyMultibase,
      })),
      assertionMethod: registry.map(({ kid }) => `${id}#${kid}`),
    })
  })

  test('is read alone: other methods are refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const refused = await worker.ask(method, path)
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
    }
    expect((await worker.ask('HEAD', path)).status).toBe(200)
  })
})

describe('a credential', () => {
  const follow = async (credential: JsonObject) => {
    for (const proof of credential.proof as JsonObject[]) {
      const method = String(proof.verificationMethod)
      const [did = ''] = method.split('#')
      expect(did).toBe(credential.issuer)
      const document = (await (await fetch(resolve(did))).json()) as Did
      expect(document.assertionMethod).toContain(method)
      const { publicKeyMultibase = '' } = document.verificationMethod.find(({ id }) => id === method) ?? {}
      const verifier = await importVerifier(parseMultikey(publicKeyMultibase) ?? new Uint8Array(32))
      expect(await checkProof(credential, proof, verifier)).toBe(true)
    }
  }

  test('of a piece leads to its maker’s document, whose key made both proofs', async () => {
    await follow((await issue(worker)).credential as unknown as JsonObject)
  })

  test('of a curation leads to the registry’s', async () => {
    const answered = await worker.ask('POST', '/api/certificates', {
      token: worker.curator,
      body: { kind: 'curation', product: 'batik-tulis-manggur-natural' },
      headers: { 'idempotency-key': newKey() },
    })
    await follow(((await answered.json()) as { credential: JsonObject }).credential)
  })
})

describe('a maker', () => {
  test('of the catalogue has a document before the first certificate', async () => {
    const { id } = await read('/makers/cetak-daun-demo/did.json')
    expect(id).toMatch(/:makers:cetak-daun-demo$/)
  })

  test('who left the catalogue keeps it, so that what was certified still verifies', async () => {
    const path = '/makers/maker-who-left/did.json'
    expect((await worker.ask('GET', path)).status).toBe(404)
    const { store, keyStore } = openD1Stores(worker.database)
    const keysAt = (await keyStore.readKeyEvents()).at(-1)?.index ?? -1
    // In the list after the one from which the Worker draws.
    const added = await store.addCertificates([newCertificate({ maker: 'maker-who-left', slot: LIST_LENGTH })], keysAt)
    expect(added).toMatchObject({ kind: 'added' })
    expect((await read(path)).id).toMatch(/:makers:maker-who-left$/)
  })

  test.each([
    ...['nobody', MAKER.toUpperCase(), `${MAKER}%20`, '%25', '..%2f..', '%00', '%', `${MAKER}'--`, 'a'.repeat(5000)],
  ])('that nobody knows has none, and the answer is a problem: %s', async (slug) => {
    const answered = await worker.ask('GET', `/makers/${slug}/did.json`)
    expect([answered.status, answered.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(answered.headers.get('cache-control')).toBe('no-store')
  })

  test('has a page beside it', async () => {
    const page = await worker.ask('GET', `/makers/${MAKER}/`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  })
})

test('a database that does not answer gives 503, never a document without keys', async () => {
  await worker.database.prepare('ALTER TABLE event RENAME TO elsewhere').run()
  for (const path of ['/.well-known/did.json', `/makers/${MAKER}/did.json`, '/.well-known/asli.json']) {
    const answered = await worker.ask('GET', path)
    expect([path, answered.status, answered.headers.get('cache-control')]).toEqual([path, 503, 'no-store'])
  }
  await worker.database.prepare('ALTER TABLE elsewhere RENAME TO event').run()
  expect((await worker.ask('GET', '/.well-known/did.json')).status).toBe(200)
})
