import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { parseCode } from '#core/certificate/code.ts'
import { pieceContext } from '#core/certificate/context.ts'
import {
  buildCredential,
  certificateUrl,
  issuerOf,
  makerDid,
  parseCredential,
  registryDid,
} from '#core/certificate/credential.ts'
import { digestBody } from '#core/certificate/proof.ts'
import { writeStatusEntries } from '#core/certificate/status-list.ts'
import {
  CODE,
  COMMITMENT,
  ISSUED_AT,
  makeCuration,
  makePiece,
  ORIGIN,
  registrySigner,
  SLOT,
  sign,
  signDocument,
} from './support.ts'

const document = await sign()
const subject = document.credentialSubject as JsonObject

const withSubject = (changes: JsonObject) => ({ ...document, credentialSubject: { ...subject, ...changes } })

function without(object: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = object
  return rest
}

/** The path that is refused, or null where the document is read. */
function refusal(changed: JsonValue): string | null {
  const read = parseCredential(canonicalize(changed))
  return read.ok ? null : read.error
}

describe('makerDid', () => {
  test.each([
    ['https://asli.example', 'did:web:asli.example:makers:batik-sekar'],
    ['http://localhost:8787', 'did:web:localhost%3A8787:makers:batik-sekar'],
    ['https://asli.example:443', 'did:web:asli.example:makers:batik-sekar'],
  ])('is at %s %s', (origin, did) => expect(makerDid(origin, 'batik-sekar')).toBe(did))
})

describe('registryDid', () => {
  test.each([
    ['https://asli.example', 'did:web:asli.example'],
    ['http://localhost:8787', 'did:web:localhost%3A8787'],
    ['https://asli.example:443', 'did:web:asli.example'],
  ])('is at %s %s', (origin, did) => expect(registryDid(origin)).toBe(did))
})

describe('issuerOf', () => {
  test('is the maker of a piece, and of a curation the registry, whoever made the product', () => {
    expect(issuerOf(ORIGIN, { kind: 'piece', subject: makePiece() })).toBe(makerDid(ORIGIN, 'batik-sekar-demo'))
    expect(issuerOf(ORIGIN, { kind: 'curation', subject: makeCuration() })).toBe('did:web:asli.example')
  })
})

describe('buildCredential', () => {
  test('is bound to the code, the host and the maker, and says what the piece says', () => {
    expect(certificateUrl(ORIGIN, CODE)).toBe(`https://asli.example/v/${CODE}`)
    expect(buildCredential(ORIGIN, { kind: 'piece', subject: makePiece() }, ISSUED_AT, SLOT)).toEqual({
      '@context': pieceContext,
      id: `https://asli.example/v/${CODE}`,
      type: ['VerifiableCredential', 'AsliPieceCertificate'],
      issuer: 'did:web:asli.example:makers:batik-sekar-demo',
      validFrom: ISSUED_AT,
      credentialStatus: writeStatusEntries(ORIGIN, `https://asli.example/v/${CODE}`, SLOT),
      credentialSubject: { ...makePiece(), id: `https://asli.example/v/${CODE}#piece`, type: 'Piece' },
    })
  })

  test('names every member of a piece in its context, and nothing that it does not have', () => {
    const terms = Object.keys(pieceContext[1] as JsonObject)
    const members = Object.keys(subject).filter((name) => name !== 'id' && name !== 'type')
    expect(terms.toSorted()).toEqual(['AsliPieceCertificate', 'Piece', ...members].toSorted())
  })

  test('leaves absent members out, so that it stays JSON', async () => {
    const { designer: _, dimensions: __, ...short } = makePiece({ marks: [], photos: [], process: [] })
    const built = buildCredential(
      ORIGIN,
      { kind: 'piece', subject: { ...short, designer: undefined } },
      ISSUED_AT,
      SLOT,
    )
    expect(built.credentialSubject).not.toHaveProperty('designer')
    expect(refusal(await signDocument(built))).toBeNull()
  })
})

