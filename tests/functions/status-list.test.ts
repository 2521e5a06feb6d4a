/** /status/PURPOSE/N, read as anyone's own verifier reads it: unpacked by zlib, a bit at a time. */
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '#core/canonical-json.ts'
import { importVerifier, parseMultikey } from '#core/certificate/keys.ts'
import { checkProof } from '#core/certificate/proof.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker, verify } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

const purposes = ['revocation', 'suspension', 'refresh']
interface StatusList extends JsonObject {
  issuer: string
  validFrom: string
  validUntil: string
  credentialSubject: { encodedList: string; ttl: number } & JsonObject
  proof: JsonObject[]
}

async function read(purpose: string, list: number | string = 0): Promise<StatusList> {
  return (await (await worker.ask('GET', `/status/${purpose}/${list}`)).json()) as StatusList
}

/** The places whose bit is set, from the left. */
async function setIn(purpose: string, list = 0): Promise<number[]> {
  const { credentialSubject } = await read(purpose, list)
  const { encodedList } = credentialSubject
  expect(encodedList[0]).toBe('u')
  const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
  expect(bytes).toHaveLength(16_384)
  return [...bytes].flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bit) => ((byte >> (7 - bit)) & 1 ? [at * 8 + bit] : [])),
  )
}

/** What every list says of one place. */
async function bitsOf(place: number): Promise<string[]> {
  const found = await Promise.all(
    purposes.map(async (purpose) => ((await setIn(purpose)).includes(place) ? purpose : '')),
  )
  return found.filter(Boolean)
}

async function issueOne(changes: Record<string, unknown> = {}) {
  const { code, credential } = await issue(worker, changes)
  const { credentialStatus } = credential as unknown as { credentialStatus: { statusListIndex: string }[] }
  const places = new Set(credentialStatus.map(({ statusListIndex }) => Number(statusListIndex)))
  expect(places.size).toBe(1)
  return { code: plain(code), place: [...places][0] ?? -1, credentialStatus }
}

const act = (code: string, name: string, body: unknown = {}) =>
  worker.ask('POST', `/api/certificates/${code}/${name}`, {
    token: worker.maker,
    body,
    ...(name === 'supersede' ? { headers: { 'idempotency-key': newKey() } } : {}),
  })

