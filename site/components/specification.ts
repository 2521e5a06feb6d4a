/** The specification of a product as rows of text: everything that a purchase decision needs, in the reader's units. */
import { listPapers } from '#core/catalogue/checklist.ts'
import type { Product } from '#core/catalogue/product.ts'
import type { Reading } from '../entry.ts'
import {
  asSentence,
  enumerate,
  formatArealMass,
  formatDate,
  formatDays,
  formatHs6,
  formatList,
  formatMass,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatSides,
  formatSpan,
  inSentence,
  nameUnit,
} from '../i18n/format.ts'
import { type Lang, useWords } from '../i18n/index.ts'

export interface Row {
  label: string
  /** The facts. */
  lines: string[]
  /** What qualifies them. */
  notes: string[]
}

export interface Group {
  title?: string
  rows: Row[]
}

/** A row of one fact. */
export function rowOf(label: string, line: string, notes: string[] = []): Row {
  return { label, lines: [line], notes }
}

type Cell = [lines: string[], notes?: string[]]

const CUBIC_CENTIMETERS_PER_CUBIC_METER = 1_000_000
/** What cartons fill of a 20-foot container. */
const CONTAINER_CUBIC_METERS = 28

/** The groups in the order in which a buyer reads them. */
export function specify(product: Product, reading: Reading): Group[] {
  const { groups } = useWords(reading.lang).spec
  return [
    { title: groups.product, rows: [...describeContents(product, reading), ...describeMeasures(product, reading)] },
    { title: groups.order, rows: describeOrder(product, reading) },
    { title: groups.customs, rows: describeCustoms(product, reading) },
    { title: groups.packing, rows: describePacking(product, reading) },
    { title: groups.terms, rows: describeTerms(product, reading) },
  ]
}

/** Materials or ingredients with all that belongs to them. */
function describeContents(product: Product, { lang, lookUp }: Reading): Row[] {
  const words = useWords(lang).spec
  const materials = product.materials.map(
    ({ fibre, pct }) => `${lookUp('fibres', fibre).name[lang]} ${formatPercent(pct, lang)}`,
  )
  const allergens = product.allergens?.map((allergen) => lookUp('allergens', allergen).name[lang])
  return keepFilled([
    [words.materials, [enumerate(materials)]],
    [words.ingredients, [enumerate(product.ingredients?.map((ingredient) => ingredient[lang]) ?? [])]],
    [words.allergens, allergens ? [enumerate(allergens) || words.noAllergens] : []],
    [words.nutrition, [asSentence(describeNutrition(product, lang))]],
  ])
}

function describeMeasures(product: Product, { lang, lookUp }: Reading): Row[] {
  const words = useWords(lang).spec
  const techniques = product.techniques.map((technique) => lookUp('techniques', technique).name[lang])
  return keepFilled([
    [words.arealMass, product.arealMass ? [formatArealMass(product.arealMass, lang)] : []],
    [words.size, ...describeSize(product, lang)],
    [words.sizes, [product.sizes?.join(', ') ?? '']],
    [words.technique, [enumerate(techniques)]],
    [words.netMass, ...describeMass(product, lang)],
    [words.shelfLife, [describeShelfLife(product, lang)]],
    [words.storage, [product.storage?.[lang] ?? '']],
    [words.indication, ...describeIndication(product, { lang, lookUp })],
    [words.number, [product.id]],
  ])
}

/** A protected name is shown with the number that anybody can look up. */
function describeIndication({ giClaim }: Product, { lang, lookUp }: Pick<Reading, 'lang' | 'lookUp'>): Cell {
  if (!giClaim) return [[]]
  const words = useWords(lang).spec
  const { gi, registrationNumber = '', mpigMember } = giClaim
  const name = lookUp('geographical-indications', gi).name[lang]
  return [[words.indicationOf(name, registrationNumber)], mpigMember ? [words.indicationMember] : []]
}

function describeOrder(product: Product, { lang, lookUp, today }: Reading): Row[] {
  const words = useWords(lang).spec
  const { min, max } = product.leadDays
  const changes = product.customisation.map((option) => lookUp('customisations', option).name[lang])
  return keepFilled([
    [words.moq, [formatQuantity(product.moq, product.unit, lang)]],
    [words.lead, [formatDays(min, max, lang)]],
    [words.capacity, [formatQuantity(product.capacityPerMonth, product.unit, lang)]],
    [words.price(nameUnit(product.unit, 1, lang)), ...describePrice(product, lang, today)],
    [words.sample, [describeSample(product, lang)]],
    [words.edition, [describeEdition(product, lang)]],
    [words.customisation, [enumerate(changes)]],
  ])
}

function describeCustoms(product: Product, { lang, lookUp }: Reading): Row[] {
  const words = useWords(lang).spec
  const documents = product.exportDocs.map((document) => lookUp('export-documents', document).name[lang])
  const markets = product.markets.map((market) => lookUp('markets', market).name[lang])
  const hs6 = `${formatHs6(product.hs6)}, ${inSentence(lookUp('hs6', product.hs6).name[lang])}`
  return keepFilled([
    [words.hs6, [hs6], [`${words.hsStatus[product.hsStatus]}. ${words.hsImporter}.`]],
    [words.documents, [documents.join('; ')]],
    [words.compliance, product.compliance.map((statement) => statement[lang])],
    [words.markets, [formatList(markets, lang)]],
    [
      words.papers,
      product.markets.map((market) => describePapers(product, market, { lang, lookUp })),
      [words.papersNote],
    ],
  ]).filter(({ lines }) => lines.length > 0)
}

