import { describe, expect, test } from 'vitest'
import type { Attestation } from '#core/catalogue/attestation.ts'
import { listAttestations } from '../../site/components/attestations.ts'
import { describeRecord, listCriteria, listCurators, listEvidence } from '../../site/components/curation.ts'
import { chooseWorks } from '../../site/components/home.ts'
import { describeMaker } from '../../site/components/maker.ts'
import { describePlace, listDyes } from '../../site/components/provenance.ts'
import { en } from '../../site/i18n/en.ts'
import { id } from '../../site/i18n/id.ts'
import { inEachLanguage, localizedPath } from '../../site/i18n/index.ts'
import { collectWords, describeProduct, describeWithheld } from '../../site/published.ts'
import { slugs } from '../core/catalogue/content-files.ts'
import { lookUp, readEntry, readingIn } from './readings.ts'

const cloth = readEntry('batik-tulis-manggur-natural')

describe('the curation record', () => {
  test('gives the mean of the curators’ points with what they are out of', () => {
    const rows = listCriteria(cloth, 'en')
    expect(rows).toHaveLength(6)
    for (const row of rows) expect(row.points).toMatch(/^[\d.]+ of \d+$/)
    for (const row of rows) expect(row.share).toBeGreaterThanOrEqual(cloth.rubric.thresholds.criterionPct)
  })

  test('shows a note that nobody translated in Indonesian, and says which language it is', () => {
    const [first = '', second = ''] = cloth.curation.curators
    const { [first]: one, [second]: other } = cloth.curation.scores
    if (!one || !other) throw new Error('two curators examined the cloth')
    const scores = {
      [first]: { ...one, packaging: { points: 12, note: { id: 'Kuat.', en: 'Strong.' } } },
      [second]: { ...other, packaging: { points: 12, note: { id: 'Rapi.' } } },
    }
    const noted = { ...cloth, curation: { ...cloth.curation, scores } }
    expect(listCriteria(noted, 'en')[1]?.notes).toEqual([
      { text: 'Strong.', lang: 'en' },
      { text: 'Rapi.', lang: 'id' },
    ])
    expect(listCriteria(noted, 'id')[1]?.notes).toEqual([
      { text: 'Kuat.', lang: 'id' },
      { text: 'Rapi.', lang: 'id' },
    ])
  })

  test('shows of a curator’s certificate the scheme and the last four characters alone', () => {
    for (const { certificate } of listCurators(cloth.curators, 'en')) {
      expect(certificate).toMatch(/^.+, certificate number ending in .{4}$/)
    }
  })
})