describe('a status list', () => {
  test.each(purposes)('is a credential of the registry, for any origin, for a minute: %s', async (purpose) => {
    const answered = await worker.ask('GET', `/status/${purpose}/0`)
    expect(answered.status).toBe(200)
    expect(answered.headers.get('content-type')).toBe('application/vc')
    expect(answered.headers.get('cache-control')).toBe('public, max-age=60')
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    expect(answered.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answered.headers.get('x-content-type-options')).toBe('nosniff')
    const { host } = new URL(worker.origin)
    const id = `${worker.origin}/status/${purpose}/0`
    expect(await answered.json()).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: `did:web:${encodeURIComponent(host)}`,
      credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: purpose, ttl: 60_000 },
      proof: [{ cryptosuite: 'eddsa-jcs-2022' }, { cryptosuite: 'eddsa-rdfc-2022' }],
    })
  })

  test('is made and signed at the moment it is asked for, and good for a day', async () => {
    const { validFrom, validUntil, proof, issuer } = await read('revocation')
    expect(Math.abs(Date.parse(validFrom) - Date.now())).toBeLessThan(30_000)
    expect(Date.parse(validUntil) - Date.parse(validFrom)).toBe(86_400_000)
    for (const each of proof) {
      expect(each.created).toBe(validFrom)
      expect(String(each.verificationMethod).startsWith(`${issuer}#`)).toBe(true)
    }
  })

  test('bears two proofs that hold under the key that the registry’s DID document names', async () => {
    const did = (await (await worker.ask('GET', '/.well-known/did.json')).json()) as {
      verificationMethod: { id: string; publicKeyMultibase: string }[]
    }
    for (const purpose of purposes) {
      const list = await read(purpose)
      for (const proof of list.proof) {
        const method = did.verificationMethod.find(({ id }) => id === proof.verificationMethod)
        const verifier = await importVerifier(parseMultikey(method?.publicKeyMultibase ?? '') ?? new Uint8Array(32))
        expect(await checkProof(list, proof, verifier)).toBe(true)
        const changed = { ...list, credentialSubject: { ...list.credentialSubject, ttl: 1 } }
        expect(await checkProof(changed, proof, verifier)).toBe(false)
      }
    }
  })

  test.each([
    ...['revocation/1', 'revocation/999999999', 'revocation/00', 'revocation/01', 'revocation/-1', 'revocation/1e0'],
    ...['revocation/0.0', 'revocation/x', 'revocation/', 'revocation', 'revocation/0/', 'revocation/0/1', ''],
    ...['Revocation/0', 'message/0', '__proto__/0', 'constructor/0', 'revocation/1000000000', 'revocation/%30%30'],
  ])('is not at /status/%s: a problem, never an empty list', async (path) => {
    const answered = await worker.ask('GET', `/status/${path}`)
    expect([answered.status, answered.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await answered.json()).toMatchObject({ type: expect.stringMatching(/\/problems\/not-found$/) })
    expect(answered.headers.get('cache-control')).toBe('no-store')
  })

  test('is read alone: other methods are refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const refused = await worker.ask(method, '/status/revocation/0')
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
    }
    const head = await worker.ask('HEAD', '/status/revocation/0')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('the bit of a certificate', () => {
  test('is zero while it is current, and the only one that its acts set', async () => {
    const before = await Promise.all(purposes.map((purpose) => setIn(purpose)))
    const { place, code, credentialStatus } = await issueOne()
    expect(credentialStatus).toMatchObject(
      purposes.map((purpose) => ({
        id: `${worker.origin}/v/${code}#${purpose}`,
        statusPurpose: purpose,
        statusListCredential: `${worker.origin}/status/${purpose}/0`,
      })),
    )
    expect(await Promise.all(purposes.map((purpose) => setIn(purpose)))).toEqual(before)
    await act(code, 'revoke', { reason: 'returned' })
    const after = await Promise.all(purposes.map((purpose) => setIn(purpose)))
    expect(after[0]).toEqual([...(before[0] ?? []), place].toSorted((a, b) => a - b))
    expect(after.slice(1)).toEqual(before.slice(1))
  })

  test('follows every act at once, in one list at most, and falls back when the act is lifted', async () => {
    const { place, code } = await issueOne()
    const steps: [string, unknown, string[]][] = [
      ['suspend', { reason: 'data-error' }, ['suspension']],
      ['resume', {}, []],
      ['report', { reason: 'lost-or-stolen' }, ['suspension']],
      ['suspend', { reason: 'data-error' }, ['suspension']],
      ['withdraw-report', {}, ['suspension']],
      ['resume', {}, []],
      ['report', { reason: 'lost-or-stolen' }, ['suspension']],
      ['revoke', { reason: 'lost-or-stolen' }, ['revocation']],
    ]
    for (const [name, body, expected] of steps) {
      expect((await act(code, name, body)).status).toBe(200)
      expect([name, await bitsOf(place)]).toEqual([name, expected])
    }
  })

  test('stands in the list of replacements once it is replaced, and its successor’s is another and zero', async () => {
    const request = pieceRequest()
    const { place, code } = await issueOne(request)
    const answered = await act(code, 'supersede', { reason: 'data-error', certificate: request })
    const { credential } = (await answered.json()) as {
      credential: { credentialStatus: { statusListIndex: string }[] }
    }
    const next = Number(credential.credentialStatus[0]?.statusListIndex)
    expect([await bitsOf(place), await bitsOf(next)]).toEqual([['refresh'], []])
  })

  test('of a curation is set, too', async () => {
    const answered = await worker.ask('POST', '/api/certificates', {
      token: worker.curator,
      body: { kind: 'curation', product: 'batik-tulis-manggur-natural' },
      headers: { 'idempotency-key': newKey() },
    })
    const { code, credential } = (await answered.json()) as {
      code: string
      credential: { credentialStatus: { statusListIndex: string }[] }
    }
    const body = { reason: 'data-error' }
    await worker.ask('POST', `/api/certificates/${plain(code)}/suspend`, { token: worker.curator, body })
    expect(await bitsOf(Number(credential.credentialStatus[0]?.statusListIndex))).toEqual(['suspension'])
  })

  test('is at a place drawn at random: of many no two are the same, and they tell nothing of an order', async () => {
    const rows = Array.from({ length: 40 }, () => ({ idempotencyKey: newKey(), certificate: pieceRequest() }))
    const answered = await worker.ask('POST', '/api/certificates/batch', { token: worker.maker, body: { rows } })
    const { certificates } = (await answered.json()) as { certificates: { code: string }[] }
    const reports = await Promise.all(certificates.map(({ code }) => verify(worker, plain(code))))
    const places = reports.map(({ report }) => (report.certificate as { statusIndex: number }).statusIndex)
    expect(new Set(places).size).toBe(40)
    expect(places.every((place) => place >= 0 && place < 131_072)).toBe(true)
    expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(20_000)
    expect(places).not.toEqual(places.toSorted((a, b) => a - b))
  })

  test('is what the verdict, its links and the log say, too', async () => {
    const { place, code } = await issueOne()
    const { report } = await verify(worker, code)
    expect(report).toMatchObject({
      certificate: { statusIndex: place },
      links: { statusLists: purposes.map((purpose) => `${worker.origin}/status/${purpose}/0`) },
    })
    const cid = await worker.database.prepare('SELECT cid FROM certificate WHERE code = ?').bind(code).first('cid')
    expect(await (await worker.ask('GET', `/log/cid/${cid}`)).json()).toMatchObject({
      statusIndex: place,
      status: 'valid',
    })
  })
})

test('a database that does not answer gives 503, never a list of zeros', async () => {
  await worker.database.prepare('ALTER TABLE certificate RENAME TO elsewhere').run()
  const answered = await worker.ask('GET', '/status/revocation/0')
  expect([answered.status, answered.headers.get('cache-control')]).toEqual([503, 'no-store'])
  await worker.database.prepare('ALTER TABLE elsewhere RENAME TO certificate').run()
  expect((await worker.ask('GET', '/status/revocation/0')).status).toBe(200)
})
