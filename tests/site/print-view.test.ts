import { describe, expect, test } from 'vitest'
import { type Code, parseCode } from '#core/certificate/code.ts'
import type { Piece } from '#core/certificate/piece.ts'
import type { PrintedPiece, PrintFault } from '../../functions/actions/print.ts'
import {
  CARDS_A_SHEET,
  cutTags,
  describeCard,
  describeFault,
  describeTag,
  shorten,
  splitPages,
  TAGS_A_SHEET,
} from '../../site/components/print/view.ts'
import { languages } from '../../site/i18n/index.ts'

const CODE = parseCode('000000000000') as Code

function printed(changes: Partial<Piece> = {}): PrintedPiece {
  const piece = {
    maker: 'sekar',
    design: { id: 'kawung', name: 'Kawung', exclusivity: 'exclusive' },
    productName: { en: 'Cloth', id: 'Kain' },
    edition: { number: 1, size: 1 },
    madeOn: '2026-11-01',
    soldOn: '2026-11-10',
    madeFor: { mode: 'private' },
    demo: false,
    ...changes,
  } as unknown as Piece
  const facts = { issuer: '', issuedAt: '2026-11-22T20:00:00Z', keyId: '', logIndex: 0 }
  const certificate = { kind: 'piece' as const, subject: piece, ...facts }
  return { code: CODE, certificate, maker: 'Batik Sekar', qr: { side: 1, path: '' } }
}

const editions = { only: { number: 1, size: 1 }, numbered: { number: 3, size: 12 }, open: { number: 0, size: 0 } }

describe('the statement on a card', () => {
  test.each([
    ['only', 'private', '“Kawung” was made only for, and sold only to, one customer on 10 November 2026.'],
    ['only', 'none', '“Kawung” was made once and sold on 10 November 2026.'],
    [
      'numbered',
      'private',
      'this piece of “Kawung” was made for one customer, and sold only to them on 10 November 2026.',
    ],
    ['numbered', 'none', 'this piece is one of a numbered edition of “Kawung”, sold on 10 November 2026.'],
    ['open', 'private', 'this piece of “Kawung” was made for one customer, and sold only to them on 10 November 2026.'],
    ['open', 'none', 'this is a piece of “Kawung”, sold on 10 November 2026.'],
  ] as const)('of an edition that is %s, made for %s, says no more than that', (kind, mode, rest) => {
    const { statement } = describeCard(printed({ edition: editions[kind], madeFor: { mode } }), 'asli.example', 'en')
    expect(statement.replaceAll('\u00a0', ' ')).toBe(`Batik Sekar states that ${rest}`)
  })

  test('claims to be the only one in no language but of an edition of one', () => {
    const only = /only for|once|hanya untuk|satu kali|satu-satunya/
    for (const lang of languages) {
      for (const mode of ['private', 'none'] as const) {
        const textOf = (kind: keyof typeof editions) =>
          JSON.stringify(describeCard(printed({ edition: editions[kind], madeFor: { mode } }), 'asli.example', lang))
        expect([textOf('only'), textOf('numbered'), textOf('open')].map((text) => only.test(text))).toEqual([
          true,
          false,
          false,
        ])
      }
    }
  })
})

describe('a card', () => {
  test('names three dates, the recording in Indonesia’s day and the signature in UTC’s', () => {
    const { facts, signed } = describeCard(printed(), 'asli.example', 'en')
    expect(facts.slice(-3)).toEqual([
      { label: 'Made', text: '1 November 2026' },
      { label: 'Sold', text: '10 November 2026' },
      { label: 'Recorded', text: '23 November 2026' },
    ])
    expect(signed.replaceAll('\u00a0', ' ')).toContain('asli.example issued this code on 22 November 2026 (UTC)')
  })

  test('has smaller letters for a long statement', () => {
    expect(describeCard(printed(), 'asli.example', 'en').length).toBe('short')
    const design = { id: 'x', name: 'Sekar Jagad '.repeat(8), exclusivity: 'exclusive' as const }
    expect(describeCard(printed({ design }), 'asli.example', 'en').length).toBe('long')
  })
})

