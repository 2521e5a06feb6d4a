/** An examination that no record closes yet: what each curator found so far. */
import { z } from 'zod'
import { curationSchema, scoreSetSchema } from '../curation.ts'
import { curatorIdSchema } from '../curator.ts'

const { subjectHash, coi, scores, sampleCode, sampleReceivedAt } = curationSchema.shape

export const examinationSchema = z.strictObject({
  /** The product as the first curator saw it: one that was changed since is examined anew. */
  subjectHash,
  sampleCode,
  sampleReceivedAt,
  coi,
  scores,
  /** The criteria that a curator has answered who is not through yet. */
  unfinished: z.record(curatorIdSchema, scoreSetSchema.partial()).default({}),
})
export type Examination = z.infer<typeof examinationSchema>
