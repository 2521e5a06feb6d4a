/** A record of which anything was touched, by somebody who can write to the database but has no key. */
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { type Report, type StoredCertificate, verifyCertificate } from '#core/certificate/verify.ts'
import { alter } from './alter.ts'
import {
  CODE,
  COMMITMENT,
  issued,
  makePiece,
  NOW,
  OTHER_CODE,
  registrySigner,
  sign,
  signCuration,
  signDocument,
  signFirst,
  store,
  strangeSigner,
  trust,
} from './support.ts'

const check = (changed: StoredCertificate) => verifyCertificate(CODE, { kind: 'found', record: changed }, trust, NOW)

function shows({ verdict, certificate, act }: Report): boolean {
  return verdict !== 'altered' || certificate !== undefined || act !== undefined
}

const replaceAt = (text: string, at: number, unit: string) => text.slice(0, at) + unit + text.slice(at + 1)

const committed = makePiece({ madeFor: { mode: 'private', commitment: COMMITMENT } })
const documents = { piece: await sign(committed), curation: await signCuration() }
const everyone = { ...documents, 'piece of the first version': await signFirst() }

describe.each(Object.entries(everyone))('the stored credential of a %s', (_, document) => {
  const record = store(document)
  const text = record.credential
  const checkText = (credential: string) => check({ ...record, credential })

  /** The places, one in `step`, at which a text changed by `change` is not reported as altered. */
  async function missed(change: (text: string, at: number) => string, step = 1): Promise<number[]> {
    const places: number[] = []
    for (let at = 0; at < text.length; at += step) {
      const changed = change(text, at)
      if (changed !== text && shows(await checkText(changed))) places.push(at)
    }
    return places
  }

  test('is valid as it stands, so that every verdict below comes from the change', async () => {
    expect((await checkText(text)).verdict).toBe('valid')
    expect(text.length).toBeGreaterThan(2500)
  })

  test.each([
    [
      'its lowest bit flipped',
      (text: string, at: number) => replaceAt(text, at, String.fromCharCode(text.charCodeAt(at) ^ 1)),
    ],
    [
      'a symbol of base58 in its place',
      (text: string, at: number) => replaceAt(text, at, text[at] === 'k' ? 'm' : 'k'),
    ],
  ])(
    'is altered, with no claim shown, where any one character has %s',
    async (_, change) => {
      expect(await missed(change)).toEqual([])
    },
    60_000,
  )

  test.each([
    [
      'its case turned, or else a digit in its place',
      (text: string, at: number) => replaceAt(text, at, turnCase(text.charAt(at))),
    ],
    ['a space in its place', (text: string, at: number) => replaceAt(text, at, ' ')],
    ['a space before it', (text: string, at: number) => `${text.slice(0, at)} ${text.slice(at)}`],
    ['itself left out', (text: string, at: number) => replaceAt(text, at, '')],
    ['itself doubled', (text: string, at: number) => replaceAt(text, at, text.charAt(at).repeat(2))],
    [
      'its neighbor before it',
      (text: string, at: number) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
    ],
    ['nothing after it', (text: string, at: number) => text.slice(0, at)],
  ])(
    'is altered, with no claim shown, where a character has %s, at one place in seven',
    async (_, change) => {
      expect(await missed(change, 7)).toEqual([])
    },
    60_000,
  )

  test('is altered after a bit of its UTF-8 bytes is flipped, one in thirteen', async () => {
    const bytes = Buffer.from(text)
    const places: number[] = []
    for (let bit = 0; bit < bytes.length * 8; bit += 13) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      if (shows(await checkText(changed.toString('utf8')))) places.push(bit)
    }
    expect(places).toEqual([])
  }, 60_000)

  test('is altered by any change of a value, though text and events are made to fit it', async () => {
    const changed = [...alter(document)] as JsonObject[]
    expect(changed.length).toBeGreaterThan(300)
    for (const one of changed) {
      const report = await check(store(one, { events: [issued(one)] }))
      expect(shows(report), canonicalize(one)).toBe(false)
      expect(report.checks.find(({ name }) => name === 'signature')?.status).not.toBe('valid')
    }
  }, 60_000)

  test.each(Object.keys(everyone))('is altered beside the events of a %s, or beside none of its own', async (kind) => {
    const other = everyone[kind as keyof typeof everyone]
    const report = await check({ ...record, events: [issued(other)] })
    expect(report.verdict).toBe(other === document ? 'valid' : 'altered')
    expect(shows(await check({ ...record, events: [] }))).toBe(false)
  })
})

