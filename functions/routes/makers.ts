/** GET /api/makers/SLUG/record: the record of which the page /makers/SLUG/record is the other face. */
import { Hono } from 'hono'
import { describeMakerRecord } from '../actions/describe-maker-record.ts'
import { openToAllOrigins } from '../headers.ts'
import { problem } from '../problem.ts'
import { type AppEnv, allowOnly, answerProblem } from './http.ts'

export const makers = new Hono<AppEnv>()
  .get('/:maker/record', async (c) => {
    const found = await describeMakerRecord(c.req.param('maker'), c.var.services)
    return found
      ? Response.json(found.record, { headers: openToAllOrigins })
      : answerProblem(c, problem('not-found', 'This registry knows no maker of that name.'))
  })
  .all('/:maker/record', allowOnly('GET'))
