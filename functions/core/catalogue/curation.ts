/**
 * A curation: two curators' examination of a product under a rubric.
 * The file (`content/curations/<product id>/<date>-<n>.yaml`) is never edited; a newer record takes its place.
 */
import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { curatorIdSchema } from './curator.ts'
import { localizedTextSchema } from './localized.ts'
import { productIdSchema, sha256Schema } from './vocab.ts'

/** The six criteria of the rubric, in the order in which they are shown. */
export const CRITERIA = ['product', 'packaging', 'qa', 'legality', 'export', 'capacity'] as const
export type Criterion = (typeof CRITERIA)[number]

/** What fails a product whatever its total. */
export const GATES = ['nib', 'foodLicence', 'halal', 'technique', 'safety', 'consent', 'childLabour'] as const
export type Gate = (typeof GATES)[number]

/** What is kept of an examination, as `curate` asks. */
export const EVIDENCE_KINDS = [
  'sample-photo',
  'packaging-photo',
  'workshop-photo',
  'test-report',
  'score-sheet',
  'document',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

const scoreSchema = z.strictObject({
  /** Points of one curator for one criterion; the rubric says how many there are. */
  points: z.number().min(0, 'Points are not negative.').max(100),
  /** The mark from 0 to 5 in the rubric's words that the points stand for. */
  anchor: z.int().min(0).max(5).optional(),
  /** Why, for the public: in Indonesian, as the maker reads it, and in English where somebody translated it. */
  note: localizedTextSchema.partial({ en: true }).optional(),
})

/** What one curator found. */
export const scoreSetSchema = z.strictObject({
  /** Product quality. */
  product: scoreSchema,
  /** Packaging. */
  packaging: scoreSchema,
  /** Quality system and consistency. */
  qa: scoreSchema,
  /** Legality. */
  legality: scoreSchema,
  /** Export readiness. */
  export: scoreSchema,
  /** Capacity and market record. */
  capacity: scoreSchema,
} satisfies Record<Criterion, z.ZodType>)

const gateSchema = z.enum(['pass', 'fail', 'not-applicable'])

export const curationSchema = z
  .strictObject({
    /** CUR-, the year, and four digits. */
    id: z.string().regex(/^CUR-\d{4}-\d{4}$/, 'A curation id is CUR-, a year and four digits.'),
    /** The product's id. */
    product: productIdSchema,
    /** The hash of the material fields that were examined: a later edit of one of them unpublishes the product. */
    subjectHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'A hash is sha256: and 64 hexadecimal digits.'),
    /** The rubric and its version, `export-v1@1`. */
    rubric: z.string().regex(/^[a-z0-9-]+@\d+$/, 'Name the rubric and its version, for example export-v1@1.'),
    /** Two curators, or three where the first two differed by too much. */
    curators: z
      .array(curatorIdSchema)
      .min(2, 'Two curators examine a product.')
      .max(3)
      .refine((ids) => new Set(ids).size === ids.length, 'The curators are different people.'),
    /** Each curator's conflict of interest: `none`, or what it is. */
    coi: z.record(curatorIdSchema, z.string().trim().min(1)),
    /** One set of scores a curator. */
    scores: z.record(curatorIdSchema, scoreSetSchema),
    /** What must be right whatever the total. */
    gates: z.strictObject({
      /** The business is registered and the maker's identity was seen. */
      nib: gateSchema,
      /** The food license is there: SPP-IRT or BPOM. */
      foodLicence: gateSchema,
      /** The halal certificate is there. */
      halal: gateSchema,
      /** The technique and any geographical indication are what the text says. */
      technique: gateSchema,
      /** The product is safe. */
      safety: gateSchema,
      /** The producer agreed to the examination and its publication. */
      consent: gateSchema,
      /** The statement against child labor is signed. */
      childLabour: gateSchema,
    } satisfies Record<Gate, z.ZodType>),
    /** The mark on the sample that was examined. */
    sampleCode: z.string().trim().min(1),
    /** The day on which the sample arrived. */
    sampleReceivedAt: calendarDateSchema,
    /** What the curators kept of the examination: photographs, reports, papers. The files themselves stay with them. */
    evidence: z
      .array(
        z.strictObject({
          /** What it is, by one of EVIDENCE_KINDS; older records, which are never edited, say it in words of their own. */
          kind: z.string().trim().min(1),
          /** SHA-256 of the file. */
          sha256: sha256Schema,
          /** Whether only the operator may see it: a public one is named on the provenance page, with its SHA-256. */
          private: z.boolean(),
        }),
      )
      .default([]),
    /** The producer's consent; without it nothing is published. */
    producerConsent: z
      .strictObject({
        /** The day on which it was given. */
        at: calendarDateSchema,
        /** Who gave it. */
        by: z.enum(['owner', 'representative']),
      })
      .optional(),
    /** What follows; only `approved` publishes. */
    decision: z.enum(['approved', 'conditional', 'returned']),
    /** What has to be mended, and by when; only a conditional decision has conditions. */
    conditions: z
      .array(
        z.strictObject({
          /** What has to be mended. */
          text: localizedTextSchema,
          /** The day by which it is done. */
          dueAt: calendarDateSchema,
        }),
      )
      .default([]),
    /** What the curators tell the public: specific and useful. */
    notesPublic: localizedTextSchema,
    /** The day of the decision. */
    decidedAt: calendarDateSchema,
    /** The last day on which the decision holds. */
    expiresAt: calendarDateSchema,
    /** The id of the record that this one takes the place of. */
    supersedes: z
      .string()
      .regex(/^CUR-\d{4}-\d{4}$/, 'A curation id is CUR-, a year and four digits.')
      .optional(),
  })
  .superRefine((curation, context) => {
    if ((curation.decision === 'conditional') !== curation.conditions.length > 0) {
      const message = 'A conditional decision names its conditions, and no other decision has any.'
      context.addIssue({ code: 'custom', path: ['conditions'], message })
    }
    // One curator named twice is a fault of its own, and says nothing about the rest.
    if (new Set(curation.curators).size < curation.curators.length) return
    for (const field of ['coi', 'scores'] as const) {
      const named = Object.keys(curation[field]).sort().join()
      if (named === [...curation.curators].sort().join()) continue
      context.addIssue({
        code: 'custom',
        path: [field],
        message: `Give ${field} for each curator, and for no one else.`,
      })
    }
  })
export type Curation = z.infer<typeof curationSchema>
