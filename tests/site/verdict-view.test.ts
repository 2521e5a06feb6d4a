import { describe, expect, test } from 'vitest'
import type { Curation } from '#core/certificate/curation.ts'
import type { Piece } from '#core/certificate/piece.ts'
import { type ActType, reasonsOf } from '#core/certificate/reasons.ts'
import type { Act } from '#core/certificate/status.ts'
import type { Certified, Report, Verdict } from '#core/certificate/verify.ts'
import type { Verification } from '../../functions/actions/verify.ts'
import { languages } from '../../site/i18n/index.ts'
import { useVerdictWords } from '../../site/i18n/verdict.ts'
import { listChanges } from '../../site/verdict/changes.ts'
import { type CertifiedCuration, describeExamination, listFacts, listPoints } from '../../site/verdict/curation.ts'
import {
  type CertifiedPiece,
  describeEdition,
  describeExclusivity,
  describeStatement,
  listClaims,
} from '../../site/verdict/piece.ts'
import { describeState, describeVerdict, nameReason } from '../../site/verdict/view.ts'
import { rubric } from '../core/catalogue/content-files.ts'
import { CODE, makeCuration, makePiece, OTHER_CODE } from '../core/certificate/support.ts'

const envelope = { issuer: 'did:web:x', issuedAt: '2026-11-22T03:04:05Z', keyId: 'k', logIndex: 7 }
const pieceOf = (changes: Partial<Piece> = {}): Piece => ({ id: 'x', type: 'Piece', ...makePiece(changes) })
const certifyPiece = (changes: Partial<Piece> = {}): Certified => ({
  kind: 'piece',
  subject: pieceOf(changes),
  ...envelope,
})
const certifyCuration = (changes: Partial<Curation> = {}): CertifiedCuration => ({
  kind: 'curation',
  subject: { id: 'x', type: 'Curation', ...makeCuration(changes) },
  ...envelope,
})

const byMaker = { role: 'maker', maker: 'batik-sekar-demo' } as const
const actOf = (type: ActType, reason: Act['reason'], by: Act['by'] = byMaker): Report['act'] => ({
  type,
  ...(reason ? { reason } : {}),
  at: '2026-11-23T00:00:00Z',
  by,
  index: 9,
  maker: 'batik-sekar-demo',
  product: 'batik-tulis-manggur',
})

function verificationOf(report: Partial<Report> & { verdict: Verdict }, more: Partial<Verification> = {}) {
  const whole: Report = { checkedAt: '2026-11-23T00:00:00Z', checks: [], ...report }
  return { typed: CODE, code: CODE, report: whole, suggestion: null, vocab: {}, ...more } satisfies Verification
}

describe('the sentence of the verdict', () => {
  test('says who did it, when and why', () => {
    const paused = verificationOf({ verdict: 'suspended', act: actOf('suspended', 'data-error') })
    expect(describeVerdict(paused, 'en')).toBe(
      'batik-sekar-demo paused this certificate on 23 November 2026: the record may hold a mistake, which is being ' +
        'checked. Do not rely on it until the pause is lifted.',
    )
    const reported = verificationOf({
      verdict: 'reported',
      act: actOf('reported', 'lost-or-stolen', { role: 'curator' }),
    })
    expect(describeVerdict(reported, 'id')).toBe(
      'Seorang kurator registri melaporkan pada 23 November 2026 bahwa karyanya hilang atau dicuri.',
    )
  })

  test('of a product’s certificate says that it is not about a piece', () => {
    const valid = verificationOf({ verdict: 'valid', certificate: certifyCuration() })
    expect(describeVerdict(valid, 'en')).toContain('not about the piece in your hand')
    expect(describeVerdict(valid, 'id')).toContain('bukan tentang karya di tangan Anda')
  })

  test('says until when an examination held', () => {
    const over = verificationOf({ verdict: 'expired', certificate: certifyCuration({ expiresOn: '2026-11-05' }) })
    expect(describeVerdict(over, 'en')).toContain('until 5 November 2026')
    expect(describeState(over.report, 'id')).toBe('masa berlakunya habis pada 5 November 2026')
  })
})

describe('every reason that an act may give', () => {
  const cases = Object.entries(reasonsOf).flatMap(([type, reasons]) =>
    reasons.map((reason) => [type as ActType, reason] as const),
  )

  test.each(cases)('%s for %s has words of its own in both languages', (type, reason) => {
    const words = languages.map((lang) => nameReason({ type, reason }, lang))
    for (const text of words) expect(text).toMatch(/^[a-z].*[a-z]$/)
    expect(new Set(words).size).toBe(languages.length)
  })
})

