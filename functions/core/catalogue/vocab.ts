/** Controlled words: what a field may say, and what each word is called in the readers' languages. */
import { z } from 'zod'
import { localizedTextSchema } from './localized.ts'

/** Kinds of product; `content/vocab/categories.yaml` names them. */
export const categorySchema = z.enum([
  'batik',
  'tenun',
  'fashion',
  'home',
  'handicraft',
  'coffee',
  'tea',
  'drink',
  'snack',
  'food',
  'spice',
])
export type Category = z.infer<typeof categorySchema>

const EDIBLE: readonly Category[] = ['coffee', 'tea', 'drink', 'snack', 'food', 'spice']

/** Whether a product of this category is eaten or drunk, and so has ingredients, allergens and a shelf life. */
export function isEdible(category: Category): boolean {
  return EDIBLE.includes(category)
}

/** UN/ECE Recommendation 20 codes in which goods are counted and ordered. */
export const tradeUnitSchema = z.enum(
  ['H87', 'C62', 'PR', 'SET', 'DZN', 'MTR', 'CMT', 'MTK', 'GRM', 'KGM', 'TNE', 'MLT', 'LTR'],
  'Use a unit of UN/ECE Recommendation 20 that goods are ordered in, for example H87 (piece) or MTR (meter).',
)
export type TradeUnit = z.infer<typeof tradeUnitSchema>

/** A file's name without its extension: how content files refer to each other. */
export const slugSchema = z.string().regex(/^[a-z0-9-]{3,60}$/, 'A slug has 3 to 60 small letters, digits and hyphens.')

/** An entry's id in a file of `content/vocab/`. */
export const wordSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use an id from content/vocab: small letters, digits and hyphens.')

/** A regency or city by its Kemendagri code; quoted, since YAML reads a bare 35.10 as the number 35.1. */
export const regencyCodeSchema = z
  .string('Put the regency code in quotes, for example "35.10".')
  .regex(/^\d{2}\.\d{2}$/, 'A regency code has two digits, a point and two digits, for example "35.10".')

/** A product by its id, as records and complaints name it. */
export const productIdSchema = z.string().regex(/^PRD-\d{4,}$/, 'A product id is PRD- and at least four digits.')

/** The SHA-256 of a file that is kept elsewhere: 64 hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 has 64 small hexadecimal digits.')

/** A country by ISO 3166-1 alpha-2. */
export const countryCodeSchema = z.string().regex(/^[A-Z]{2}$/, 'A country code has two capitals, for example JP.')

/** The first six digits of the Harmonized System; quoted, since YAML drops a leading zero. */
export const hs6Schema = z
  .string('Put the HS code in quotes, for example "090121".')
  .regex(/^\d{6}$/, 'An HS code here has exactly six digits.')

const confidenceSchema = z.enum(['high', 'medium', 'low'])

/** What every entry has. */
export const entry = {
  /** What the entry is called. */
  name: localizedTextSchema,
  /** Where the entry comes from, when not from the file's own source. */
  source: z.string().min(1).optional(),
  /** How sure the entry is, when not as sure as the file. */
  confidence: confidenceSchema.optional(),
}

/** A file of `content/vocab/` with entries of that shape. */
export function vocabularyOf<Entry extends z.ZodType>(entrySchema: Entry) {
  return z.strictObject({
    /** Where the entries come from. */
    source: z.string().min(1),
    /** How sure they are: high (sourced and consistent), medium (once or partly), low (unconfirmed). */
    confidence: confidenceSchema,
    /** The words. */
    entries: z.array(entrySchema).min(1),
  })
}

/** Words with nothing but a name: fibres, care, customisations, roles, process steps, allergens, digits of SPP-IRT. */
export const plainVocabularySchema = vocabularyOf(z.strictObject({ id: wordSchema, ...entry }))

export const categoryVocabularySchema = vocabularyOf(
  z.strictObject({
    id: categorySchema,
    ...entry,
    /** Chapters of the Harmonized System that goods of this category fall into. */
    hsChapters: z.array(z.string().regex(/^\d{2}$/, 'A chapter has two digits, in quotes.')).min(1),
  }),
)

