import { describe, expect, test } from 'vitest'
import type { Curation } from '#core/catalogue/curation.ts'
import { composeLetter } from '#core/catalogue/letter/compose.ts'
import { formatLetterHtml, formatLetterText } from '#core/catalogue/letter/format.ts'
import { curations, curators, makers, readProduct, rubric } from '../content-files.ts'

const product = readProduct('batik-tulis-manggur-natural')
const maker = makers.get(product.maker)
const record = curations.find((one) => one.product === product.id)
if (!maker || !record) throw new Error('the demo has this maker and record')

const weak = { points: 6, note: { en: 'The sleeve tears.', id: 'Selongsongnya mudah robek.' } }
const returned: Curation = {
  ...record,
  decision: 'returned',
  scores: Object.fromEntries(Object.entries(record.scores).map(([id, set]) => [id, { ...set, packaging: weak }])),
  gates: { ...record.gates, childLabour: 'fail' },
}
const compose = (curation: Curation = returned) =>
  composeLetter({ product, maker, curation, rubric, curators, today: '2026-11-22' })
const section = (title: string, letter = compose()) => letter.sections.find((one) => one.title === title)?.lines ?? []

describe('composeLetter', () => {
  test('begins with what is good, and names it before anything else', () => {
    expect(compose().sections.map(({ title }) => title)).toEqual([
      'Yang sudah baik',
      'Yang perlu diperbaiki',
      'Catatan kurator',
      'Tenggat',
      'Kepada siapa bertanya',
    ])
    expect(section('Yang sudah baik')[0]).toMatch(/^Mutu produk: 22 dari 25 poin\. Garis tetap rata/)
  })

  test('greets and signs as a letter does', () => {
    const { opening, closing } = compose()
    expect([opening[0], ...closing.slice(-2)]).toEqual([
      'Dengan hormat,',
      'Salam hangat,',
      'Para kurator Klinik Kurasi Demo dan Balai Kurasi Demo',
    ])
  })

  test('finds something good where nothing is strong', () => {
    const poor = { points: 3 }
    const set = { product: { points: 9 }, packaging: poor, qa: poor, legality: poor, export: poor, capacity: poor }
    const scores = { 'KUR-DEMO-01': set, 'KUR-DEMO-02': set }
    expect(section('Yang sudah baik', compose({ ...returned, scores }))).toEqual(['Mutu produk: 9 dari 25 poin.'])
  })

  test('names the gates first, then the weakest criterion with the rubric’s next mark', () => {
    const [gate, weakest] = section('Yang perlu diperbaiki')
    expect(gate).toBe('Syarat wajib yang belum terpenuhi: Pernyataan tanpa pekerja anak.')
    expect(weakest).toMatch(
      /^Kemasan: 6 dari 15 poin\. Selongsongnya mudah robek\..*paling sedikit 60%\. Sasaran berikutnya: Kuat dan memuat/,
    )
  })

  test('says by when conditions are due, and that nothing is due where there are none', () => {
    const conditions = [{ text: { en: 'Add a care card.', id: 'Tambahkan kartu perawatan.' }, dueAt: '2027-02-28' }]
    const letter = compose({ ...record, decision: 'conditional', conditions })
    expect(section('Yang perlu diperbaiki', letter)[0]).toBe(
      'Tambahkan kartu perawatan. Paling lambat 28 Februari 2027.',
    )
    expect(section('Tenggat', letter)[0]).toMatch(/paling lambat 28 Februari 2027/)
    expect(section('Tenggat')).toEqual(['Tidak ada tenggat. Ajukan lagi bila produk sudah siap.'])
  })

  test('names no private person, nor what the record keeps from the public', () => {
    const text = formatLetterText(compose()).replace(/\s+/g, ' ')
    for (const name of [
      ...curators.map(({ displayName }) => displayName),
      ...maker.people.map((one) => one.displayName),
      maker.nib,
    ])
      expect(text).not.toContain(name)
    expect(text).toContain('Klinik Kurasi Demo dan Balai Kurasi Demo (kurator KUR-DEMO-01, KUR-DEMO-02)')
  })
})

describe('the letter on paper', () => {
  test('keeps its lines short as text', () => {
    for (const line of formatLetterText(compose()).split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  })

  test('is one page of HTML for A4 that loads nothing and runs nothing', () => {
    const html = formatLetterHtml(compose())
    expect(html).toMatch(/^<!doctype html>\n<html lang="id">/)
    expect(html).toContain('size: A4')
    expect(html).not.toMatch(/<script|src=|href=|url\(/)
  })

  test('shows what curators wrote as text, whatever they wrote', () => {
    const notesPublic = { en: 'x', id: '<img src=x onerror=alert(1)> & "petik"' }
    expect(formatLetterHtml(compose({ ...returned, notesPublic }))).toContain(
      '&#60;img src=x onerror=alert(1)&#62; &#38; &#34;petik&#34;',
    )
  })
})
