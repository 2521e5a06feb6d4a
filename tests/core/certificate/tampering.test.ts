/** A record of which anything was touched, by somebody who can write to the database but has no key. */
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { addProofs } from '#core/certificate/proof.ts'
import { type Report, type StoredCertificate, verifyCertificate } from '#core/certificate/verify.ts'
import {
  CODE,
  ISSUED_AT,
  issued,
  NOW,
  OTHER_CODE,
  registrySigner,
  sign,
  signCuration,
  signDocument,
  store,
  trust,
} from './support.ts'

const check = (changed: StoredCertificate) => verifyCertificate(CODE, { kind: 'found', record: changed }, trust, NOW)

const IDS: [string, string] = [`urn:uuid:${'0'.repeat(36)}`, `urn:uuid:${'1'.repeat(36)}`]

function shows({ verdict, certificate, act }: Report): boolean {
  return verdict !== 'altered' || certificate !== undefined || act !== undefined
}

const replaceAt = (text: string, at: number, unit: string) => text.slice(0, at) + unit + text.slice(at + 1)

/** Every document that differs from this one in a single value, member or element. */
function* alter(value: JsonValue): Generator<JsonValue> {
  if (Array.isArray(value)) {
    yield [...value, 'added']
    yield [...value, ...value, null]
    for (const [at, element] of value.entries()) {
      yield value.toSpliced(at, 1)
      for (const changed of alter(element)) yield value.with(at, changed)
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, added: 'x' }
    for (const [name, member] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
      for (const changed of alter(member)) yield { ...value, [name]: changed }
    }
  } else {
    yield null
    yield [value]
    yield typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`
    if (typeof value === 'string') yield `x${value.slice(1)}`
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) yield `2025${value.slice(4)}`
  }
}

const documents = { piece: await sign(), curation: await signCuration() }

describe.each(Object.entries(documents))('the stored credential of a %s', (_, document) => {
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

  test.each(Object.keys(documents))('is altered beside the events of a %s, or beside none of its own', async (kind) => {
    const other = documents[kind as keyof typeof documents]
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
    const options = { ids: IDS, created: ISSUED_AT, verificationMethod: method }
    const report = await check(store(await addProofs(unsigned, registrySigner, options)))
    expect(report.checks.filter(({ status }) => status !== 'valid')).toEqual([
      { name: 'binding', status: 'invalid', reason: 'belongs-elsewhere' },
    ])
    expect(shows(report)).toBe(false)
  })

  test.each(['did:web:asli.example:makers:other', 'did:web:asli.example:makers:batik-sekar-demox', 'x'])(
    'is altered where our key signed it as a key of “%s”',
    async (controller) => {
      const { proof: _, ...unsigned } = document
      const method = `${controller}#${registrySigner.kid}`
      const options = { ids: IDS, created: ISSUED_AT, verificationMethod: method }
      const report = await check(store(await addProofs(unsigned, registrySigner, options)))
      expect(report.checks.filter(({ status }) => status !== 'valid')).toEqual([
        { name: 'binding', status: 'invalid', reason: 'belongs-elsewhere' },
      ])
      expect(shows(report)).toBe(false)
    },
  )
})

function turnCase(symbol: string): string {
  const turned = symbol === symbol.toLowerCase() ? symbol.toUpperCase() : symbol.toLowerCase()
  if (turned !== symbol) return turned
  return symbol === '1' ? '2' : '1'
}
