/** A product: the catalogue entry that buyers read and curators examine (front matter of a product's index.md). */
import { z } from 'zod'
import { attestationSchema } from './attestation.ts'
import { calendarDateSchema } from './calendar-date.ts'
import { localizedNameSchema, localizedSummarySchema, localizedTextSchema } from './localized.ts'
import { priceSchema, sampleSchema } from './price.ts'
import {
  allergenSchema,
  dimensionsSchema,
  giClaimSchema,
  imageSchema,
  materialSchema,
  nutritionSchema,
  packingSchema,
  processStepSchema,
} from './product-parts.ts'
import {
  categorySchema,
  countryCodeSchema,
  hs6Schema,
  isEdible,
  productIdSchema,
  regencyCodeSchema,
  slugSchema,
  tradeUnitSchema,
  wordSchema,
} from './vocab.ts'

const grams = z.number().positive('A mass in grams is greater than zero.')
const days = z.int().min(1, 'Days are a whole number of at least 1.').max(365, 'A lead time is at most 365 days.')

const fields = {
  /** Immutable: PRD- and at least four digits. */
  id: productIdSchema,
  /** Whether this is made-up data for trying the site. */
  demo: z.boolean(),
  /** At most 80 characters each. */
  name: localizedNameSchema,
  /** 60 to 200 characters each, from 20 in Chinese and Japanese; facts, no praise and no awards. */
  summary: localizedSummarySchema,
  /** Decides which other fields are required. */
  category: categorySchema,
  /** Who makes it: a file of `content/makers/`, without its extension. */
  maker: slugSchema,
  /** The cluster that it belongs to: a file of `content/clusters/`, without its extension. */
  cluster: slugSchema.optional(),
  /** Where it is made. */
  origin: z.strictObject({
    /** Kemendagri code of the regency or city. */
    regency: regencyCodeSchema,
    /** Name of the district (kecamatan). */
    district: z.string().trim().min(1).optional(),
  }),
  /** Which workshop makes it, where that is not the maker's own: only then does `origin` differ from the maker's. */
  madeAt: localizedTextSchema.optional(),

  /** How it is made: ids of `content/vocab/techniques.yaml`, the main one first. */
  techniques: z.array(wordSchema).default([]),
  /** Who designed it, with consent to be named. Required unless the edition is open. */
  designer: z
    .strictObject({
      /** As the designer wants to be named. */
      displayName: z.string().trim().min(1),
      /** The record of the designer's consent. */
      consentRef: z.string().trim().min(1),
    })
    .optional(),
  /** Ids of `content/vocab/motifs.yaml`. */
  motifs: z.array(wordSchema).default([]),
  /** Ids of `content/vocab/dyes.yaml`: dyes and fixers. */
  dyes: z.array(wordSchema).default([]),
  /** Materials with their shares; required for everything that is not eaten or drunk. */
  materials: z.array(materialSchema).default([]),
  /** Mass of a fabric, g/m². */
  arealMass: z.number().min(30).max(800).optional(),
  /** Size of one unit, cm. */
  dims: dimensionsSchema.optional(),
  /** Garment sizes on offer, smallest first. */
  sizes: z.array(z.string().trim().min(1)).optional(),
  /** Mass of one unit without its packing, g. */
  netMass: grams.optional(),
  /** Mass of one unit with its inner packing, g. */
  grossMass: grams.optional(),
  /** How it is made, step by step, in order. */
  process: z.array(processStepSchema).min(1),

  /** What it contains, the largest share first. */
  ingredients: z.array(localizedTextSchema).min(1).optional(),
  /** Allergens that it contains; an explicit [] says that there is none. */
  allergens: z.array(allergenSchema).optional(),
  /** How long it keeps, unopened. */
  shelfLife: z
    .strictObject({
      /** How many. */
      n: z.int().min(1).max(1827),
      /** Months or days, UN/ECE Rec 20. */
      unit: z.enum(['MON', 'DAY']),
    })
    .refine(({ n, unit }) => unit === 'DAY' || n <= 60, 'A shelf life is at most 60 months.')
    .optional(),
  /** How to keep it. */
  storage: localizedTextSchema.optional(),
  /** Per 100 g. */
  nutrition: nutritionSchema.optional(),

  /** UN/ECE Rec 20 code in which it is counted: MOQ, capacity, price bands and cartons are in this unit. */
  unit: tradeUnitSchema,
  /** Smallest order, in `unit`. */
  moq: z.int().min(1, 'The smallest order is a whole number of at least 1.'),
  /** `exclusive`: every piece its own design; `limited`: `editionSize` pieces a design; `open`: any number. */
  edition: z.enum(['exclusive', 'limited', 'open']),
  /** Pieces that may be made of one design, when the edition is limited. */
  editionSize: z.int().min(1).optional(),
  /** Whether, and on which terms, a buyer may commission a motif or recipe that is made for that buyer alone. */
  commission: z.strictObject({
    /** Whether it may be commissioned. */
    exclusive: z.boolean(),
    /** The terms, or why not. */
    note: localizedTextSchema,
  }),
  /** Days from a confirmed order until the goods leave the workshop. */
  leadDays: z
    .strictObject({
      /** Days for the quickest order. */
      min: days,
      /** Days that no order takes longer than. */
      max: days,
    })
    .refine((lead) => lead.min <= lead.max, 'The shortest lead time is not longer than the longest.'),
  /** Units that can be made in a month. */
  capacityPerMonth: z.int().min(1),
  /** Whether one piece can be had first, for how much and how soon. */
  sample: sampleSchema,
  /** What a buyer may change: ids of `content/vocab/customisations.yaml`. */
  customisation: z.array(wordSchema).default([]),
  /** Exactly one of `price` and `onRequest` is given. */
  price: priceSchema.optional(),
  /** The price is told on request. */
  onRequest: z.literal(true).optional(),
  /** How and when a buyer pays. */
  paymentTerms: localizedTextSchema,
  /** What a buyer may claim for defects, and until when. */
  claims: localizedTextSchema,
  /** How a unit is wrapped and how many travel in a carton. */
  packing: packingSchema,

  /** Harmonized System, six digits; the importer classifies in the end. */
  hs6: hs6Schema,
  /** `declared` by the maker, to be confirmed by a broker, or a customs ruling. */
  hsStatus: z.enum(['declared', 'broker-confirm', 'ruling']),
  /** What third parties say. */
  attestations: z.array(attestationSchema).default([]),
  /** The protected name of a place that the product may carry. */
  giClaim: giClaimSchema.optional(),
  /** Documents that come with a shipment: ids of `content/vocab/export-documents.yaml`. */
  exportDocs: z.array(wordSchema).default([]),
  /** Countries that the maker wants to sell to. */
  markets: z.array(countryCodeSchema).default([]),
  /** How to look after it: ids of `content/vocab/care.yaml`. */
  care: z.array(wordSchema).default([]),
  /** What the law of a market asks to be said: fiber content, warnings, standards. */
  compliance: z.array(localizedTextSchema).default([]),
  /** At least three, a hero and a picture of the packaging among them. */
  images: z.array(imageSchema).min(3, 'A product has at least three pictures.'),

  /** Takes the product out of the catalogue. Its records and its certificates stay: they tell what was true. */
  withdrawn: z
    .strictObject({
      /** The day on which it was withdrawn. */
      at: calendarDateSchema,
      /** Who wanted it so. Why stands nowhere: a maker owes no reason. */
      by: z.enum(['maker', 'curators', 'operator']),
    })
    .optional(),
}

