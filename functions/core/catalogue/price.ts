/** What a product costs, to whom it is handed over, and until when that holds. */
import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'

const amount = z.number().positive('An amount is greater than zero.')
const count = z.int().min(1, 'A quantity is a whole number of at least 1.')

/** Those in use; XXX and XTS are none that anybody pays in. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').filter((code) => !/^X(XX|TS)$/.test(code)))

export const incotermSchema = z.enum(['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'])

const bandSchema = z.strictObject({
  /** Smallest order in this band, in the product's unit. */
  min: count,
  /** Largest order in this band, in the product's unit; absent where the band has no upper end. */
  max: count.optional(),
  /** Lowest price a unit. */
  from: amount,
  /** Highest price a unit. */
  to: amount,
})

export const priceSchema = z.strictObject({
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'A currency has three capitals, for example USD.')
    .refine((code) => CURRENCIES.has(code), 'Use a currency of ISO 4217, for example USD.'),
  /** The rule of Incoterms 2020. */
  incoterm: incotermSchema,
  /** The named place of that rule. */
  place: z.string().trim().min(1),
  /** Last day on which the price holds; after it the price is hidden and the product stays. */
  validUntil: calendarDateSchema,
  /** Prices by order size, smallest order first. */
  bands: z.array(bandSchema).min(1),
})
export type Price = z.infer<typeof priceSchema>

export const sampleSchema = z.discriminatedUnion('available', [
  z.strictObject({
    /** A sample can be ordered. */
    available: z.literal(true),
    /** Price of one sample, in the currency of `price`, or in US dollars where the price is on request. */
    price: amount,
    /** Days until a sample leaves the workshop. */
    days: count,
  }),
  z.strictObject({
    /** No sample can be ordered. */
    available: z.literal(false),
  }),
])
export type Sample = z.infer<typeof sampleSchema>
