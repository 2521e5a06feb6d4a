/** GET /api/certificates/CODE with both proofs or one, and of a certificate that the first version issued. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { makeCode } from '#core/certificate/code.ts'
import { buildCredential, parseCredential } from '#core/certificate/credential.ts'
import { importSigner, importVerifier } from '#core/certificate/keys.ts'
import { cidOf, formatIssued } from '#core/certificate/leaves.ts'
import { checkProof } from '#core/certificate/proof.ts'
import { makePiece, signOnce } from '../core/certificate/support.ts'
import { type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { issue, MAKER, newKey, pieceRequest, plain, verify } from '../support/worker.ts'

let worker: BuiltWorker
let code: string
/** Issued before there were keys in the log, a status or a second proof. */
let first: string
const place = openFolder()
beforeAll(async () => {
  worker = await openBuiltWorker()
  first = await addFirst()
  code = plain((await issue(worker)).code)
})
afterAll(async () => {
  await worker.close()
  place.close()
})

/** A row and an entry as the first version left them, under the key that this registry still has. */
async function addFirst(): Promise<string> {
  const signer = await importSigner(worker.secrets.ASLI_REGISTRY_KEY)
  const drawn = { code: makeCode(Uint8Array.of(9, 9, 9, 9, 9, 9, 9)), nonce: 'AAECAwQFBgcICQoLDA0ODw' }
  const design = { id: 'kawung', name: 'Kawung', exclusivity: 'exclusive' as const }
  const subject = makePiece({ ...drawn, maker: MAKER, design })
  const { credentialStatus: _, ...built } = buildCredential(
    worker.origin,
    { kind: 'piece', subject },
    '2026-11-22T03:04:05Z',
    0,
  )
  const credential = canonicalize(await signOnce(built, signer))
  const read = parseCredential(credential)
  if (!read.ok) throw new Error(read.error)
  const cid = cidOf(read.value)
  const run = (sql: string, ...values: unknown[]) =>
    worker.database
      .prepare(sql)
      .bind(...values)
      .run()
  await run(`INSERT INTO design (maker, id, product, name) VALUES (?, 'kawung', 'p', 'Kawung')`, MAKER)
  await run(
    `INSERT INTO certificate (code, maker, subject, credential, issued_at, request_hash, cid)
      VALUES (?, ?, 'kawung', ?, '2026-11-22T03:04:05Z', 'hash', ?)`,
    ...[drawn.code, MAKER, credential, cid],
  )
  await run(
    'INSERT INTO event (idx, code, previous, actor, cid, leaf) VALUES (0, ?, NULL, ?, ?, ?)',
    ...[drawn.code, `maker:${MAKER}`, cid, formatIssued(read.value)],
  )
  return drawn.code
}

const ask = (of: string, query = '') => worker.ask('GET', `/api/certificates/${of}${query}`)
const read = async (of: string, query = '') => (await (await ask(of, query)).json()) as JsonObject
async function holds(document: JsonObject, proof: JsonObject): Promise<boolean> {
  const { publicKey } = await importSigner(worker.secrets.ASLI_REGISTRY_KEY)
  return checkProof(document, proof, await importVerifier(publicKey))
}

