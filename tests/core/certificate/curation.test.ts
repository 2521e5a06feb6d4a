import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { curationContext, pieceContext } from '#core/certificate/context.ts'
import { buildCredential, parseCredential } from '#core/certificate/credential.ts'
import { endOf, parseCuration } from '#core/certificate/curation.ts'
import { formatAct, formatIssued } from '#core/certificate/leaves.ts'
import { digestBody } from '#core/certificate/proof.ts'
import { readLeaf } from '#core/certificate/status.ts'
import { writeStatusEntries } from '#core/certificate/status-list.ts'
import {
  CODE,
  ISSUED_AT,
  makeCuration,
  ORIGIN,
  registrySigner,
  SLOT,
  sign,
  signCuration,
  signDocument,
  signOnce,
} from './support.ts'

const document = await signCuration()
const subject = document.credentialSubject as JsonObject
const id = `${ORIGIN}/v/${CODE}`

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

describe('the credential of a curation', () => {
  test('is the registry’s own statement, and holds until the end of its last day', () => {
    expect(buildCredential(ORIGIN, { kind: 'curation', subject: makeCuration() }, ISSUED_AT, SLOT)).toEqual({
      '@context': curationContext,
      id,
      type: ['VerifiableCredential', 'AsliCurationCertificate'],
      issuer: 'did:web:asli.example',
      validFrom: ISSUED_AT,
      validUntil: '2027-11-20T14:59:59Z',
      credentialStatus: writeStatusEntries(ORIGIN, id, SLOT),
      credentialSubject: { ...makeCuration(), id: `${id}#curation`, type: 'Curation' },
    })
  })

  test('is read as it was signed', () => {
    expect(parseCredential(canonicalize(document))).toEqual({
      ok: true,
      value: {
        kind: 'curation',
        subject: { ...makeCuration(), id: `${id}#curation`, type: 'Curation' },
        id,
        issuer: 'did:web:asli.example',
        validFrom: ISSUED_AT,
        validUntil: '2027-11-20T14:59:59Z',
        verificationMethod: `did:web:asli.example#${registrySigner.kid}`,
        slot: SLOT,
        body: digestBody(document),
        document,
      },
    })
  })

  test('names every member of a curation in its context, and nothing that it does not have', () => {
    const terms = Object.keys(curationContext[1] as JsonObject)
    const members = Object.keys(subject).filter((name) => name !== 'id' && name !== 'type')
    expect(terms.toSorted()).toEqual(['AsliCurationCertificate', 'Curation', ...members].toSorted())
  })

  test('leaves in the log its product, its maker and its body, and no design', () => {
    const read = parseCredential(canonicalize(document))
    const issue = readLeaf(read.ok ? formatIssued(read.value) : '')
    expect(issue).toEqual({
      t: 'issued',
      cid: 'knI_s0Kg-teDpQp42XqLJoCKlWMd6Or5s5uDlys24W8',
      kind: 'curation',
      product: 'batik-tulis-manggur',
      maker: 'batik-sekar-demo',
      body: issue?.body,
      ts: ISSUED_AT,
    })
    const act = issue && formatAct(issue, { type: 'reported', prev: 4, reason: 'design-dispute', ts: ISSUED_AT })
    const { product: _, t: __, ...kept } = issue ?? {}
    expect(readLeaf(act ?? '')).toEqual({ ...kept, t: 'reported', prev: 4, reason: 'design-dispute' })
  })

  test.each<[string, JsonObject, string]>([
    ['the context of a piece', { '@context': pieceContext }, 'credential.@context'],
    ['both contexts', { '@context': [...curationContext, pieceContext[1] ?? null] }, 'credential.@context'],
    ['the types of a piece', { type: ['VerifiableCredential', 'AsliPieceCertificate'] }, 'credential.@context'],
    [
      'the types and the context of a piece',
      { type: ['VerifiableCredential', 'AsliPieceCertificate'], '@context': pieceContext },
      'credentialSubject.criteria',
    ],
    [
      'one more type',
      { type: ['VerifiableCredential', 'AsliCurationCertificate', 'AsliPieceCertificate'] },
      'credential.type',
    ],
    ['its type alone', { type: ['AsliCurationCertificate'] }, 'credential.@context'],
    ['its type in another first place', { type: ['Credential', 'AsliCurationCertificate'] }, 'credential.type'],
    ['its end a second later', { validUntil: '2027-11-20T15:00:00Z' }, 'credential.validUntil'],
    ['its end a second earlier', { validUntil: '2027-11-20T14:59:58Z' }, 'credential.validUntil'],
    ['its end at UTC', { validUntil: '2027-11-20T23:59:59Z' }, 'credential.validUntil'],
    ['its end a year later', { validUntil: '2028-11-20T14:59:59Z' }, 'credential.validUntil'],
    ['its end as a date', { validUntil: '2027-11-20' }, 'credential.validUntil'],
    ['its end in another zone', { validUntil: '2027-11-20T23:59:59+09:00' }, 'credential.validUntil'],
    ['no end but null', { validUntil: null }, 'credential.validUntil'],
    ['one more property', { name: 'x' }, 'credential.name'],
    ['two subjects', { credentialSubject: [subject, subject] }, 'credentialSubject'],
  ])('is refused with %s, even where it is well signed', async (_, changes, path) => {
    const { proof: __, ...unsigned } = { ...document, ...changes }
    expect(refusal(await signDocument(unsigned))).toBe(path)
  })

  test('is refused where a proof of it has the context of a piece', () => {
    const proofs = document.proof as JsonObject[]
    for (const [at, proof] of proofs.entries()) {
      const changed = proofs.with(at, { ...proof, '@context': pieceContext })
      expect(refusal({ ...document, proof: changed })).toBe(`credential.proof[${at}].@context`)
    }
  })

  test('is of the first version, too: without a status, and with one proof', async () => {
    const { proof: _, credentialStatus: __, ...bare } = document
    const read = parseCredential(canonicalize(await signOnce(bare)))
    expect(read).toMatchObject({ ok: true, value: { kind: 'curation' } })
    expect(read.ok && read.value).not.toHaveProperty('slot')
  })

  test('is refused where a piece stands in it, or a curation in a piece', async () => {
    const piece = await sign()
    const stranger = { ...document, credentialSubject: piece.credentialSubject ?? null }
    expect(refusal(stranger)).toMatch(/^credentialSubject\./)
    expect(refusal({ ...piece, credentialSubject: subject })).toMatch(/^credentialSubject\./)
  })

  test.each(Object.keys(document))('is refused without %s', (name) => {
    const path = { credentialSubject: name, type: 'credential.@context' }[name] ?? `credential.${name}`
    expect(refusal(without(document, name))).toBe(path)
  })

  test.each(Object.keys(subject))('is refused where its subject has no %s', (name) => {
    expect(refusal({ ...document, credentialSubject: without(subject, name) })).toBe(`credentialSubject.${name}`)
  })

  const criteria = Object.keys(makeCuration().criteria)
  test.each(criteria)('is refused where its subject has no points for %s', (name) => {
    const changed = withSubject({ criteria: without(subject.criteria as JsonObject, name) })
    expect(refusal(changed)).toBe(`credentialSubject.criteria.${name}`)
  })

  test.each<[string, JsonValue, string]>([
    ['id', '', 'id'],
    ['id', 'x'.repeat(301), 'id'],
    ['type', 'Piece', 'type'],
    ['code', 'Y7HD7H5NMT3W', 'code'],
    ['code', CODE.toLowerCase(), 'code'],
    ['nonce', 'short', 'nonce'],
    ['nonce', 'AAECAwQFBgcICQoLDA0ODx', 'nonce'],
    ['maker', 'Batik', 'maker'],
    ['product', 'batik/tulis', 'product'],
    ['product', 'a'.repeat(61), 'product'],
    ['productName', { en: 'a' }, 'productName.id'],
    ['productName', { en: 'a', id: 'b', zh: 'c' }, 'productName.zh'],
    ['productName', 'a', 'productName'],
    ['record', 'CUR-26-0001', 'record'],
    ['record', 'CUR-2026-00011', 'record'],
    ['record', 'CUR-2026-0001\n', 'record'],
    ['rubric', 'export-v1', 'rubric'],
    ['rubric', 'export-v1@', 'rubric'],
    ['rubric', 'Export@1', 'rubric'],
    ['curators', [], 'curators'],
    ['curators', ['KUR-DEMO-01'], 'curators'],
    ['curators', ['KUR-DEMO-01', 'KUR-DEMO-01'], 'curators'],
    ['curators', ['KUR-A', 'KUR-B', 'KUR-C', 'KUR-D'], 'curators'],
    ['curators', ['KUR-DEMO-01', 'Demo Ratna'], 'curators[1]'],
    ['curators', ['KUR-DEMO-01', 'kur-demo-02'], 'curators[1]'],
    ['curators', ['KUR-DEMO-01', 2], 'curators[1]'],
    ['curators', 'KUR-DEMO-01, KUR-DEMO-02', 'curators'],
    ['curators', { 0: 'KUR-DEMO-01', 1: 'KUR-DEMO-02', length: 2 }, 'curators'],
    ['total', '84.5', 'total'],
    ['total', 84.55, 'total'],
    ['total', -0.1, 'total'],
    ['total', 100.1, 'total'],
    ['total', null, 'total'],
    ['criteria', { ...makeCuration().criteria, taste: 5 }, 'criteria.taste'],
    ['criteria', { ...makeCuration().criteria, qa: 15.25 }, 'criteria.qa'],
    ['criteria', { ...makeCuration().criteria, qa: -1 }, 'criteria.qa'],
    ['criteria', { ...makeCuration().criteria, qa: 101 }, 'criteria.qa'],
    ['criteria', { ...makeCuration().criteria, qa: '15' }, 'criteria.qa'],
    ['criteria', [24.5, 12, 15, 13, 11, 9], 'criteria'],
    ['grade', 'C', 'grade'],
    ['grade', '', 'grade'],
    ['grade', 'a', 'grade'],
    ['grade', null, 'grade'],
    ['decidedOn', '2026-02-30', 'decidedOn'],
    ['decidedOn', '2026-11-20T00:00:00Z', 'decidedOn'],
    ['expiresOn', '2027-13-01', 'expiresOn'],
    ['expiresOn', 20271120, 'expiresOn'],
    ['demo', 'true', 'demo'],
    ['demo', 1, 'demo'],
    ['curator', 'Demo Ratna', 'curator'],
    ['design', { id: 'a', name: 'b', exclusivity: 'open' }, 'design'],
    ['validUntil', '2027-11-20T14:59:59Z', 'validUntil'],
  ])('is refused where its subject’s %s is %j', (name, value, path) => {
    expect(refusal(withSubject({ [name]: value }))).toBe(`credentialSubject.${path}`)
  })

  test('is refused where three curators are two people', () => {
    const curators = ['KUR-DEMO-01', 'KUR-DEMO-02', 'KUR-DEMO-01']
    expect(refusal(withSubject({ curators }))).toBe('credentialSubject.curators')
  })

  test('is read with three curators, with either grade, and with every tenth of a point', async () => {
    const curators = ['KUR-DEMO-01', 'KUR-DEMO-02', 'KUR-3']
    expect(refusal(await signCuration(makeCuration({ curators, grade: 'A' })))).toBeNull()
    for (let tenths = 0; tenths <= 1000; tenths++) {
      const curation = parseCuration({ ...subject, total: tenths / 10 })
      expect(curation.ok && curation.value.total).toBe(tenths / 10)
    }
    for (let hundredths = 1; hundredths < 100; hundredths += 9) {
      if (hundredths % 10 !== 0) expect(parseCuration({ ...subject, total: 80 + hundredths / 100 }).ok).toBe(false)
    }
  })
})

describe('parseCuration', () => {
  test.each([null, [], 'x', 5, true])('refuses %j, which is no curation', (value) => {
    expect(parseCuration(value)).toEqual({ ok: false, error: 'credentialSubject' })
  })
})

describe('endOf', () => {
  test('is the last second of the last day where Indonesia’s day ends first, at UTC+9', () => {
    expect(endOf({ expiresOn: '2027-11-20' })).toBe('2027-11-20T14:59:59Z')
    expect(new Date(Date.parse(endOf({ expiresOn: '2028-02-29' })) + 1000 + 9 * 3_600_000).toISOString()).toBe(
      '2028-03-01T00:00:00.000Z',
    )
  })
})
