/** A maker: the enterprise that makes products and stands behind them (`content/makers/<slug>.yaml`). */
import { z } from 'zod'
import { attestationSchema } from './attestation.ts'
import { calendarDateSchema } from './calendar-date.ts'
import { localizedStorySchema } from './localized.ts'
import { categorySchema, countryCodeSchema, regencyCodeSchema, slugSchema, wordSchema } from './vocab.ts'

const personSchema = z.strictObject({
  /** As the person wants to be named. */
  displayName: z.string().trim().min(1),
  /** What the person does, an id of `content/vocab/roles.yaml`. */
  role: wordSchema,
  /** The record of the person's consent to be named. */
  consentRef: z.string().trim().min(1),
})

export const makerSchema = z.strictObject({
  /** ENT- and at least four digits. */
  id: z.string().regex(/^ENT-\d{4,}$/, 'A maker id is ENT- and at least four digits.'),
  /** Whether this is made-up data for trying the site. */
  demo: z.boolean(),
  /** The trade name. */
  displayName: z.string().trim().min(1).max(80),
  /** The legal form, by its Indonesian name. */
  legalForm: z.enum(['perorangan', 'CV', 'PT', 'PT perorangan', 'koperasi', 'kelompok']),
  /** Class of PP 7/2021 article 35; the class only, never the turnover. */
  sizeClass: z.enum(['mikro', 'kecil', 'menengah']),
  /** Business identification number, 13 digits; pages show the last four. */
  nib: z.string('Put the NIB in quotes.').regex(/^\d{13}$/, 'An NIB has exactly 13 digits.'),
  /** Lines of business with the version of the classification, since KBLI 2025 renumbers. */
  kbli: z
    .array(
      z.strictObject({
        /** Five digits. */
        code: z.string('Put the KBLI code in quotes.').regex(/^\d{5}$/, 'A KBLI code has exactly five digits.'),
        /** The year of the classification. Without it a code may mean another trade: KBLI 2025 renumbers. */
        version: z.enum(['2020', '2025'], 'Say which classification: "2020" or "2025".').optional(),
      }),
    )
    .min(1),
  /** Kemendagri code of the regency or city. */
  regency: regencyCodeSchema,
  /** Name of the district (kecamatan), as `content/vocab/districts.yaml` writes it. */
  district: z.string().trim().min(1),
  /** The category that most of the work falls into. */
  sector: categorySchema,
  /** The year of the first sale. */
  yearFounded: z.int().min(1800).max(2100),
  /** The people who work here, as a band. */
  employees: z.strictObject({
    /** How many people work here. */
    band: z.enum(['1-4', '5-19', '20-99']),
    /** Share of women, percent. */
    womenPct: z.number().min(0).max(100).optional(),
  }),
  /** Languages that the maker answers in, ISO 639-1. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/, 'A language has two small letters, for example id.')).min(1),
  /** How a buyer reaches the maker: a form that passes messages on, so that no private number is published. */
  contact: z.strictObject({
    /** The only channel there is. */
    channel: z.literal('relay'),
  }),
  /** What the owner signed. */
  statements: z.strictObject({
    /** No child labor. */
    childLabour: z.boolean(),
    /** Fair pay. */
    fairPay: z.boolean(),
    /** Care for water, waste and air. */
    environment: z.boolean(),
    /** The day of the signature. */
    signedAt: calendarDateSchema,
  }),
  /** The record of the owner's consent to be published; taken out when the consent is withdrawn. */
  consentRef: z.string().trim().min(1).optional(),
  /** Whether the maker works at present. */
  active: z.boolean(),
  /** Clusters that the maker belongs to: files of `content/clusters/`, without their extension. */
  cluster: z.array(slugSchema).default([]),
  /** How far the maker's papers have come. */
  ladder: z.enum(['informal', 'nib', 'bina-umk', 'product-sni', 'export']),
  /** Countries that goods have been sent to. */
  exportHistory: z.array(countryCodeSchema).default([]),
  /** The registered trademark. */
  trademark: z
    .strictObject({
      /** The name or sign. */
      name: z.string().trim().min(1),
      /** The number of its registration at DJKI. */
      number: z.string().trim().min(1),
    })
    .optional(),
  /** The center for small businesses (PLUT-KUMKM) that looks after the maker. */
  plut: z.string().trim().min(1).optional(),
  /** What third parties say about the enterprise, not about one product: HACCP, GACC, FDA, SVLK. */
  certs: z.array(attestationSchema).default([]),
  /** Associations that the maker belongs to, by their own names. */
  memberships: z.array(z.string().trim().min(1)).default([]),
  /** Who they are and how they work, in one paragraph. */
  story: localizedStorySchema,
  /** People who agreed to be named. */
  people: z.array(personSchema).default([]),
})
export type Maker = z.infer<typeof makerSchema>
