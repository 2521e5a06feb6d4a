import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type ActType, reasons } from '#core/certificate/reasons.ts'
import { actRequest, certificateRequestOn, curationRequest, supersessionOf } from '#core/certificate/request.ts'
import { leastRequest, requestSchema, wholeRequest } from './support.ts'

const TODAY = '2026-11-22'
const KIND = 'must have “kind”: “piece” or “curation”'
const SLUG = 'must be small letters, digits and single hyphens, such as manggur-anggur-01'
const curation = { kind: 'curation', product: 'batik-tulis-manggur' }

/** What the schema refuses, as `path: message`. */
function refuse(schema: z.ZodType, request: unknown): string[] {
  const read = schema.safeParse(request)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('curationRequest', () => {
  test('names a product, and nothing that its published record says', () => {
    expect(curationRequest.parse(curation)).toEqual(curation)
    for (const name of ['curators', 'grade', 'total', 'expiresOn', 'design', 'edition', 'maker'])
      expect(refuse(curationRequest, { ...curation, [name]: 'x' })).toEqual([`: Unrecognized key: "${name}"`])
  })

  test.each(['Batik', 'a/b', '', '../a', 'a'.repeat(61)])('refuses the product %j', (product) => {
    const paths = refuse(curationRequest, { ...curation, product }).map((refusal) => refusal.split(':')[0])
    expect(new Set(paths)).toEqual(new Set(['product']))
  })
})

describe('certificateRequestOn', () => {
  const schema = certificateRequestOn(TODAY)

  test('reads a piece as the schema of pieces does, and a curation as that of curations', () => {
    for (const request of [wholeRequest, leastRequest])
      expect(schema.parse(request)).toEqual(requestSchema.parse(request))
    expect(schema.parse(curation)).toEqual(curation)
  })

  test.each([{}, { kind: 'competence' }, { kind: 'Piece' }, { kind: null }, { ...leastRequest, kind: undefined }])(
    'says of %j which kinds there are',
    (request) => {
      expect(refuse(schema, request)).toEqual([`kind: ${KIND}`])
    },
  )

  test.each([null, undefined, [], 'piece', 5, [leastRequest]])('says of %j what it must have', (request) => {
    expect(refuse(schema, request)).toEqual([`: ${KIND}`])
  })

  test('refuses what its kind refuses, at the same path and in the same words', () => {
    const spoilt = [
      { ...leastRequest, product: 'Batik' },
      { ...leastRequest, soldOn: '2026-11-23' },
      { ...leastRequest, soldOn: '2026-11-01' },
      { ...leastRequest, design: { ...leastRequest.design, exclusivity: 'limited' } },
      { ...leastRequest, edition: { number: 1 } },
      { ...leastRequest, customer: 'Ibu Rina' },
    ]
    for (const request of spoilt) {
      expect(refuse(schema, request)).toHaveLength(1)
      expect(refuse(schema, request)).toEqual(refuse(requestSchema, request))
    }
    expect(refuse(schema, { ...curation, product: 'Batik' })).toEqual([`product: ${SLUG}`])
    expect(refuse(schema, { ...leastRequest, kind: 'curation' })).toEqual([
      ': Unrecognized keys: "design", "madeOn", "soldOn"',
    ])
  })

  test('reads dates on the day that it is given', () => {
    const tomorrow = { ...leastRequest, soldOn: '2026-11-23' }
    expect(refuse(certificateRequestOn('2026-11-23'), tomorrow)).toEqual([])
    expect(refuse(schema, tomorrow)).toEqual(['soldOn: must not be in the future (today is 2026-11-22 in Indonesia)'])
  })
})

describe('actRequest', () => {
  test.each<[Exclude<ActType, 'superseded'>, string[]]>([
    ['revoked', ['data-error', 'returned', 'lost-or-stolen', 'design-dispute', 'key-compromised', 'replaced']],
    ['suspended', ['data-error', 'design-dispute', 'key-compromised']],
    ['reported', ['lost-or-stolen', 'design-dispute']],
  ])('of what is %s takes one of the reasons %j, and names them all', (type, allowed) => {
    const schema = actRequest(type)
    for (const reason of reasons) {
      if (allowed.includes(reason)) expect(schema.parse({ reason })).toEqual({ reason })
      else expect(refuse(schema, { reason })).toEqual([`reason: must be one of ${allowed.join(', ')}`])
    }
    for (const request of [{}, { reason: null }, { reason: '' }, { reason: 'because' }, { reason: ['returned'] }])
      expect(refuse(schema, request)).toEqual([`reason: must be one of ${allowed.join(', ')}`])
    expect(refuse(schema, { reason: allowed[0], note: 'x' })).toEqual([': Unrecognized key: "note"'])
  })

  test.each(['resumed', 'report-withdrawn'] as const)('of what is %s takes nothing, and no reason', (type) => {
    expect(actRequest(type).parse({})).toEqual({})
    for (const reason of reasons) expect(refuse(actRequest(type), { reason })).toEqual([': Unrecognized key: "reason"'])
  })

  test.each([null, [], 'x', 5])('refuses %j, which is no request', (request) => {
    for (const type of ['revoked', 'suspended', 'resumed', 'reported', 'report-withdrawn'] as const)
      expect(refuse(actRequest(type), request)).toHaveLength(1)
  })
})

describe('supersessionOf', () => {
  const schema = supersessionOf(certificateRequestOn(TODAY))
  const NO_REASON = 'reason: must be one of data-error, replaced'

  test('takes a reason and the whole corrected certificate, of either kind', () => {
    for (const reason of ['data-error', 'replaced']) {
      expect(schema.parse({ reason, certificate: leastRequest })).toEqual({
        reason,
        certificate: requestSchema.parse(leastRequest),
      })
      expect(schema.parse({ reason, certificate: curation })).toEqual({ reason, certificate: curation })
    }
  })

  test('takes no other reason', () => {
    for (const reason of ['returned', 'lost-or-stolen', 'design-dispute', 'key-compromised', '', null, undefined])
      expect(refuse(schema, { reason, certificate: curation })).toEqual([NO_REASON])
  })

  test('names what is wrong within the certificate by its path', () => {
    const reason = 'data-error'
    expect(refuse(schema, { reason })).toEqual([`certificate: ${KIND}`])
    expect(refuse(schema, { reason, certificate: {} })).toEqual([`certificate.kind: ${KIND}`])
    expect(refuse(schema, { reason, certificate: { ...leastRequest, product: 'Batik' } })).toEqual([
      `certificate.product: ${SLUG}`,
    ])
    expect(refuse(schema, { certificate: { ...curation, product: 'Batik' } })).toEqual([
      NO_REASON,
      `certificate.product: ${SLUG}`,
    ])
    expect(refuse(schema, { reason, certificate: curation, code: 'x' })).toEqual([': Unrecognized key: "code"'])
  })
})