describe('evidence', () => {
  const kept = (hidden: boolean, digit: string) => ({
    kind: 'sample-photo',
    sha256: digit.repeat(64),
    private: hidden,
  })
  const withEvidence = (...evidence: ReturnType<typeof kept>[]) => ({
    ...cloth,
    curation: { ...cloth.curation, evidence },
  })

  test('that is public is named with its SHA-256; of the rest only the number is told', () => {
    const rows = listEvidence(withEvidence(kept(false, 'a'), kept(true, 'b'), kept(true, 'c')), 'id')
    expect(rows).toMatchObject([
      { label: 'Foto sampel', lines: ['SHA-256'], notes: ['a'.repeat(64)] },
      { label: 'Tidak untuk umum', lines: ['2'] },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/b{64}|c{64}/)
    expect(listEvidence(withEvidence(kept(false, 'a')), 'en').map(({ label }) => label)).toEqual([
      'Photograph of the sample',
    ])
    expect(listEvidence(cloth, 'en')).toEqual([])
  })

  test('of an older record, in words of its own, is a document', () => {
    const [row] = listEvidence(withEvidence({ ...kept(false, 'a'), kind: 'list of faults' }), 'en')
    expect(row).toMatchObject({ label: 'Document', notes: ['a'.repeat(64)] })
  })
})

describe('complaints', () => {
  const upheld = {
    ...{ product: cloth.product.id, receivedAt: '2026-10-20', about: { en: 'A fault.', id: 'Cacat.' } },
    ...{ outcome: 'upheld' as const, curators: ['KUR-DEMO-01'], decidedAt: '2026-10-25' },
  }

  test('are counted in the record, where there is none as well', () => {
    const last = (complaints: (typeof upheld)[], lang: 'en' | 'id') =>
      describeRecord({ ...cloth, upheld: complaints }, lang).at(-1)
    expect(last([], 'en')).toMatchObject({ label: 'Complaints upheld since then', lines: ['None'] })
    expect(last([upheld, upheld], 'en')).toMatchObject({ lines: ['2 of the 3 that end an approval'] })
    expect(last([upheld], 'id')).toMatchObject({ lines: ['1 dari 3 yang mengakhiri persetujuan'] })
  })
})

describe('attestations', () => {
  const attestation: Attestation = {
    type: 'halal',
    number: 'ID00000000000000002',
    issuer: 'BPJPH',
    level: 'issued',
    expires: '2026-12-31',
  }

  test('hold on their last day and are marked as expired on the next', () => {
    const [last] = listAttestations([attestation], readingIn('en', '2026-12-31'))
    expect(last).toMatchObject({ expired: false, dates: 'until 31 December 2026', level: 'Issued by an authority' })
    const [after] = listAttestations([attestation], readingIn('id', '2027-01-01'))
    expect(after).toMatchObject({ expired: true, dates: 'berakhir pada 31 Desember 2026' })
  })
})

describe('places and people', () => {
  test('a regency is never a bare name', () => {
    for (const slug of slugs) {
      expect(describePlace(readEntry(slug).product.origin, readingIn('en'))).toMatch(/(Kab\.|Kota) /)
    }
  })

  test('a maker’s line of business has its name where the classification of that year has it', () => {
    const kbli = [
      { code: '13134', version: '2020' as const },
      { code: '13134', version: '2025' as const },
      { code: '99999' },
    ]
    const [row] = describeMaker({ ...cloth.maker, kbli }, readingIn('en')).filter(({ label }) => label.includes('KBLI'))
    expect(row?.lines).toEqual(['Batik, 13134 (KBLI 2020)', '13134 (KBLI 2025)', '99999'])
  })

  test('a maker’s trademark, memberships and adviser are named where there are any', () => {
    const rows = (changes: Partial<typeof cloth.maker>) =>
      describeMaker({ ...cloth.maker, ...changes }, readingIn('id')).map(({ label, lines }) => `${label}: ${lines}`)
    const bare = { trademark: undefined, memberships: [], plut: undefined }
    const whole = { trademark: { name: 'Manggur', number: 'IDM000000000' }, memberships: ['A', 'B'], plut: 'PLUT Demo' }
    const added = rows(whole).filter((row) => !rows(bare).includes(row))
    expect(added).toEqual([
      'Merek: Manggur, nomor pendaftaran IDM000000000',
      'Anggota: A dan B',
      'Pendamping usaha: PLUT Demo',
    ])
  })

  test('of a business number only the last four digits are shown', () => {
    const rows = describeMaker({ ...cloth.maker, nib: '1234567890123' }, readingIn('en'))
    expect(JSON.stringify(rows)).toContain('0123')
    expect(JSON.stringify(rows)).not.toContain('567890')
  })

  test('what fixes a dye comes after the plants', () => {
    const dyes = listDyes({ ...cloth.product, dyes: ['fix-tunjung', 'mahoni'] }, readingIn('en'))
    expect(dyes.map(({ latin }) => latin !== undefined)).toEqual([true, false])
  })
})

describe('the first page', () => {
  test('shows works of different kinds, as many as asked for, the first among them', () => {
    const entries = slugs.map((slug) => readEntry(slug))
    for (const count of [1, 3, 4, 6]) {
      const works = chooseWorks(entries, count)
      expect(works).toHaveLength(count)
      expect(works[0]).toBe(entries[0])
      expect(new Set(works.map(({ product }) => product.category)).size).toBe(count)
    }
    expect(chooseWorks(entries.slice(0, 2), 4)).toHaveLength(2)
  })
})

describe('languages', () => {
  test('have the same keys', () => {
    const keysOf = (value: object): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'object' ? keysOf(inner).map((below) => `${key}.${below}`) : [key],
      )
    expect(keysOf(id)).toEqual(keysOf(en))
  })

  test('English has no prefix', () => {
    expect(localizedPath('/products/', 'en')).toBe('/products/')
    expect(localizedPath('/products/', 'id')).toBe('/id/products/')
    expect(inEachLanguage({ slug: 'x' }, {}).map(({ params }) => params.lang)).toEqual([undefined, 'id'])
  })
})

describe('published.json', () => {
  const image = { src: '/x.webp', width: 800, height: 600, alt: { en: 'x', id: 'x' } }

  test('names curators as they want to be named, and people’s consent nowhere', () => {
    const product = describeProduct(cloth, image, lookUp)
    expect(product.curation).toMatchObject({ total: 83, grade: 'B', rubric: 'export-v1@1' })
    expect(product.curation.curators).toEqual(cloth.curators.map(({ displayName }) => displayName))
    expect(JSON.stringify(product)).not.toContain('CONS-')
  })

  test('says of what is left out whether it ever was approved, and until when', () => {
    const left = { slug: 'left', maker: 'm', reason: 'expired', detail: 'held until 2026-10-01' }
    expect(describeWithheld(left, '2026-10-01')).toEqual({ ...left, until: '2026-10-01' })
    expect(describeWithheld(left, undefined)).not.toHaveProperty('until')
  })

  test('has a word for every id that products and certificates name', () => {
    const entries = slugs.map((slug) => readEntry(slug))
    const words = collectWords(lookUp)
    for (const { product } of entries) {
      for (const technique of product.techniques) expect(words[`technique:${technique}`]).toBeDefined()
      for (const { fibre } of product.materials) expect(words[`fibre:${fibre}`]).toBeDefined()
      expect(words[`regency:${product.origin.regency}`]?.en).toMatch(/^(Kab\.|Kota) /)
      for (const { step, actor } of product.process)
        expect([words[`step:${step}`], words[`role:${actor}`]]).not.toContain(undefined)
    }
  })
})