/** `China: Certificate of origin, Form E or RCEP; GACC registration`. */
function describePapers(product: Product, market: string, { lang, lookUp }: Pick<Reading, 'lang' | 'lookUp'>): string {
  const words = useWords(lang).spec
  const { origin, goods, registrations } = listPapers(product, market, {
    documents: lookUp.all('export-documents'),
    attestationTypes: lookUp.all('attestation-types'),
  })
  const name = (paper: { name: Record<Lang, string> }) => paper.name[lang]
  const forms = words.originForm(origin.map((paper) => paper.form ?? name(paper)).join(words.orPaper))
  return `${lookUp('markets', market).name[lang]}: ${[forms, ...[...goods, ...registrations].map(name)].join('; ')}`
}

function describePacking({ packing, unit }: Product, { lang }: Reading): Row[] {
  const words = useWords(lang).spec
  const { qty, l, w, h, gross } = packing.carton
  const sides = formatSides([l, w, h], lang)
  const volume = (l * w * h) / CUBIC_CENTIMETERS_PER_CUBIC_METER
  return keepFilled([
    [words.inner, [packing.inner[lang]]],
    [words.carton, [`${sides.metric}, ${words.cartonOf(formatQuantity(qty, unit, lang))}`], [sides.imperial]],
    [words.volume, [`${formatNumber(volume, lang, 3)} CBM (m³)`]],
    [words.gross, [`${formatNumber(gross, lang)}\u00a0kg`]],
    [words.container, [formatQuantity(Math.floor(CONTAINER_CUBIC_METERS / volume) * qty, unit, lang)]],
  ])
}

function describeTerms(product: Product, { lang }: Reading): Row[] {
  const words = useWords(lang).spec
  const { exclusive, note } = product.commission
  return keepFilled([
    [words.payment, [product.paymentTerms[lang]]],
    [words.claims, [product.claims[lang]]],
    [words.commission, [`${exclusive ? words.commissionYes : words.commissionNo} ${note[lang]}`]],
  ])
}

/** Facts and notes. An expired price is not a price: the row says so instead. */
function describePrice({ price, unit }: Product, lang: Lang, today: string): Cell {
  const words = useWords(lang).spec
  if (!price) return [[words.onRequest]]
  if (today > price.validUntil) return [[], [words.priceExpired(formatDate(price.validUntil, lang))]]
  const bands = price.bands.map(({ min, max, from, to }) => {
    const quantity =
      max === undefined
        ? words.from(formatQuantity(min, unit, lang))
        : `${formatSpan(min, max, lang)}\u00a0${nameUnit(unit, max, lang)}`
    return words.band(quantity, formatMoney(price.currency, from, to, lang))
  })
  return [[...bands, words.incoterm(price.incoterm, price.place)], [words.valid(formatDate(price.validUntil, lang))]]
}

function describeSample({ sample, price }: Product, lang: Lang): string {
  const words = useWords(lang).spec
  if (!sample.available) return words.noSample
  const cost = formatMoney(price?.currency ?? 'USD', sample.price, sample.price, lang)
  return words.sampleOf(cost, formatDays(sample.days, sample.days, lang))
}

function describeEdition({ edition, editionSize, unit }: Product, lang: Lang): string {
  const words = useWords(lang).spec
  return editionSize ? words.limited(formatQuantity(editionSize, unit, lang)) : words.editions[edition]
}

function describeSize({ dims }: Product, lang: Lang): Cell {
  if (!dims) return [[]]
  const words = useWords(lang).spec
  const given = [dims.l, dims.w, dims.h].filter((side) => side !== undefined)
  const { metric, imperial } = formatSides(given, lang)
  const tolerance = words.tolerance(formatPercent(dims.tolerancePct, lang))
  return [[dims.l === undefined ? words.width(metric) : metric], [`${imperial}. ${tolerance}`]]
}

function describeMass({ netMass, grossMass }: Product, lang: Lang): Cell {
  if (!netMass) return [[]]
  return [[formatMass(netMass, lang)], grossMass ? [useWords(lang).spec.packedMass(formatMass(grossMass, lang))] : []]
}

function describeShelfLife({ shelfLife }: Product, lang: Lang): string {
  if (!shelfLife) return ''
  if (shelfLife.unit === 'DAY') return formatDays(shelfLife.n, shelfLife.n, lang)
  return useWords(lang).spec.months(formatNumber(shelfLife.n, lang))
}

function describeNutrition({ nutrition }: Product, lang: Lang): string {
  if (!nutrition) return ''
  const { nutrients } = useWords(lang).spec
  const names = Object.keys(nutrients) as (keyof typeof nutrients)[]
  const unitOf = (name: keyof typeof nutrients) => (name === 'energyKcal' ? 'kcal' : 'g')
  return names
    .map((name) => `${nutrients[name]} ${formatNumber(nutrition[name], lang)}\u00a0${unitOf(name)}`)
    .join(', ')
}

function keepFilled(rows: [label: string, ...cell: Cell][]): Row[] {
  return rows
    .map(([label, lines, notes = []]) => ({ label, lines: lines.filter((line) => line !== ''), notes }))
    .filter(({ lines, notes }) => lines.length + notes.length > 0)
}
