import { describe, expect, test } from 'vitest'
import { sumCapacity, viewCluster } from '../../site/clusters/cluster.ts'
import { countPlace, findHeaviest, findMost, listShades, orderPlaces, shadeOf } from '../../site/clusters/figures.ts'
import { places } from '../../site/clusters/grid.ts'
import { viewPlaces } from '../../site/clusters/view.ts'
import type { Entry } from '../../site/entry.ts'
import { entries, findCluster, ground } from './grounds.ts'
import { lookUp, readingIn } from './readings.ts'

const placeOf = (code: string) => places.find((place) => place.code === `35.${code}`) ?? { column: -9, row: -9 }

describe('the tiles', () => {
  test('are the 38 regencies and cities of East Java, each once and on a place of its own', () => {
    const codes = places.map(({ code }) => code)
    expect([...codes].sort()).toEqual(lookUp.all('regencies').map(({ id }) => id))
    expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(38)
    expect(places.filter(({ short }) => short === '')).toEqual([])
  })

  test('put a city beside the regency of its name', () => {
    for (const [regency, city] of ['06 71', '05 72', '07 73', '13 74', '14 75', '16 76', '19 77'].map((pair) =>
      pair.split(' '),
    )) {
      const [a, b] = [placeOf(regency ?? ''), placeOf(city ?? '')]
      expect([regency, Math.abs(a.column - b.column) + Math.abs(a.row - b.row)]).toEqual([regency, 1])
    }
  })

  test('lie as on a map: Pacitan south-west, Tuban north-west, Banyuwangi east, Madura north-east', () => {
    const [pacitan, tuban, banyuwangi] = ['01', '23', '10'].map(placeOf)
    expect(pacitan).toMatchObject({ column: 0, row: 4 })
    expect(tuban).toMatchObject({ row: 0 })
    expect(banyuwangi?.column).toBe(Math.max(...places.filter(({ row }) => row > 0).map(({ column }) => column)))
    expect(['26', '27', '28', '29'].map((code) => placeOf(code).column)).toEqual([6, 7, 8, 9])
    for (const other of places.filter(({ code }) => !/2[6-9]$/.test(code)))
      expect(other.row > 0 || other.column < 5).toBe(true)
  })

  test('never bear a bare name', () => {
    const { tiles } = viewPlaces(undefined, ground, readingIn('en'))
    expect(tiles.filter(({ kind }) => !/^(Kab\.|Kota)$/.test(kind))).toEqual([])
    for (const { text } of tiles) expect(text).toMatch(/^(Kab\.|Kota)\u00a0[A-Z]/)
  })
})

describe('the figures of a place', () => {
  test('are of one kind where one is asked for', () => {
    expect(countPlace('35.02', 'drink', ground)).toMatchObject({ products: 1, makers: 1, open: 0, curators: 2 })
    expect(countPlace('35.02', 'coffee', ground)).toMatchObject({ products: 0, makers: 0, open: 0, curators: 2 })
    expect(countPlace('35.02', 'drink', ground).clusters.map(({ slug }) => slug)).toEqual(['minuman-mataraman'])
  })

  test('count a maker once, however many products there are', () => {
    const [entry] = entries
    const twice = { ...ground, entries: entry ? [entry, entry] : [] }
    expect(countPlace(entry?.product.origin.regency ?? '', undefined, twice)).toMatchObject({ products: 2, makers: 1 })
  })
})

