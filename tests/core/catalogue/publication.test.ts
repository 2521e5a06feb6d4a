import { describe, expect, test } from 'vitest'
import { type Curation, curationSchema } from '#core/catalogue/curation.ts'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import {
  type Candidate,
  findNewestApproval,
  findNewestCuration,
  judgePublication,
} from '#core/catalogue/publication.ts'
import { curations, curators, makers, readProduct } from './content-files.ts'

const demoProduct = readProduct('batik-tulis-manggur-natural')
const product = { ...demoProduct, demo: false }
const maker = makers.get(product.maker)
const record = curationSchema.parse(curations.find((one) => one.product === product.id))
const occasion = { today: '2026-11-22', demoSite: false }
const candidate: Candidate = { product, maker, curations: [record], curators }

function judge(change: Partial<Candidate>, on = occasion) {
  return judgePublication({ ...candidate, ...change }, on)
}

function withRecord(change: Partial<Curation>, on = occasion) {
  return judge({ curations: [{ ...record, ...change }] }, on)
}

describe('judgePublication', () => {
  test('publishes a product whose newest record is approved, in force, and of this very specification', () => {
    expect(judge({})).toEqual({ published: true, curation: record, expired: false })
  })

  test('withholds a product without a record of its own, and says where to add one', () => {
    const others = curations.filter((one) => one.product !== product.id)
    expect(judge({ curations: others })).toEqual({
      published: false,
      reason: 'not-curated',
      detail: 'PRD-0001 has no curation record: add one in content/curations/PRD-0001/.',
    })
  })

  test.each(['conditional', 'returned'] as const)('withholds a product whose newest record says %s', (decision) => {
    expect(withRecord({ decision })).toMatchObject({
      published: false,
      reason: 'not-approved',
      detail: expect.stringContaining(`CUR-2026-0001 says ${decision}: `),
    })
  })

  test('goes by the newest record, whatever the order of the files', () => {
    const newer: Curation = { ...record, id: 'CUR-2026-0099', decidedAt: '2026-11-01', decision: 'returned' }
    expect(judge({ curations: [newer, record] })).toMatchObject({ reason: 'not-approved' })
    expect(judge({ curations: [record, newer] })).toMatchObject({ reason: 'not-approved' })
  })

  test('goes by the highest id among the decisions of one day', () => {
    const later: Curation = { ...record, id: 'CUR-2026-0100', decision: 'returned' }
    expect(findNewestCuration(product, [later, record])?.id).toBe('CUR-2026-0100')
    expect(findNewestCuration(product, [record, later])?.id).toBe('CUR-2026-0100')
  })

  test('knows the newest approval behind a later return, and none where there never was one', () => {
    const returned: Curation = { ...record, id: 'CUR-2026-0099', decidedAt: '2026-11-01', decision: 'returned' }
    expect(findNewestApproval(product, [returned, record])).toBe(record)
    expect(findNewestApproval(product, [returned])).toBeUndefined()
  })

  test('publishes on the last day of a record and withholds on the next', () => {
    expect(judge({}, { ...occasion, today: '2028-04-05' })).toMatchObject({ published: true, expired: false })
    expect(judge({}, { ...occasion, today: '2028-04-06' })).toMatchObject({
      published: false,
      reason: 'expired',
      detail: expect.stringContaining('CUR-2026-0001 held until 2028-04-05'),
    })
  })

  test('withholds what three complaints ended, says why, and keeps it where two were upheld', () => {
    const about = { en: 'A fault.', id: 'Cacat.' }
    const upheld = ['2026-11-01', '2026-11-11', '2026-11-21'].map((decidedAt) => ({
      ...{ product: product.id, receivedAt: '2026-10-30', about, outcome: 'upheld' as const },
      ...{ curators: ['KUR-DEMO-01'], decidedAt },
    }))
    expect(judge({ complaints: upheld })).toEqual({
      published: false,
      reason: 'expired',
      detail:
        'CUR-2026-0001 held until 2026-11-21 (by then 3 complaints had been upheld): have the product examined again and ' +
        'add the new record.',
    })
    expect(judge({ complaints: upheld }, { ...occasion, today: '2026-11-21' })).toMatchObject({ published: true })
    expect(judge({ complaints: upheld.slice(1) })).toEqual({ published: true, curation: record, expired: false })
    const shown = judge({ product: demoProduct, complaints: upheld }, { ...occasion, demoSite: true })
    expect(shown).toMatchObject({ published: true, expired: true, curation: { expiresAt: '2026-11-21' } })
  })

  test('keeps an expired demo product in a demo site and says so, but no real one', () => {
    const on = { today: '2031-01-01', demoSite: true }
    expect(judge({ product: demoProduct }, on)).toMatchObject({ published: true, expired: true })
    expect(judge({}, on)).toMatchObject({ published: false, reason: 'expired' })
  })

  test('withholds a demo product in a site that is none', () => {
    expect(judge({ product: demoProduct })).toMatchObject({ published: false, reason: 'demo' })
  })

  test('withholds a product that was withdrawn, whatever its record says', () => {
    expect(judge({ product: { ...product, withdrawn: { at: '2026-11-20', by: 'maker' } } })).toEqual({
      published: false,
      reason: 'withdrawn',
      detail: 'PRD-0001 was withdrawn on 2026-11-20 by the maker: take out "withdrawn" to bring it back.',
    })
  })

  test('withholds a product that was edited after approval, and tells the hash that it has now', () => {
    const edited = { ...product, arealMass: 95 }
    expect(judge({ product: edited })).toMatchObject({
      published: false,
      reason: 'edited',
      detail: expect.stringContaining(`"subjectHash: ${hashMaterialFields(edited)}"`),
    })
  })

  test('withholds an edited demo product in a demo site too, expired or not', () => {
    const edited = { ...demoProduct, arealMass: 95 }
    expect(judge({ product: edited }, { today: '2031-01-01', demoSite: true })).toMatchObject({ reason: 'edited' })
  })

  test('keeps a product whose price, photos, translations or lead time changed', () => {
    const changed = { ...product, price: undefined, onRequest: true as const, leadDays: { min: 5, max: 9 }, images: [] }
    expect(judge({ product: changed })).toMatchObject({ published: true })
  })

  test('withholds a product when one of its curators is not known', () => {
    expect(judge({ curators: curators.slice(0, 1) })).toMatchObject({
      published: false,
      reason: 'curator-unknown',
      detail: expect.stringContaining('content/curators/kur-demo-02.yaml'),
    })
  })

  test.each([
    ['2025-03-09', 'before'],
    ['2028-03-10', 'after'],
  ])("withholds a product that was decided on %s, %s a curator's certificate", (decidedAt) => {
    expect(withRecord({ decidedAt })).toMatchObject({
      published: false,
      reason: 'curator-certificate',
      detail: expect.stringContaining(`decided on ${decidedAt}`),
    })
  })

  test('takes a certificate for valid on its first and on its last day', () => {
    expect(withRecord({ decidedAt: '2026-01-19' })).toMatchObject({ published: true })
    expect(withRecord({ decidedAt: '2028-03-09' })).toMatchObject({ published: true })
  })

  test('withholds a product whose maker is missing or not active', () => {
    expect(judge({ maker: undefined })).toMatchObject({
      published: false,
      reason: 'maker-missing',
      detail: expect.stringContaining('content/makers/canting-manggur-demo.yaml'),
    })
    expect(judge({ maker: maker && { ...maker, active: false } })).toMatchObject({
      published: false,
      reason: 'maker-inactive',
    })
  })

  test("withholds a product when the maker's consent was withdrawn", () => {
    expect(judge({ maker: maker && { ...maker, consentRef: undefined } })).toMatchObject({
      published: false,
      reason: 'consent-missing',
      detail: expect.stringContaining('no consentRef'),
    })
  })

  test('withholds a product when the producer did not agree to its examination', () => {
    expect(withRecord({ producerConsent: undefined })).toMatchObject({ published: false, reason: 'consent-missing' })
    expect(withRecord({ gates: { ...record.gates, consent: 'fail' } })).toMatchObject({ reason: 'consent-missing' })
  })

  test('withholds a product that stands on what check refuses, and counts what it does not tell', () => {
    expect(judge({ refusals: [] })).toMatchObject({ published: true })
    expect(judge({ refusals: ['a.md:1 moq is wrong.'] })).toEqual({
      published: false,
      reason: 'refused',
      detail: 'a.md:1 moq is wrong.',
    })
    expect(judge({ refusals: ['a.md:1 moq is wrong.', 'b', 'c'] })).toMatchObject({
      reason: 'refused',
      detail: 'a.md:1 moq is wrong. (and 2 more: run asli content check)',
    })
  })
})
