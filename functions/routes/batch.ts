/** POST /api/certificates/batch: up to 500 at once, all or none. */
import { Hono } from 'hono'
import { z } from 'zod'
import { dayInIndonesia } from '#core/calendar.ts'
import { batchOf, batchRowOf, certificateRequestOn, issueQuery } from '#core/certificate/request.ts'
import { type BatchRow, dryRunBatch, issueBatch } from '../actions/issue-batch.ts'
import { type AppEnv, allowOnly, answer, answerProblem, identify, readBody, readValue, takeBody } from './http.ts'

/** Rows are read one by one, so that a fault in one does not hide what is wrong with the others. */
const batchRequest = batchOf(z.unknown())

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
    const schema = batchRowOf(certificateRequestOn(dayInIndonesia(services.now().getTime())))
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