export const techniqueVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** Whether a product of this technique may carry the word "batik": wax-resist only, as SNI 0239:2014 defines it. */
    mayCallBatik: z.boolean(),
    /** The color of the Batikmark for this technique; absent where there is no mark for it. */
    batikmark: z.enum(['gold', 'white', 'silver']).optional(),
    /** The Indonesian standard for cloth of this technique. */
    sni: z.string().optional(),
    /** One sentence for readers who do not know the technique. */
    note: localizedTextSchema,
  }),
)

export const motifVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** Where the motif is at home. */
    origin: localizedTextSchema,
    /** What it looks like. */
    form: localizedTextSchema,
    /** How it is often read; readings differ, so pages say "is often read as" and name `source`. */
    reading: localizedTextSchema,
  }),
)

export const dyeVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** A plant gives color, a fixer sets its tone, a synthetic dye comes from a factory. */
    kind: z.enum(['plant', 'fixer', 'synthetic']),
    /** The plant's scientific name; absent for what is no plant. */
    latin: z.string().optional(),
    /** The part of the plant that is used; absent for what is no plant. */
    part: localizedTextSchema.optional(),
    /** The color that it gives, or what the fixer does to the tone. */
    color: localizedTextSchema,
  }),
)

export const unitVocabularySchema = vocabularyOf(
  z.strictObject({
    /** The Recommendation 20 code. */
    id: z.string().regex(/^[A-Z0-9]{2,3}$/),
    ...entry,
    /** What stands after a number in a table. */
    symbol: localizedTextSchema,
    /** What it measures. */
    dimension: z.enum(['count', 'length', 'area', 'mass', 'volume', 'areal mass', 'time']),
  }),
)

export const regencyVocabularySchema = vocabularyOf(
  z.strictObject({
    /** The Kemendagri code. */
    id: regencyCodeSchema,
    ...entry,
    /** "Kab. Malang" or "Kota Malang": seven names are both, so a bare name is never shown. */
    shortName: localizedTextSchema,
    /** Regency or city. */
    kind: z.enum(['kabupaten', 'kota']),
    /** Its name in addresses of pages. */
    slug: slugSchema,
  }),
)

export const hs6VocabularySchema = vocabularyOf(
  z.strictObject({
    /** The six digits. */
    id: hs6Schema,
    ...entry,
    /** The full wording of the HS 2022 nomenclature, in English only. */
    description: z.string().min(1),
    /** The g/m² that the wording asks of a fabric: more than `over`, at most `upTo`. */
    arealMass: z
      .strictObject({
        /** The fabric is heavier than this, g/m². */
        over: z.number().optional(),
        /** The fabric is no heavier than this, g/m². */
        upTo: z.number().optional(),
      })
      .optional(),
  }),
)

export const marketVocabularySchema = vocabularyOf(z.strictObject({ id: countryCodeSchema, ...entry }))

export const attestationTypeVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** Who gives it. */
    issuer: localizedTextSchema,
    /** Where a reader can look the number up. */
    lookup: z.string().optional(),
    /** How the number is written, a regular expression; what does not fit only warns, but where a rule says more. */
    pattern: z.string().optional(),
    /** A number of that form that nobody has. */
    example: z.string().optional(),
    /** Countries to which food is sent only with it. */
    foodMarkets: z.array(countryCodeSchema).default([]),
    /** How many years it is valid. */
    validYears: z.int().min(1).optional(),
    /** What it says and what it does not say. */
    note: localizedTextSchema,
  }),
)

export const exportDocumentVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** What it is for; duty rates are never shown, the importer confirms. */
    note: localizedTextSchema,
    /** Of a form of origin what it is called, the same in every language. */
    form: z.string().optional(),
    /** Countries that grant something for it. */
    markets: z.array(countryCodeSchema).default([]),
    /** Whether it goes with goods to every country, where none of the others does. */
    anywhere: z.boolean().default(false),
    /** The one kind of product that it is for, and then to every country. */
    category: categorySchema.optional(),
  }),
)