describe('the maker’s statement', () => {
  const limited = {
    design: { id: 'a', name: 'Api', exclusivity: 'limited' },
    edition: { number: 3, size: 20 },
  } as const
  const open = { design: { id: 'a', name: 'Api', exclusivity: 'open' }, edition: { number: 0, size: 0 } } as const
  const state = (changes: Partial<Piece>) => describeStatement(pieceOf(changes), 'Sekar', 'en')

  test('claims the whole design for one customer only where the design is exclusive', () => {
    expect(state({})).toMatch(
      /^Sekar states that “Manggur Anggur 🍇” was made only for, and sold only to, one customer/,
    )
    expect(state(limited)).toMatch(/that number 3 of 20 of “Api” was made only for/)
    expect(state(open)).toMatch(/that this piece of the open series “Api” was made only for/)
  })

  test('says “made once” only of an exclusive design, and “for stock” of the others', () => {
    const madeFor = { mode: 'none' } as const
    expect(state({ madeFor })).toContain('was made once, and sold on 21 November 2026')
    for (const edition of [limited, open]) {
      expect(state({ ...edition, madeFor })).toContain('was made for stock')
      expect(state({ ...edition, madeFor })).not.toMatch(/once|only/)
    }
  })

  test('says for whom it was made no more than is known: nobody, one customer, or one who can show their name', () => {
    const commitment = 'A'.repeat(43)
    const say = (madeFor: Piece['madeFor']) =>
      listClaims(certifyPiece({ madeFor }) as CertifiedPiece, {}, 'en').find(({ label }) => label === 'Made for')?.text
    expect([say({ mode: 'none' }), say({ mode: 'private' }), say({ mode: 'private', commitment })]).toEqual([
      'Stock, not for a certain customer',
      'One customer, whose name is not kept here',
      'One customer; only they can show the name',
    ])
  })

  test('gives each step a line: who, and when as exactly as was recorded', () => {
    const process: Piece['process'] = [
      { step: 'mola', actor: 'designer', date: '2026-09-02', precision: 'day' },
      { step: 'nglorod', date: '2026-10-15', precision: 'month' },
    ]
    const claims = listClaims(certifyPiece({ process }) as CertifiedPiece, {}, 'en')
    const lines = ['mola: designer, 2\u00a0September\u00a02026', 'nglorod: October\u00a02026']
    expect(claims.find(({ label }) => label === 'Steps')).toEqual({ label: 'Steps', text: lines.join('; '), lines })
  })

  test('sets the quotation marks of a name inside its own', () => {
    const design = { id: 'a', name: 'Kain “Api”', exclusivity: 'exclusive' } as const
    expect(state({ design })).toContain('“Kain ‘Api’”')
  })

  test('is told with the number of the piece, or that there is none', () => {
    expect(describeEdition(pieceOf(), 'en')).toBe('1 of 1')
    expect(describeEdition(pieceOf(limited), 'id')).toBe('3 dari 20')
    expect(describeEdition(pieceOf(open), 'en')).toBe('One of an open series, not numbered')
  })

  test.each(['suspended', 'superseded'] as const)('never calls a %s certificate the only live one', (verdict) => {
    expect(describeExclusivity(pieceOf(), verdict, 'en')).not.toContain('the only live')
    expect(describeExclusivity(pieceOf(), verdict, 'id')).not.toContain('satu-satunya')
  })
})

describe('what a replacement changed', () => {
  const replaced = (before: Certified, after: Certified) =>
    verificationOf(
      { verdict: 'superseded', certificate: before, act: actOf('superseded', 'data-error') },
      { successor: { code: OTHER_CODE, certificate: after } },
    )

  test('lists each claim that differs, before and after, and those that came or went', () => {
    const { dimensions: _, ...piece } = pieceOf({ soldOn: '2026-11-22', marks: [] })
    const after: Certified = { kind: 'piece', subject: piece, ...envelope, issuedAt: '2026-11-23T00:00:00Z' }
    const changes = listChanges(replaced(certifyPiece(), after), 'en')
    expect(changes.map(({ label }) => label)).toEqual(['Size', 'Marks to look for', 'Sold'])
    expect(changes[0]).toMatchObject({ after: 'not stated' })
    expect(changes[2]).toEqual({ label: 'Sold', before: '21 November 2026', after: '22 November 2026' })
  })

  test('is nothing where only the record was made anew', () => {
    const after = { ...certifyPiece(), issuedAt: '2026-12-30T00:00:00Z', logIndex: 10 }
    expect(listChanges(replaced(certifyPiece(), after), 'id')).toEqual([])
  })

  test('shows the points of a new examination', () => {
    const after = certifyCuration({ total: 90, criteria: { ...makeCuration().criteria, packaging: 14 } })
    expect(listChanges(replaced(certifyCuration(), after), 'en')).toEqual([
      { label: 'Packaging', before: '12', after: '14' },
      { label: 'Total', before: '84.5 of 100', after: '90 of 100' },
    ])
  })
})

describe('an examination', () => {
  test('names its curators by the catalogue’s names, and by their ids where it has none', () => {
    const product = { curation: { curatorIds: ['KUR-X', 'KUR-DEMO-02'], curators: ['Someone', 'Wulan'] } }
    const context = { product } as unknown as Verification
    const said = describeExamination(certifyCuration(), context, 'en')
    expect(said).toContain('“Hand-drawn batik ‘Manggur’”')
    expect(said).toMatch(/on 20 November 2026 by KUR-DEMO-01 and Wulan \(KUR-DEMO-02\)\.$/)
    expect(listFacts(certifyCuration(), context, 'en').map(({ text }) => text)).toContain('export-v1 (version 1)')
  })

  test.each(languages)('calls the criteria as the rubric does, in its order: %s', (lang) => {
    expect(listPoints(certifyCuration(), lang).map(({ label }) => label)).toEqual(
      rubric.criteria.map(({ name }) => name[lang]),
    )
    expect(Object.keys(useVerdictWords(lang).curation.criteria)).toEqual(rubric.criteria.map(({ id }) => id))
  })
})