const REQUIRED_EDIBLE = ['ingredients', 'allergens', 'shelfLife', 'storage', 'netMass', 'grossMass'] as const

export const productSchema = z.strictObject(fields).superRefine((product, context) => {
  function refuse(field: string, message: string) {
    context.addIssue({ code: 'custom', path: [field], message })
  }

  if (isEdible(product.category)) {
    for (const field of REQUIRED_EDIBLE) {
      if (product[field] === undefined) refuse(field, `A product of the category ${product.category} states ${field}.`)
    }
  } else {
    if (product.techniques.length === 0) refuse('techniques', 'A textile or craft names at least one technique.')
    if (product.materials.length === 0) refuse('materials', 'A textile or craft names its materials.')
    if (product.care.length === 0) refuse('care', 'A textile or craft says how to care for it.')
    if (!product.dims && !product.sizes) refuse('dims', 'A textile or craft gives its dimensions or its sizes.')
  }
  if (product.edition !== 'open' && !product.designer) refuse('designer', 'Only an open edition has no designer.')
  if ((product.edition === 'limited') !== (product.editionSize !== undefined)) {
    refuse('editionSize', 'A limited edition has a size, and no other edition has one.')
  }
  if ((product.price === undefined) === (product.onRequest === undefined)) {
    refuse('price', 'Give either a price or onRequest: true.')
  }
})
export type Product = z.infer<typeof productSchema>