describe('GET /api/certificates/CODE', () => {
  test('gives the set of two, as it is stored', async () => {
    const answered = await ask(code)
    expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'application/vc'])
    const stored = await worker.database
      .prepare('SELECT credential FROM certificate WHERE code = ?')
      .bind(code)
      .first('credential')
    expect(await answered.text()).toBe(stored)
  })

  test.each([
    ['jcs', 0],
    ['rdfc', 1],
  ])('gives one proof alone where that is asked for: %s, which holds by itself', async (name, at) => {
    const whole = await read(code)
    const answered = await ask(code, `?proof=${name}`)
    expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'application/vc'])
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    const text = await answered.text()
    const document = JSON.parse(text) as JsonObject
    expect(text).toBe(canonicalize(document))
    expect(document).toEqual({ ...whole, proof: (whole.proof as JsonObject[])[at] })
    expect(await holds(document, document.proof as JsonObject)).toBe(true)
  })

  test.each(['?proof=', '?proof=eddsa', '?proof=eddsa-jcs-2022', '?proof=JCS', '?proof=jcs%20', '?proof=__proto__'])(
    'refuses another proof: %s',
    async (query) => {
      const refused = await ask(code, query)
      const { errors } = (await refused.json()) as { errors: { pointer: string; detail: string }[] }
      expect([refused.status, errors]).toEqual([422, [{ pointer: '/proof', detail: 'must be jcs or rdfc' }]])
    },
  )

  test('passes over a query that it does not know', async () => {
    expect(await (await ask(code, '?x=1')).text()).toBe(await (await ask(code)).text())
  })

  test('gives one proof of a withdrawn certificate, and none of a code that nobody has', async () => {
    const withdrawn = plain((await issue(worker)).code)
    const body = { reason: 'returned' }
    await worker.ask('POST', `/api/certificates/${withdrawn}/revoke`, { token: worker.maker, body })
    expect((await ask(withdrawn, '?proof=rdfc')).status).toBe(200)
    expect((await ask('000000000000', '?proof=rdfc')).status).toBe(404)
  })
})

describe('a certificate of the first version', () => {
  test('is valid, with every check passed, though the log has the keys only after it', async () => {
    const { status, report } = await verify(worker, first)
    expect([status, report.verdict]).toEqual([200, 'valid'])
    expect((report.checks as { status: string }[]).every((check) => check.status === 'valid')).toBe(true)
    expect(report.certificate).toMatchObject({ logIndex: 0 })
    expect(report.certificate).not.toHaveProperty('statusIndex')
    expect(report.links).not.toHaveProperty('statusLists')
  })

  test('has its page, its proof of the log and its QR codes', async () => {
    const page = await worker.ask('GET', `/en/v/${first}`)
    expect([page.status, (await page.text()).includes('Genuine record, current')]).toEqual([200, true])
    for (const path of ['/proof', '/qr.svg', '/qr.svg?form=card']) expect((await ask(first, path)).status).toBe(200)
    expect((await ask(first, '/sealed')).status).toBe(404)
  })

  test('has its one proof, in a set or not, and no other', async () => {
    const document = await read(first)
    expect(document.proof).toMatchObject({ cryptosuite: 'eddsa-jcs-2022' })
    expect(await read(first, '?proof=jcs')).toEqual(document)
    expect(await holds(document, document.proof as JsonObject)).toBe(true)
    const refused = await ask(first, '?proof=rdfc')
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
      ...[404, expect.stringMatching(/\/proof-not-found$/)],
    ])
  })

  test('passes asli verify, and the audit of the whole log', async () => {
    for (const args of [
      ['verify', `${worker.origin}/v/${first}`],
      ['audit', worker.origin],
    ])
      expect(await runAsliAsync(place.env, ...args)).toMatchObject({ status: 0, stderr: '' })
    expect(await checkLog(worker.database)).toEqual([])
  })

  test('is replaced by one that has a status and two proofs', async () => {
    // Of another design: the product of this one is none of the catalogue.
    const certificate = pieceRequest({ soldOn: '2026-11-11' })
    const answered = await worker.ask('POST', `/api/certificates/${first}/supersede`, {
      token: worker.maker,
      body: { reason: 'data-error', certificate },
      headers: { 'idempotency-key': newKey() },
    })
    expect([answered.status, await answered.json()]).toMatchObject([
      ...[201, { credential: { credentialStatus: [{}, {}, {}], proof: [{}, {}] } }],
    ])
    expect((await verify(worker, first)).report.verdict).toBe('superseded')
    expect(await checkLog(worker.database)).toEqual([])
    expect(await runAsliAsync(place.env, 'audit', worker.origin)).toMatchObject({ status: 0, stderr: '' })
  })
})
