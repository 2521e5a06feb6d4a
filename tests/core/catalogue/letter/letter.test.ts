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
      'Yang dapat ditingkatkan',
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

  test('calls 80 % of a criterion good, and less is to be mended', () => {
    const points = { product: 20, packaging: 11.9, qa: 15, legality: 9, export: 8.9, capacity: 6 }
    const set = Object.fromEntries(
      Object.entries(points).map(([id, each]) => [id, { points: each }]),
    ) as Curation['scores'][string]
    const scores = { 'KUR-DEMO-01': set, 'KUR-DEMO-02': set }
    const letter = compose({ ...returned, scores, gates: record.gates })
    expect(section('Yang sudah baik', letter)).toEqual(['Mutu produk: 20 dari 25 poin.'])
    const mends = section('Yang perlu diperbaiki', letter)
    // The weakest first; only what is under 60 % is told so.
    expect(mends.map((line) => line.match(/^.*?poin\./)?.[0])).toEqual([
      'Kesiapan ekspor: 8,9 dari 15 poin.',
      'Kapasitas dan rekam pasar: 6 dari 10 poin.',
      'Legalitas: 9 dari 15 poin.',
      'Sistem mutu dan konsistensi: 15 dari 20 poin.',
      'Kemasan: 11,9 dari 15 poin.',
    ])
    expect(mends.filter((line) => line.includes('paling sedikit 60%'))).toEqual([mends[0]])
    for (const line of mends) expect(line).toMatch(/ Sasaran berikutnya: \S/)
  })

  test('makes no duty of a criterion that passed, where the conditions alone stand in the way', () => {
    const conditions = [{ text: { en: 'Add a care card.', id: 'Tambahkan kartu perawatan.' }, dueAt: '2027-02-28' }]
    const letter = compose({ ...returned, decision: 'conditional', gates: record.gates, conditions })
    expect(section('Yang perlu diperbaiki', letter)).toEqual([
      'Tambahkan kartu perawatan. Paling lambat 28 Februari 2027.',
      expect.stringMatching(/^Kemasan: 6 dari 15 poin\..*paling sedikit 60%/),
    ])
    const better = section('Yang dapat ditingkatkan', letter)
    expect(better.length).toBeGreaterThan(0)
    for (const line of better) expect(line).not.toContain('paling sedikit')
  })

  test('aims at the next mark, and at the highest where a criterion is full', () => {
    const criteria = rubric.criteria.map(({ id, max, anchors }) => ({ id, max, anchors: anchors.map(({ id }) => id) }))
    const aimsAt = (share: number) => {
      const set = Object.fromEntries(
        criteria.map(({ id, max }) => [id, { points: id === 'product' ? max : max * share }]),
      ) as Curation['scores'][string]
      const scores = { 'KUR-DEMO-01': set, 'KUR-DEMO-02': set }
      const letter = compose({ ...returned, scores, gates: record.gates })
      const lines = ['Yang perlu diperbaiki', 'Yang dapat ditingkatkan'].flatMap((title) => section(title, letter))
      const weakest = lines.find((line) => line.startsWith('Kapasitas')) ?? ''
      const capacity = criteria.find(({ id }) => id === 'capacity')
      return capacity?.anchors.findIndex((anchor) => weakest.endsWith(`Sasaran berikutnya: ${anchor}`))
    }
    expect([0, 0.2, 0.39, 0.4, 0.6, 0.79].map(aimsAt)).toEqual([1, 2, 2, 3, 4, 4])
  })

  test('tells what was decided, by how many curators, and of what', () => {
    const [, first, second] = compose().opening
    expect(first).toContain('Sampel S-2026-014 kami terima pada 21 September 2026 dan diperiksa oleh dua kurator')
    expect(second).toMatch(/^Nilainya \d+ dari 100; batas lulus 75\. Produk ini belum dapat ditampilkan/)
    const conditions = [{ text: { en: 'Mend.', id: 'Perbaiki.' }, dueAt: '2027-01-05' }]
    const curators = [...record.curators, 'KUR-DEMO-03']
    const other = compose({ ...record, decision: 'conditional', conditions, curators })
    expect(other.opening[1]).toContain('tiga kurator')
    expect(other.opening[2]).toContain('Nilainya 83 dari 100; batas lulus 75. Produk ini lulus bersyarat')
  })

  test('gives the last of several days, and where help is near', () => {
    const condition = (dueAt: string) => ({ text: { en: 'Mend.', id: 'Perbaiki.' }, dueAt })
    const conditions = [condition('2027-12-31'), condition('2027-01-05')]
    const letter = compose({ ...record, decision: 'conditional', conditions })
    expect(section('Tenggat', letter)[0]).toMatch(/paling lambat 31 Desember 2027\./)
    expect(section('Yang perlu diperbaiki', letter)[1]).toBe('Perbaiki. Paling lambat 5 Januari 2027.')
    expect(section('Kepada siapa bertanya')).toEqual([
      'Klinik Kurasi Demo dan Balai Kurasi Demo (kurator KUR-DEMO-01, KUR-DEMO-02).',
      'Pendampingan: PLUT-KUMKM Demo.',
    ])
  })

  test('points at the notes where nothing is named', () => {
    const scores = Object.fromEntries(
      record.curators.map((id) => [
        id,
        Object.fromEntries(rubric.criteria.map(({ id: name, max }) => [name, { points: max }])),
      ]),
    ) as Curation['scores']
    const letter = compose({ ...record, decision: 'returned', scores })
    expect(section('Yang perlu diperbaiki', letter)).toEqual(['Lihat catatan kurator di bawah ini.'])
    expect(section('Yang sudah baik', letter)).toHaveLength(6)
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
  test('is laid out as text: paragraphs apart, lists with hyphens, long words left whole', () => {
    const word = 'x'.repeat(80)
    const text = formatLetterText({
      subject: 'Hasil',
      to: 'Dapur',
      date: '5 Oktober 2026',
      opening: [`${'a'.repeat(35)} ${'b'.repeat(36)} c`],
      sections: [{ title: 'Judul', lines: ['satu dua', `${'d'.repeat(33)} ${'e'.repeat(36)} f`, `g ${word}`] }],
      closing: ['Salam'],
    })
    expect(text).toBe(
      `5 Oktober 2026\n\nKepada Yth.\nDapur\n\nPerihal: Hasil\n\n${'a'.repeat(35)} ${'b'.repeat(36)}\nc\n\n` +
        `Judul\n- satu dua\n- ${'d'.repeat(33)} ${'e'.repeat(36)}\n  f\n- g\n  ${word}\n\nSalam\n`,
    )
  })

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
