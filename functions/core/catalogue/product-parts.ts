/** The parts that a product's specification is made of. */
import { z } from 'zod'
import { localizedTextSchema } from './localized.ts'
import { wordSchema } from './vocab.ts'

const centimeters = z.number().positive('A length in centimeters is greater than zero.')
const percent = z.number().positive('A share is greater than zero.').max(100, 'A share is at most 100 percent.')

export const materialSchema = z.strictObject({
  /** What it is, an id of `content/vocab/fibres.yaml`. */
  fibre: wordSchema,
  /** Share of the whole, percent by mass. */
  pct: percent,
  /** Where the material comes from. */
  origin: localizedTextSchema.optional(),
})

export const dimensionsSchema = z.strictObject({
  /** Length, cm; absent where the cloth is sold by length. */
  l: centimeters.optional(),
  /** Width, cm. */
  w: centimeters,
  /** Height, cm. */
  h: centimeters.optional(),
  /** How far a handmade piece may differ, percent either way. */
  tolerancePct: z.number().min(0).max(20).default(3),
})

export const packingSchema = z.strictObject({
  /** What one unit is wrapped in. */
  inner: localizedTextSchema,
  /** The shipping carton. */
  carton: z.strictObject({
    /** Units in a carton, in the product's unit. */
    qty: z.int().min(1),
    /** Outer length, cm. */
    l: centimeters,
    /** Outer width, cm. */
    w: centimeters,
    /** Outer height, cm. */
    h: centimeters,
    /** Gross mass, kg. */
    gross: z.number().positive(),
  }),
})

export const processStepSchema = z.strictObject({
  /** What is done, an id of `content/vocab/process-steps.yaml`. */
  step: wordSchema,
  /** Who does it, an id of `content/vocab/roles.yaml`. */
  actor: wordSchema,
  /** How it is done here, in a sentence. */
  note: localizedTextSchema,
})

export const nutritionSchema = z.strictObject({
  /** Energy, kcal per 100 g. */
  energyKcal: z.number().min(0),
  /** Fat, g per 100 g. */
  fat: z.number().min(0),
  /** Saturated fat, g per 100 g. */
  saturates: z.number().min(0),
  /** Carbohydrate, g per 100 g. */
  carbohydrate: z.number().min(0),
  /** Sugars, g per 100 g. */
  sugars: z.number().min(0),
  /** Protein, g per 100 g. */
  protein: z.number().min(0),
  /** Salt, g per 100 g. */
  salt: z.number().min(0),
})

/** The fourteen allergens of Regulation (EU) No 1169/2011, Annex II; `content/vocab/allergens.yaml` names them. */
export const allergenSchema = z.enum([
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
])

/** A protected name of a place. Only who may use it states one, with all three members. */
export const giClaimSchema = z.strictObject({
  /** An id of `content/vocab/geographical-indications.yaml`. */
  gi: wordSchema,
  /** The number of the indication's registration at DJKI. */
  registrationNumber: z.string().trim().min(1).optional(),
  /** Whether the maker is a member of the society that protects it (MPIG). */
  mpigMember: z.boolean().optional(),
})

export const imageSchema = z.strictObject({
  /** Path from the product's folder. */
  file: z
    .string()
    .regex(/^images\/[a-z0-9-]+\.(webp|avif|jpg|png)$/, 'Name a file in images/, for example images/hero.webp.'),
  /** What the picture is for. */
  role: z.enum(['hero', 'detail', 'scale', 'packaging', 'process']),
  /** What the picture shows, for a reader who does not see it. */
  alt: localizedTextSchema,
  /** Who made it. */
  credit: z.string().trim().min(1),
  /** Consent record of the people who can be recognized in it. */
  consent: z.string().min(1).optional(),
})
export type ProductImage = z.infer<typeof imageSchema>