describe('what the map answers', () => {
  test('names the regency with the most makers of a kind, and counts places where many are level', () => {
    expect(viewPlaces('drink', ground, readingIn('en')).most).toBe('Kab.\u00a0Ponorogo: 1\u00a0maker, 1\u00a0product')
    expect(viewPlaces(undefined, ground, readingIn('en')).most).toBe('10\u00a0places with 1\u00a0maker each')
    expect(viewPlaces('tea', ground, readingIn('id')).most).toBe('Belum ada perajin.')
  })

  test('lists the clusters of a kind', () => {
    const fashion = viewPlaces('fashion', ground, readingIn('en')).clusters.map(({ slug }) => slug)
    expect(fashion).toEqual(['batik-banyuwangi', 'ecoprint-malangraya', 'tenun-kediri'])
  })

  test('says where curators are short, and where most waits for them', () => {
    expect(viewPlaces('drink', ground, readingIn('en')).curators).toEqual([
      'Short in 28 of 38 places: fewer than two curators cover them.',
      'No product waits for an examination.',
    ])
    const later = { ...ground, today: '2027-12-31' }
    expect(viewPlaces('drink', later, readingIn('en')).curators[1]).toBe(
      'The heaviest load is in Kab.\u00a0Ponorogo: 1\u00a0product for 2\u00a0curators.',
    )
    expect(viewPlaces('drink', later, readingIn('en')).rows[0]?.work).toBe('1 ÷ 2 = 0.5')
  })

  test('puts a place that nobody covers before any that somebody does', () => {
    const base = { products: 0, makers: 0, clusters: [] }
    const alone = { ...base, code: '35.25', open: 1, curators: 0 }
    const busy = { ...base, code: '35.02', open: 9, curators: 2 }
    expect(findHeaviest([busy, alone])).toBe(alone)
    expect(findHeaviest([{ ...busy, open: 0 }])).toBeUndefined()
    expect(findMost([busy, alone])).toEqual([])
  })
})

describe('the table', () => {
  test('has the tiles’ figures, most products first', () => {
    const { tiles, rows } = viewPlaces(undefined, ground, readingIn('en'))
    const figures = (texts: string[][]) => texts.map((text) => text.join()).sort()
    expect(figures(rows.map(({ place, products }) => [place, products]))).toEqual(
      figures(tiles.map(({ kind, name, count }) => [`${kind}\u00a0${name}`, count])),
    )
    const counts = orderPlaces(places.map(({ code }) => countPlace(code, undefined, ground)))
    expect(counts.map(({ products }) => products)).toEqual([...Array(10).fill(1), ...Array(28).fill(0)])
  })
})

describe('shades', () => {
  test('are darkest at the most, and empty at none', () => {
    expect([0, 1, 5, 6, 20].map((count) => shadeOf(count, 20))).toEqual([0, 1, 1, 2, 4])
    expect(shadeOf(0, 0)).toBe(0)
  })

  test.each([0, 1, 3, 4, 7, 20, 101])('are each told with their counts, without a gap, up to %i', (most) => {
    const shades = listShades(most)
    for (let count = 0; count <= most; count++) {
      const told = shades.filter(({ from, to }) => from <= count && count <= to)
      expect(told.map(({ shade }) => shade)).toEqual([shadeOf(count, most)])
    }
    expect(shades.at(-1)?.to).toBe(most)
  })
})

describe('a cluster’s page', () => {
  const drinks = viewCluster(findCluster('minuman-mataraman'), ground, readingIn('en'))

  test('joins members, products, motifs and the curators who cover it', () => {
    expect(drinks.members.map(({ slug }) => slug)).toEqual(['dapur-jahe-demo'])
    expect(drinks.products.map(({ slug }) => slug)).toEqual(['instant-red-ginger-palm-sugar'])
    expect(drinks.curators).toHaveLength(2)
    expect(viewCluster(findCluster('batik-probolinggo'), ground, readingIn('en')).motifs).toEqual(['manggur'])
  })

  test('says what is short: places and kinds with fewer than two curators', () => {
    expect(drinks.missing).toEqual([
      'No product waits for an examination.',
      'Fewer than two curators cover Kab.\u00a0Madiun and Kab.\u00a0Magetan.',
      'Fewer than two curators examine spices here.',
    ])
    const coffee = viewCluster(findCluster('kopi-jember'), ground, readingIn('id'))
    expect(coffee.missing.at(-1)).toBe('Setiap daerah dan jenis produknya ditangani dua kurator atau lebih.')
  })

  test('says what waits, and that nobody may examine it', () => {
    const missingOn = (today: string) =>
      viewCluster(findCluster('minuman-mataraman'), { ...ground, today }, readingIn('en')).missing[0]
    expect(missingOn('2027-12-31')).toBe('1\u00a0product open, 2\u00a0curators: 0.5 each.')
    expect(missingOn('2031-01-01')).toBe('1\u00a0product open, and nobody to examine.')
  })

  test('adds up capacity by unit, and never across units', () => {
    const of = (unit: 'H87' | 'MTR', capacityPerMonth: number) =>
      ({ product: { unit, capacityPerMonth } }) as unknown as Entry
    expect(sumCapacity([of('H87', 20), of('MTR', 600), of('H87', 5)])).toEqual([
      ['H87', 25],
      ['MTR', 600],
    ])
  })
})
