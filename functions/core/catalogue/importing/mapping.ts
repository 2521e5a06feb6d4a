/** What a curator said of an office's list, as it is kept beside the table. */
import { z } from 'zod'
import { TARGETS } from './columns.ts'

export const mappingSchema = z.strictObject({
  /** Whether the table is made-up data for trying the site. */
  demo: z.boolean(),
  /** Column of the table → the field that it fills. */
  columns: z.record(z.string(), z.enum(TARGETS)),
  /** Column → a word in it that is none of ours → ours, or `ignore`. */
  words: z.record(z.string(), z.record(z.string(), z.string())).default({}),
})
export type Mapping = z.output<typeof mappingSchema>
