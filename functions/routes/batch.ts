/** POST /api/certificates/batch: up to 500 at once, all or none. */
import { Hono } from 'hono'
import { z } from 'zod'
import { dayInIndonesia } from '#core/calendar.ts'
import { certificateRequestOn } from '#core/certificate/request.ts'
import { type BatchRow, dryRunBatch, issueBatch } from '../actions/issue-batch.ts'
import {
  type AppEnv,
  allowOnly,
  answer,
  answerProblem,
  idempotencyKey,
  identify,
  issueQuery,
  readBody,
  readValue,
  takeBody,
} from './http.ts'

export const MOST_ROWS = 500

/** One row: the key of its own, and a request as for a single certificate. */
export function batchRowOn(today: string) {
  return z.strictObject({
    idempotencyKey: idempotencyKey.describe('Your own, new for each certificate and the same for each retry.'),
    certificate: certificateRequestOn(today),
  })
}

/** Rows are read one by one, so that a fault in one does not hide what is wrong with the others. */
const batchRequest = z.strictObject({
  rows: z
    .array(z.unknown(), 'must be a list of rows')
    .min(1, 'must have at least one row')
    .max(MOST_ROWS, `must have at most ${MOST_ROWS} rows: send the others in another request`),
})

export const batch = new Hono<AppEnv>()
  .use('*', takeBody)
  .post('/', async (c) => {
    const caller = await identify(c)
    if (!caller.ok) return answerProblem(c, caller.error)
    const mode = readValue({ dryRun: c.req.query('dryRun') }, issueQuery)
    if (!mode.ok) return answerProblem(c, mode.error)
    const request = await readBody(c, batchRequest)
    if (!request.ok) return answerProblem(c, request.error)
    const { services } = c.var
    const schema = batchRowOn(dayInIndonesia(services.now().getTime()))
    const rows = request.value.rows.map((row): BatchRow => {
      const read = readValue(row, schema)
      if (!read.ok) return { errors: read.error.errors ?? [] }
      return { request: read.value.certificate, idempotencyKey: read.value.idempotencyKey }
    })
    return mode.value.dryRun
      ? answer(c, await dryRunBatch(rows, caller.value, services))
      : answer(c, await issueBatch(rows, caller.value, services), 201)
  })
  .all('/', allowOnly('POST'))
