import { contexts } from '@digitalbazaar/credentials-context'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { curationContext, pieceContext } from '#core/certificate/context.ts'
import { buildCredential } from '#core/certificate/credential.ts'
import { formatNQuads } from '#core/certificate/n-quads.ts'
import { termsOf } from '#core/certificate/terms.ts'
import { canonizeJsonLd } from '../../support/reference.ts'
import { CODE, ISSUED_AT, makeCuration, makePiece, ORIGIN, SLOT } from './support.ts'

const URL = `${ORIGIN}/v/${CODE}`
const BASE = 'https://www.w3.org/ns/credentials/v2'
const piece = buildCredential(ORIGIN, { kind: 'piece', subject: makePiece() }, ISSUED_AT, SLOT)
const curation = buildCredential(ORIGIN, { kind: 'curation', subject: makeCuration() }, ISSUED_AT, SLOT)
const { credentialStatus } = piece
const statusList = {
  '@context': [BASE],
  id: `${ORIGIN}/status/revocation/0`,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: 'did:web:asli.example',
  validFrom: ISSUED_AT,
  validUntil: '2026-11-23T03:04:05Z',
  credentialSubject: {
    id: `${ORIGIN}/status/revocation/0#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    ttl: 300000,
    encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
  },
}
const config = (context: JsonValue) => ({
  '@context': context,
  type: 'DataIntegrityProof',
  id: 'urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f',
  cryptosuite: 'eddsa-rdfc-2022',
  created: ISSUED_AT,
  verificationMethod: 'did:web:localhost%3A8787:makers:batik-sekar-demo#kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  proofPurpose: 'assertionMethod',
})
const { id: _, ...withoutId } = config(pieceContext)

function withSubject(document: JsonObject, changes: JsonObject): JsonObject {
  return { ...document, credentialSubject: { ...(document.credentialSubject as JsonObject), ...changes } }
}

/** As the first version was. */
function withoutStatus({ credentialStatus: _, ...document }: JsonObject): JsonObject {
  return document
}

const documents: [string, JsonObject][] = [
  ['a piece', piece],
  ['a piece without status entries', withoutStatus(piece)],
  ['a piece with one status entry', { ...piece, credentialStatus: credentialStatus.slice(0, 1) }],
  ['a piece with no status entry', { ...piece, credentialStatus: [] }],
  ['a piece that says no more than it must', withSubject(piece, { marks: [], photos: [], process: [], demo: false })],
  ['a piece with a port in its address', JSON.parse(JSON.stringify(piece).replaceAll('asli.example', '[::1]:8787'))],
  ['a curation', curation],
  ['a curation without status entries', withoutStatus(curation)],
  ['a list of states', statusList],
  ['a proof of a piece', config(pieceContext)],
  ['a proof of a curation', config(curationContext)],
  ['a proof of a list of states', config([BASE])],
  ['a proof without an id', withoutId],
  ['an issuer with a type of its own', { ...piece, issuer: { id: 'did:web:asli.example', type: 'Piece' } }],
]

describe('formatNQuads', () => {
  test('writes a line for each quad', () => {
    expect(formatNQuads({ ...statusList, validUntil: ISSUED_AT })).toBe(
      `<https://asli.example/status/revocation/0#list> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/ns/credentials/status#BitstringStatusList> .
<https://asli.example/status/revocation/0#list> <https://www.w3.org/ns/credentials/status#encodedList> "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"^^<https://w3id.org/security#multibase> .
<https://asli.example/status/revocation/0#list> <https://www.w3.org/ns/credentials/status#statusPurpose> "revocation" .
<https://asli.example/status/revocation/0#list> <https://www.w3.org/ns/credentials/status#ttl> "300000"^^<http://www.w3.org/2001/XMLSchema#integer> .
<https://asli.example/status/revocation/0> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/2018/credentials#VerifiableCredential> .
<https://asli.example/status/revocation/0> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/ns/credentials/status#BitstringStatusListCredential> .
<https://asli.example/status/revocation/0> <https://www.w3.org/2018/credentials#credentialSubject> <https://asli.example/status/revocation/0#list> .
<https://asli.example/status/revocation/0> <https://www.w3.org/2018/credentials#issuer> <did:web:asli.example> .
<https://asli.example/status/revocation/0> <https://www.w3.org/2018/credentials#validFrom> "2026-11-22T03:04:05Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
<https://asli.example/status/revocation/0> <https://www.w3.org/2018/credentials#validUntil> "2026-11-22T03:04:05Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
`,
    )
  })

  test.each(documents)('writes %s as a JSON-LD library does', async (_, document) => {
    expect(formatNQuads(document)).toBe(await canonizeJsonLd(document))
  })

  test.each(documents)('writes %s whatever the order of its members', (_, document) => {
    const turned = Object.fromEntries(Object.entries(document).toReversed())
    expect(formatNQuads(turned)).toBe(formatNQuads(document))
  })

  test('writes each quad once', async () => {
    const doubled = { ...piece, credentialStatus: [...credentialStatus, ...credentialStatus] }
    expect(formatNQuads(doubled)).toBe(formatNQuads(piece))
    expect(formatNQuads(doubled)).toBe(await canonizeJsonLd(doubled))
  })

  test('reads the members by the context that is handed in, where it is the document’s in another object', () => {
    const parsed = JSON.parse(canonicalize(piece)) as JsonObject
    expect(formatNQuads(parsed, pieceContext)).toBe(formatNQuads(piece))
  })

  test('writes every character of the basic plane, and some of the others, as a JSON-LD library does', async () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
    const all = units.filter((unit) => unit.isWellFormed()).join('') + String.fromCodePoint(0x10000, 0x1f347, 0x10ffff)
    const document = withSubject(piece, { product: all, productName: { en: all, [all]: [all] } })
    expect(formatNQuads(document)).toBe(await canonizeJsonLd(document))
  })

  test('writes every control character in its one form', () => {
    const short: Record<number, string> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' }
    for (let unit = 0; unit < 0x100; unit++) {
      const character = String.fromCharCode(unit)
      const hex = `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`
      const written = short[unit] ?? (unit < 32 || unit === 127 ? hex : character)
      expect(formatNQuads(withSubject(piece, { product: character }))).toContain(`#product> "${written}" .\n`)
    }
  })
})

