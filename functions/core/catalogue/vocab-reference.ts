/** Reference data of `content/vocab/` that rules look up: places, trades, standards, rules of delivery. */
import { z } from 'zod'
import { incotermSchema } from './price.ts'
import { entry, regencyCodeSchema, vocabularyOf, wordSchema } from './vocab.ts'

export const districtVocabularySchema = vocabularyOf(
  z.strictObject({
    /** Kemendagri code of the regency or city. */
    id: regencyCodeSchema,
    /** Names of its districts (kecamatan), the same in every language. */
    names: z.array(z.string().min(1)).min(1),
  }),
)

export const geographicalIndicationVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** Kemendagri codes of its places, where they are known. */
    regencies: z.array(regencyCodeSchema).default([]),
    /** Whether all its places are in `regencies`. */
    complete: z.boolean().default(true),
    /** The day or year of its registration, where it is known. */
    registered: z.string().optional(),
  }),
)

export const placeOfLoadingVocabularySchema = vocabularyOf(
  z.strictObject({
    /** UN/LOCODE. */
    id: z.string().regex(/^[A-Z]{2}[A-Z2-9]{3}$/, 'A UN/LOCODE has five characters, for example IDSUB.'),
    ...entry,
    /** Whether seagoing ships load there. */
    seaPort: z.boolean(),
  }),
)

export const incotermVocabularySchema = vocabularyOf(
  z.strictObject({
    id: incotermSchema,
    ...entry,
    /** `sea`: only for goods that are handed over at a ship. */
    transport: z.enum(['any', 'sea']),
  }),
)

export const kbliVocabularySchema = vocabularyOf(
  z.strictObject({
    /** Five digits. */
    id: z.string('Put the KBLI code in quotes.').regex(/^\d{5}$/, 'A KBLI code has exactly five digits.'),
    ...entry,
    /** The year of the classification that the code belongs to. */
    version: z.enum(['2020', '2025']),
  }),
)

export const sizeClassVocabularySchema = vocabularyOf(
  z.strictObject({
    id: z.enum(['mikro', 'kecil', 'menengah']),
    ...entry,
    /** Most capital of a new business, in rupiah. */
    capitalUpTo: z.int().min(1),
    /** Most sales a year of a business that has been running, in rupiah. */
    salesUpTo: z.int().min(1),
  }),
)

export const standardVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** As it is cited. */
    number: z.string().regex(/^SNI /, 'A standard is cited as SNI and its number.'),
  }),
)

/** What a curator's certificate of competence tests: units of the national standard SKKNI. */
export const competenceUnitVocabularySchema = vocabularyOf(
  z.strictObject({
    id: wordSchema,
    ...entry,
    /** As the certificate lists it. */
    code: z.string().regex(/^[A-Z]\.[0-9A-Z]{6,7}\.\d{3}\.\d{1,2}$/),
  }),
)
