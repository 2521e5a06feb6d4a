import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCard, dayOf, parseCard } from '#core/certificate/card.ts'
import { type Code, parseCode } from '#core/certificate/code.ts'
import { importVerifier, parseMultikey, thumbprint } from '#core/certificate/keys.ts'
import { parseVerifierKey } from '#core/log/note.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { decodeQr } from '../support/qr.ts'
import { issue, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

type Listed = { role: string; kid?: string; number?: number; vkey?: string; publicKeyMultibase?: string }
async function readKeys(): Promise<{ origin: string; keys: Listed[] }> {
  return (await worker.ask('GET', '/.well-known/asli.json')).json() as Promise<{ origin: string; keys: Listed[] }>
}
const publicKeyOf = (key?: Listed) => parseMultikey(key?.publicKeyMultibase ?? '') ?? new Uint8Array(32)

describe('/.well-known/asli.json', () => {
  test('lists the key of each role, for any origin, for five minutes', async () => {
    const answered = await worker.ask('GET', '/.well-known/asli.json')
    expect(answered.status).toBe(200)
    expect(answered.headers.get('content-type')).toBe('application/json')
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    expect(answered.headers.get('cache-control')).toBe('public, max-age=300')
    const multikey = expect.stringMatching(/^z6Mk/)
    expect(await answered.json()).toEqual({
      origin: worker.origin,
      keys: [
        { role: 'registry', kid: expect.any(String), publicKeyMultibase: multikey },
        { role: 'log', vkey: expect.any(String) },
        { role: 'tag', number: 1, publicKeyMultibase: multikey },
      ],
    })
  })

  test('lists the keys that credentials, checkpoints and cards are signed with, three different ones', async () => {
    const [registry, log, tag] = (await readKeys()).keys
    expect(thumbprint(publicKeyOf(registry))).toBe(registry?.kid)
    const { credential } = (await issue(worker)) as unknown as {
      credential: { proof: { verificationMethod: string }[] }
    }
    for (const { verificationMethod } of credential.proof) expect(verificationMethod).toMatch(`#${registry?.kid}`)
    expect(credential.proof).toHaveLength(2)
    expect(`${log?.vkey}\n`).toBe(await (await worker.ask('GET', '/log/vkey')).text())
    const publicKeys = [publicKeyOf(registry), parseVerifierKey(log?.vkey ?? '')?.publicKey, publicKeyOf(tag)].map(
      String,
    )
    expect(new Set(publicKeys).size).toBe(3)
  })

  test('takes GET alone, and its neighbors are not there', async () => {
    const refused = await worker.ask('POST', '/.well-known/asli.json')
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
    expect((await worker.ask('GET', '/.well-known/nothing')).status).toBe(404)
  })
})

describe('the QR of a card', () => {
  test('is the tag’s address with a signature of this code and its day of issue under the tag key', async () => {
    const code = parseCode(plain((await issue(worker)).code)) as Code
    const issuedAt = await worker.database
      .prepare('SELECT issued_at FROM certificate WHERE code = ?')
      .bind(code)
      .first<string>('issued_at')
    const { text } = await decodeQr(
      await (await worker.ask('GET', `/api/certificates/${code}/qr.svg?form=card`)).text(),
    )
    const [address, digits] = text.split('#')
    expect(address).toBe(`${worker.origin}/V/${code}`)
    const card = parseCard(`#${digits}`)
    expect(card).toMatchObject({ key: 1, day: dayOf(issuedAt ?? '') })
    const tagKey = (await readKeys()).keys.find(({ role, number }) => role === 'tag' && number === card?.key)
    const verifier = await importVerifier(publicKeyOf(tagKey))
    expect(card && (await checkCard(card, worker.origin, code, verifier))).toBe(true)
  })

  test('is the same each time, for ever, also after a withdrawal', async () => {
    const code = plain((await issue(worker)).code)
    const ask = () => worker.ask('GET', `/api/certificates/${code}/qr.svg?form=card&mm=30&dpi=300`)
    const first = await ask()
    expect(first.headers.get('cache-control')).toContain('immutable')
    const body = { reason: 'returned' }
    await worker.ask('POST', `/api/certificates/${code}/revoke`, { token: worker.maker, body })
    expect(await (await ask()).text()).toBe(await first.text())
  })

  test('is refused below 25 mm, below what the printer can print, and where there is no certificate', async () => {
    const code = plain((await issue(worker)).code)
    const ask = (query: string, of = code) => worker.ask('GET', `/api/certificates/${of}/qr.svg?form=${query}`)
    const refusals: [string, string][] = [
      ['card&mm=24', 'At 203 dpi this QR needs at least 25 mm; 24 mm was asked for.'],
      ['card&mm=50&dpi=72', 'At 72 dpi this QR needs at least 52 mm; 50 mm was asked for.'],
    ]
    for (const [query, detail] of refusals) {
      const refused = await ask(query)
      expect([refused.status, await refused.json()]).toMatchObject([422, { detail }])
    }
    expect((await ask('card&mm=25&dpi=300')).status).toBe(200)
    expect((await ask('card', '000000000000')).status).toBe(404)
    const form = await ask('poster')
    const errors = [{ pointer: '/form', detail: 'must be tag or card' }]
    expect([form.status, await form.json()]).toMatchObject([422, { errors }])
  })

  test('is not drawn for a record that does not match its signature', async () => {
    const code = plain((await issue(worker)).code)
    for (const name of ['certificate_is_signed', 'certificate_is_kept'])
      await worker.database.prepare(`DROP TRIGGER ${name}`).run()
    await worker.database
      .prepare(`UPDATE certificate SET credential = replace(credential, 'a drip', 'a drop') WHERE code = ?`)
      .bind(code)
      .run()
    const refused = await worker.ask('GET', `/api/certificates/${code}/qr.svg?form=card`)
    expect([refused.status, await refused.json()]).toMatchObject([409, { status: 409 }])
  })
})