/** Text that ends a literal, a line or an IRI, looks like an escape or a keyword, or is drawn as what it is not. */
const snippets = [
  ...['"', '\\', '\n', '\r\n', '\t', '\0', '\u001f', '\u007f', '\u0085', '\u009f', '\u2028', '\u2029', '\ufeff'],
  ...['\ufffe', '\uffff', '\ud7ff', '\ue000', '🍇', '\u{10ffff}', 'é', 'e\u0301', '\u202e', '\u200f', '\u2066', 'أصلي'],
  ...[
    '" .\n',
    '"^^<urn:x>',
    '"@en',
    '\\u0022',
    '\\n',
    '\\\\"',
    '<',
    '>',
    '@id',
    '@context',
    '_:c14n0',
    ' .\n',
    '染',
    ' ',
  ],
  ...['__proto__', 'constructor', 'toJSON', 'did:web:x', 'a', '0', '$&'],
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...snippets), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
/** Not `__proto__`, which jsonld loses where it copies an object; the shapes of ours know no such member. */
const memberName = hostile.filter((name) => name !== '__proto__')
const hostileJson = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostile,
    fc.constantFrom(null, true, false),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(memberName, tie('value'), { maxKeys: 3 }),
  ),
})).value

async function expectSame(document: JsonObject): Promise<void> {
  expect(formatNQuads(document)).toBe(await canonizeJsonLd(document))
}

describe('formatNQuads, on text that is not ours to choose', () => {
  test('writes any plain text as a JSON-LD library does', async () => {
    const plain = fc.record({ product: hostile, nonce: hostile, code: hostile, maker: hostile })
    await fc.assert(
      fc.asyncProperty(plain, (changes) => expectSame(withSubject(piece, changes))),
      { numRuns: 400 },
    )
  })

  test('writes any text of a date as a JSON-LD library does', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, (decidedOn, validFrom) =>
        expectSame(withSubject({ ...curation, validFrom }, { decidedOn })),
      ),
      { numRuns: 200 },
    )
  })

  test('writes any JSON as a JSON-LD library does, its members’ names too', async () => {
    const literals = fc.record({ productName: hostileJson, process: hostileJson, marks: hostileJson })
    await fc.assert(
      fc.asyncProperty(literals, (changes) => expectSame(withSubject(piece, changes))),
      { numRuns: 400 },
    )
  })

  test('writes any integer and flag as a JSON-LD library does', async () => {
    const subject = fc.record({ ttl: fc.maxSafeInteger(), statusPurpose: fc.oneof(fc.boolean(), fc.constant(-0)) })
    await fc.assert(
      fc.asyncProperty(subject, (changes) => expectSame(withSubject(statusList, changes))),
      { numRuns: 200 },
    )
  })

  test('writes any address as a JSON-LD library does, or throws', async () => {
    const start = fc.constantFrom('https://', 'https://asli.example/v/', 'did:web:', 'urn:uuid:', 'data:', '')
    let written = 0
    const property = fc.asyncProperty(start, hostile, async (scheme, rest) => {
      const document = { ...piece, issuer: scheme + rest, credentialStatus: [{ id: `${URL}#${rest}`, type: 'Piece' }] }
      try {
        formatNQuads(document)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
        return
      }
      written++
      await expectSame(document)
    })
    await fc.assert(property, { numRuns: 600 })
    expect(written).toBeGreaterThan(20)
  })
})