describe('parseCredential', () => {
  test('reads what was built and signed, and keeps the whole document', () => {
    const read = parseCredential(canonicalize(document))
    expect(read).toEqual({
      ok: true,
      value: {
        id: `${ORIGIN}/v/${CODE}`,
        issuer: makerDid(ORIGIN, 'batik-sekar-demo'),
        validFrom: ISSUED_AT,
        kind: 'piece',
        subject: { ...makePiece(), id: `${ORIGIN}/v/${CODE}#piece`, type: 'Piece', code: parseCode(CODE) },
        verificationMethod: `${makerDid(ORIGIN, 'batik-sekar-demo')}#${registrySigner.kid}`,
        slot: SLOT,
        body: digestBody(document),
        document,
      },
    })
  })

  test('reads what a customer’s name was committed to, and that there is none', async () => {
    for (const madeFor of [{ mode: 'private' as const, commitment: COMMITMENT }, { mode: 'private' as const }]) {
      const read = parseCredential(canonicalize(await sign(makePiece({ madeFor }))))
      expect(read.ok && read.value.subject).toMatchObject({ madeFor })
    }
  })

  const contextWith = (extra: JsonValue) => [...pieceContext, extra]
  test.each<[string, JsonObject, string]>([
    ['one more context', { '@context': contextWith('https://example.org/more') }, 'credential.@context'],
    ['one more inline context', { '@context': contextWith({ maker: 'urn:other' }) }, 'credential.@context'],
    ['its context twice', { '@context': [...pieceContext, ...pieceContext] }, 'credential.@context'],
    ['its base context twice', { '@context': contextWith(pieceContext[0] ?? null) }, 'credential.@context'],
    ['its contexts turned', { '@context': pieceContext.toReversed() }, 'credential.@context'],
    ['the base context alone', { '@context': pieceContext[0] ?? null }, 'credential.@context'],
    ['no context', { '@context': [] }, 'credential.@context'],
    ['one more property', { name: 'x' }, 'credential.name'],
    ['an expiry', { validUntil: '2030-01-01T00:00:00Z' }, 'credential.validUntil'],
    ['an expiry that is none', { validUntil: null }, 'credential.validUntil'],
    ['the types of a curation', { type: ['VerifiableCredential', 'AsliCurationCertificate'] }, 'credential.@context'],
    ['a property named __proto__', JSON.parse('{"__proto__":{}}') as JsonObject, 'credential.__proto__'],
    ['one more type', { type: ['VerifiableCredential', 'AsliPieceCertificate', 'Extra'] }, 'credential.type'],
    ['its types turned', { type: ['AsliPieceCertificate', 'VerifiableCredential'] }, 'credential.type'],
    ['a type as text', { type: 'VerifiableCredential' }, 'credential.type'],
    ['an issuer as an object', { issuer: { id: 'did:web:x' } }, 'credential.issuer'],
    ['two subjects', { credentialSubject: [subject, subject] }, 'credentialSubject'],
    ['no subject', { credentialSubject: null }, 'credentialSubject'],
    ['a validFrom with fractions', { validFrom: '2026-11-22T03:04:05.000Z' }, 'credential.validFrom'],
    ['a validFrom of another zone', { validFrom: '2026-11-22T03:04:05+09:00' }, 'credential.validFrom'],
  ])('refuses a document with %s, even where it is well signed', async (_, changes, path) => {
    const { proof: __, ...unsigned } = { ...document, ...changes }
    expect(refusal(await signDocument(unsigned))).toBe(path)
  })

  test.each(Object.keys(document))('refuses a document without %s', (name) => {
    expect(refusal(without(document, name))).toBe(name === 'credentialSubject' ? name : `credential.${name}`)
  })

  const optional = ['designer', 'dimensions']
  test.each(Object.keys(subject).filter((name) => !optional.includes(name)))('refuses a piece without %s', (name) => {
    expect(refusal({ ...document, credentialSubject: without(subject, name) })).toBe(`credentialSubject.${name}`)
  })

  test.each<[string, JsonValue, string]>([
    ['code', 'Y7HD7H5NMT3W', 'code'],
    ['code', CODE.toLowerCase(), 'code'],
    ['nonce', 'short', 'nonce'],
    ['customer', 'Ibu Rina', 'customer'],
    ['type', 'Thing', 'type'],
    ['demo', 'true', 'demo'],
    ['madeOn', '2026-02-30', 'madeOn'],
    ['soldOn', '2026-11-20T00:00:00Z', 'soldOn'],
    ['edition', { number: 2, size: 2 }, 'edition'],
    ['edition', { number: 0, size: 0 }, 'edition'],
    ['edition', { number: 1 }, 'edition.size'],
    ['edition', { number: 1, size: 1.5 }, 'edition.size'],
    ['edition', { number: -1, size: 1 }, 'edition.number'],
    ['edition', { number: 1, size: 10_000 }, 'edition.size'],
    ['edition', { number: 1, size: 1, of: 'x' }, 'edition.of'],
    ['design', { id: 'a', name: 'b', exclusivity: 'unique' }, 'design.exclusivity'],
    ['design', { id: 'a', name: 'b', exclusivity: 'open' }, 'edition'],
    ['design', { id: 'a', name: 'b', exclusivity: 'exclusive', size: 1 }, 'design.size'],
    ['madeFor', { mode: 'named' }, 'madeFor.mode'],
    ['madeFor', { mode: 'none', name: 'x' }, 'madeFor.name'],
    ['madeFor', { mode: 'private', commitment: COMMITMENT.slice(1) }, 'madeFor.commitment'],
    ['madeFor', { mode: 'private', commitment: `${COMMITMENT.slice(0, -1)}B` }, 'madeFor.commitment'],
    ['madeFor', { mode: 'private', commitment: COMMITMENT, sealed: 'x'.repeat(300) }, 'madeFor.sealed'],
    ['madeFor', { mode: 'none', commitment: COMMITMENT }, 'madeFor'],
    ['place', { regency: '3513' }, 'place.regency'],
    ['materials', [{ fibre: 'x', pct: 0 }], 'materials[0].pct'],
    ['techniques', new Array<string>(25).fill('a'), 'techniques'],
    ['techniques', ['A'], 'techniques[0]'],
    ['motifs', 'a', 'motifs'],
    ['dyes', [''], 'dyes[0]'],
    ['productName', { en: 'a' }, 'productName.id'],
    ['productName', { en: 'a', id: 'b', zh: 'c' }, 'productName.zh'],
    ['designer', {}, 'designer.displayName'],
    ['dimensions', { lengthMm: 1, widthMm: -1 }, 'dimensions.widthMm'],
    ['dimensions', null, 'dimensions'],
    ['marks', [{ where: 'x', text: 'y'.repeat(301) }], 'marks[0].text'],
    ['photos', [{ sha256: 'B'.repeat(64), takenAt: ISSUED_AT }], 'photos[0].sha256'],
    ['process', [{ step: 'a', date: '2026-11-20', precision: 'week' }], 'process[0].precision'],
  ])('refuses a piece whose %s is %j', (name, value, path) => {
    expect(refusal(withSubject({ [name]: value }))).toBe(`credentialSubject.${path}`)
  })

  test.each<['exclusive' | 'limited' | 'open', number, number, boolean]>([
    ['exclusive', 1, 1, true],
    ['exclusive', 1, 2, false],
    ['limited', 1, 1, true],
    ['limited', 3, 20, true],
    ['limited', 9999, 9999, true],
    ['limited', 21, 20, false],
    ['limited', 0, 20, false],
    ['limited', 0, 0, false],
    ['open', 0, 0, true],
    ['open', 1, 0, false],
    ['open', 1, 1, false],
    ['open', 0, 5, false],
  ])('reads of a design that is %s the edition %i of %i: %s', async (exclusivity, number, size, reads) => {
    const design = { id: 'a', name: 'b', exclusivity }
    const signed = await sign(makePiece({ design, edition: { number, size } }))
    expect(refusal(signed)).toBe(reads ? null : 'credentialSubject.edition')
  })

  test.each([
    ['not JSON', '{'],
    ['nothing', ''],
    ['a byte order mark', `\uFEFF${canonicalize(document)}`],
    ['a line end', `${canonicalize(document)}\n`],
    ['spaces', JSON.stringify(document, null, 1)],
    ['members in another order', JSON.stringify(document)],
    ['a lone surrogate', '"\\ud800"'],
    ['a member twice', canonicalize(document).replace('"id":', '"id":"x","id":')],
    ['an escape that needs none', canonicalize(document).replace('Manggur', '\\u004danggur')],
    ['another form of a number', canonicalize(document).replace('2400', '2.4e3')],
    ['an array that is too deep', '['.repeat(50_000) + ']'.repeat(50_000)],
  ])('refuses a stored text with %s as not canonical', (_, text) => {
    expect(parseCredential(text)).toEqual({ ok: false, error: 'the stored text' })
  })

  test.each(['null', '5', '"x"', '[]', 'true'])('refuses the canonical text %s, which is no object', (text) => {
    expect(parseCredential(text).ok).toBe(false)
  })
})