describe('a tag', () => {
  test('shows a number where there is one, and that a piece is invented', () => {
    const editionOf = (changes: Partial<Piece>, lang: 'en' | 'id' = 'en') => describeTag(printed(changes), lang).edition
    expect(editionOf({ edition: editions.numbered })).toBe('3 of 12')
    expect(editionOf({ edition: editions.only }, 'id')).toBe('1 dari 1')
    expect(editionOf({ edition: editions.open })).toBe('')
    expect(editionOf({ edition: editions.open, demo: true })).toBe('Demo')
    expect(editionOf({ demo: true })).toBe('1 of 1 · Demo')
  })
})

describe('shorten', () => {
  test('cuts between whole letters, and says that it did', () => {
    expect(shorten('Kawung', 6)).toBe('Kawung')
    expect(shorten('Kawung Prabu', 8)).toBe('Kawung…')
    expect(shorten('👩🏽‍🎨👩🏽‍🎨👩🏽‍🎨', 2)).toBe('👩🏽‍🎨…')
  })
})

describe('pages', () => {
  test('hold 24 tags or 4 cards', () => {
    const sizes = (count: number, each: number) =>
      splitPages(Array.from({ length: count }), each).map(({ length }) => length)
    expect(sizes(24, TAGS_A_SHEET)).toEqual([24])
    expect(sizes(96, TAGS_A_SHEET)).toEqual([24, 24, 24, 24])
    expect(sizes(25, TAGS_A_SHEET)).toEqual([24, 1])
    expect(sizes(5, CARDS_A_SHEET)).toEqual([4, 1])
  })

  test('have their cut lines every 30 and 50 mm, 15 mm from either side', () => {
    const { lines } = cutTags(24)
    const upright = lines.filter(({ x1, x2 }) => x1 === x2)
    const level = lines.filter(({ y1, y2 }) => y1 === y2)
    expect(upright.map(({ x1 }) => x1)).toEqual([15, 45, 75, 105, 135, 165, 195])
    expect(level.map(({ y1 }) => y1)).toEqual([40, 90, 140, 190, 240])
    expect(level[0]).toMatchObject({ x1: 15, x2: 195 })
  })

  test('keep every mark at least 10 mm from the edge of A4, and off the tags', () => {
    for (const count of [1, 6, 7, 24]) {
      for (const { x1, x2, y1, y2 } of cutTags(count).marks) {
        expect(Math.min(x1, x2, y1, y2, 210 - x2, 297 - y2)).toBeGreaterThanOrEqual(10)
        const right = 15 + 30 * Math.min(count, 6)
        const bottom = 40 + 50 * Math.ceil(count / 6)
        expect(x2 < 15 || x1 > right || y2 < 40 || y1 > bottom).toBe(true)
      }
    }
  })
})

describe('a fault', () => {
  const faults: PrintFault[] = [
    { kind: 'bad-dpi' },
    { kind: 'bad-mm' },
    { kind: 'bad-paper' },
    { kind: 'too-many', count: 1234 },
    { kind: 'too-small', dpi: 203, mm: 17.5, least: 18 },
    { kind: 'too-wide', dpi: 100, mm: 28.194, widest: 26 },
    { kind: 'not-a-code', typed: 'ABC' },
    { kind: 'mistyped', typed: '000000000001', suggestion: CODE },
    ...(['unknown', 'withdrawn', 'altered', 'not-current'] as const).map((kind) => ({ kind, code: CODE })),
  ]

  test('is a sentence of its own in each language, that names what and the mend', () => {
    for (const lang of languages) {
      const texts = faults.map((fault) => describeFault(fault, 96, lang).text)
      expect(new Set(texts).size).toBe(faults.length)
      for (const text of texts) expect(text).toMatch(/[.?]$/)
      expect(texts[3]).toContain(lang === 'en' ? '1,234' : '1.234')
      expect(texts[4]).toContain(lang === 'en' ? '17.5 mm' : '17,5 mm')
      expect(texts.slice(8).join()).toContain('0000\u20110000\u20110000')
    }
  })

  test('leads to the page of a certificate that has one', () => {
    const linked = faults.filter((fault) => describeFault(fault, 96, 'en').code).map(({ kind }) => kind)
    expect(linked).toEqual(['withdrawn', 'altered', 'not-current'])
  })
})