describe('formatNQuads, on what the check of shapes refuses', () => {
  const strange: [string, JsonObject][] = [
    ['an unknown member', { ...piece, colour: 'red' }],
    ['a proof', { ...piece, proof: config(pieceContext) }],
    ['a member named as what every object has', { ...piece, constructor: 'x' }],
    ['an unknown member of the subject', withSubject(piece, { colour: 'red' })],
    ['a context of the subject’s own', withSubject(piece, { '@context': {} })],
    ['an unknown type', { ...piece, type: ['VerifiableCredential', 'Diploma'] }],
    ['a type that is no text', { ...piece, type: [7] }],
    ['an unknown purpose', { ...config(pieceContext), proofPurpose: 'authentication' }],
    ['a subject without an id', { ...piece, credentialSubject: { type: 'Piece' } }],
    ['a status entry without an id', { ...piece, credentialStatus: [{ type: 'BitstringStatusListEntry' }] }],
    ['an id that is no address', { ...piece, id: 'CODE' }],
    ['an id that is a blank node', { ...piece, id: '_:b0' }],
    ['an id with a space', { ...piece, id: `${URL} x` }],
    ['an id that ends its IRI', { ...piece, id: `${URL}> <urn:x` }],
    ['an id that is null', { ...piece, id: null }],
    ['an issuer that is a number', { ...piece, issuer: 7 }],
    ['a list inside a list', { ...piece, credentialStatus: [credentialStatus] }],
    ['nothing at all', withSubject(piece, { maker: null })],
    ['a list of plain text', withSubject(piece, { maker: ['a', 'b'] })],
    ['an object for plain text', withSubject(piece, { maker: { id: 'urn:x' } })],
    ['a fraction', withSubject(piece, { maker: 0.5 })],
    ['a lone surrogate', withSubject(piece, { maker: '\ud800' })],
    ['a lone surrogate inside JSON', withSubject(piece, { marks: ['\ud800'] })],
    ['no context', { ...piece, '@context': [] }],
    ['a context that is a text', { ...piece, '@context': BASE }],
    ['another base', { ...piece, '@context': ['https://www.w3.org/2018/credentials/v1'] }],
    ['a second context by its address', { ...piece, '@context': [BASE, 'https://example.org/v1'] }],
    ['one context more', { ...piece, '@context': [...pieceContext, { colour: 'urn:x' }] }],
    ['a term without an IRI', { ...piece, '@context': [BASE, { colour: { '@type': '@id' } }] }],
    ['a term of another form', { ...piece, '@context': [BASE, { colour: { '@id': 'urn:x', '@container': '@list' } }] }],
  ]

  test.each(strange)('throws on %s', (_, document) => {
    expect(() => formatNQuads(document)).toThrow(RangeError)
  })

  test('throws where there is no context', () => {
    const { '@context': _, ...without } = piece
    expect(() => formatNQuads(without)).toThrow(RangeError)
  })
})

describe('the terms of our contexts', () => {
  test('are no terms that a document of ours has from the base context, at any depth: one table holds both', () => {
    const base = new Set<string>()
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [name, member] of Object.entries(value)) {
        base.add(name)
        visit(member)
      }
    }
    visit(contexts.get(BASE))
    const own = [pieceContext, curationContext].flatMap(([, inline]) => Object.keys(inline as JsonObject))
    expect(own.length).toBeGreaterThan(30)
    // A proof may have a nonce, too; ours have none.
    expect(new Set(own.filter((name) => base.has(name)))).toEqual(new Set(['nonce']))
  })

  test('are read once for a context', () => {
    expect(termsOf(pieceContext)).toBe(termsOf(pieceContext))
    expect(termsOf(pieceContext)).not.toBe(termsOf(curationContext))
  })
})
