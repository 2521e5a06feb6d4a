/** A rubric: what curators look at, how many points there are, and what counts as passed. */
import { z } from 'zod'
import { CRITERIA, GATES } from './curation.ts'
import { localizedTextSchema } from './localized.ts'

const criterionSchema = z.strictObject({
  /** The criterion's key in a curation's scores. */
  id: z.enum(CRITERIA),
  /** What it is called. */
  name: localizedTextSchema,
  /** Points that can be reached. */
  max: z.int().min(1).max(100),
  /** What is looked at, each judged from 0 to 5 by `anchors`. */
  items: z.array(localizedTextSchema).min(1),
  /** What each mark from 0 to 5 means, in this order. */
  anchors: z.array(localizedTextSchema).length(6, 'Six anchors: what 0, 1, 2, 3, 4 and 5 mean.'),
})

export const rubricSchema = z.strictObject({
  /** The file's name without its extension. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Counts up when the wording or the points change; a record names `id@version`. */
  version: z.int().min(1),
  /** What it is called. */
  name: localizedTextSchema,
  /** All six, in the order in which they are shown. */
  criteria: z.array(criterionSchema).length(CRITERIA.length),
  /** What fails a product whatever its total. */
  gates: z
    .array(
      z.strictObject({
        /** The gate's key in a curation. */
        id: z.enum(GATES),
        /** What it is called. */
        name: localizedTextSchema,
      }),
    )
    .length(GATES.length),
  /** From which points on a product passes. */
  thresholds: z.strictObject({
    /** Total from which a product is approved; also the start of grade B. */
    pass: z.number().min(0).max(100),
    /** Total from which a product is approved on conditions. */
    conditional: z.number().min(0).max(100),
    /** Total from which the grade is A. */
    gradeA: z.number().min(0).max(100),
    /** Least share of the points of every criterion, percent. */
    criterionPct: z.number().min(0).max(100),
    /** Points by which two curators may differ before a third one decides. */
    maxDifference: z.number().min(0).max(100),
  }),
  /** How long an approval holds, months. */
  validity: z.strictObject({
    /** Food and drink. */
    edible: z.int().min(1),
    /** Textiles and crafts. */
    other: z.int().min(1),
  }),
})
export type Rubric = z.infer<typeof rubricSchema>