describe('what our own key signed', () => {
  const { piece: document, curation } = documents

  test('is altered by a change of its form that our own key signed', async () => {
    const { proof: _, ...unsigned } = document
    const context = document['@context'] as JsonValue[]
    const changes: JsonObject[] = [
      { '@context': [...context, 'https://example.org/more'] },
      { '@context': [...context, ...context] },
      { type: ['VerifiableCredential', 'AsliPieceCertificate', 'Extra'] },
      { name: 'x' },
      { validUntil: '2030-01-01T00:00:00Z' },
      { issuer: 'did:web:asli.example' },
      { type: ['VerifiableCredential', 'AsliCurationCertificate'] },
      { id: `https://asli.example/v/${CODE}/` },
      { id: `https://ASLI.example/v/${CODE}` },
      { issuer: 'did:web:asli.example:makers:other' },
      { issuer: 'did:web:asli.example:makers:batik-sekar-demo:x' },
      { issuer: 'did:web:asli.other:makers:batik-sekar-demo' },
      { credentialSubject: { ...(document.credentialSubject as JsonObject), id: 'urn:x' } },
      { credentialSubject: { ...(document.credentialSubject as JsonObject), code: OTHER_CODE } },
      { credentialSubject: { ...(document.credentialSubject as JsonObject), maker: 'other' } },
    ]
    for (const change of changes) {
      expect(shows(await check(store(await signDocument({ ...unsigned, ...change })))), JSON.stringify(change)).toBe(
        false,
      )
    }
  })

  test('is altered where a curation is another’s statement, has another end, or passes for a piece', async () => {
    const { proof: _, ...unsigned } = curation
    const subject = curation.credentialSubject as JsonObject
    const changes: JsonObject[] = [
      { issuer: 'did:web:asli.example:makers:batik-sekar-demo' },
      { issuer: 'did:web:asli.other' },
      { issuer: 'did:web:asli.example:8443' },
      { validUntil: '2099-11-20T14:59:59Z' },
      { credentialSubject: { ...subject, expiresOn: '2099-11-20' } },
      { credentialSubject: { ...subject, id: `https://asli.example/v/${CODE}#piece` } },
      { credentialSubject: { ...subject, code: OTHER_CODE } },
      { credentialSubject: { ...subject, curators: ['KUR-DEMO-01', 'KUR-DEMO-01'] } },
      { credentialSubject: document.credentialSubject ?? null },
      { type: document.type ?? null, '@context': document['@context'] ?? null },
      { '@context': document['@context'] ?? null },
      { id: `https://asli.example/v/${OTHER_CODE}` },
    ]
    for (const change of changes) {
      expect(shows(await check(store(await signDocument({ ...unsigned, ...change })))), JSON.stringify(change)).toBe(
        false,
      )
    }
  })

  test('is altered where a maker’s key stands for the registry’s in a curation', async () => {
    const { proof: _, ...unsigned } = curation
    const method = `did:web:asli.example:makers:batik-sekar-demo#${registrySigner.kid}`
    const report = await check(store(await signDocument(unsigned, registrySigner, method)))
    expect(report.checks.filter(({ status }) => status !== 'valid')).toEqual([
      { name: 'binding', status: 'invalid', reason: 'belongs-elsewhere' },
    ])
    expect(shows(report)).toBe(false)
  })

  test.each(['did:web:asli.example:makers:other', 'did:web:asli.example:makers:batik-sekar-demox', 'urn:x'])(
    'is altered where our key signed it as a key of “%s”',
    async (controller) => {
      const { proof: _, ...unsigned } = document
      const method = `${controller}#${registrySigner.kid}`
      const report = await check(store(await signDocument(unsigned, registrySigner, method)))
      expect(report.checks.filter(({ status }) => status !== 'valid')).toEqual([
        { name: 'binding', status: 'invalid', reason: 'belongs-elsewhere' },
      ])
      expect(shows(report)).toBe(false)
    },
  )

  test('is altered where somebody made it one of the first version, by leaving out its status and a proof', async () => {
    const { credentialStatus: _, ...bare } = document
    const [jcs = null, rdfc = null] = document.proof as JsonValue[]
    for (const proof of [jcs, rdfc, [jcs], [jcs, rdfc]]) {
      const one = { ...bare, proof }
      expect(shows(await check(store(one, { events: [issued(one)] })))).toBe(false)
    }
    // And one of the first version has no second proof of which anything could be made.
    const older = await signFirst(committed)
    const entries = { credentialStatus: document.credentialStatus ?? null }
    for (const proof of [older.proof ?? null, [older.proof ?? null, rdfc]]) {
      const one = { ...older, ...entries, proof }
      expect(shows(await check(store(one, { events: [issued(one)] })))).toBe(false)
    }
  })

  test('is altered where one proof of the set is of another piece, or under another key', async () => {
    const [jcs = null, rdfc = null] = document.proof as JsonValue[]
    const others = [
      await sign(makePiece({ ...committed, madeOn: '2026-11-19' })),
      await sign(committed, { signer: { ...strangeSigner, kid: registrySigner.kid } }),
    ]
    for (const { proof: proofs } of others) {
      const [otherJcs = null, otherRdfc = null] = proofs as JsonValue[]
      for (const proof of [
        [jcs, otherRdfc],
        [otherJcs, rdfc],
      ]) {
        const report = await check(store({ ...document, proof }))
        expect(report.checks.filter(({ status }) => status !== 'valid')).toEqual([
          { name: 'signature', status: 'invalid', reason: 'signature-differs' },
        ])
        expect(shows(report)).toBe(false)
      }
    }
    expect((await check(store({ ...document, proof: [jcs, rdfc] }))).verdict).toBe('valid')
  })

  test('is altered where our key signed it as a key of what RDF has no name for', async () => {
    const { proof: _, ...unsigned } = document
    const report = await check(store(await signDocument(unsigned, registrySigner, `x#${registrySigner.kid}`)))
    expect(report.checks.filter(({ status }) => status === 'invalid')).toEqual([
      { name: 'form', status: 'invalid', reason: 'form-differs' },
    ])
    expect(shows(report)).toBe(false)
  })
})

function turnCase(symbol: string): string {
  const turned = symbol === symbol.toLowerCase() ? symbol.toUpperCase() : symbol.toLowerCase()
  if (turned !== symbol) return turned
  return symbol === '1' ? '2' : '1'
}
