/** GET /api/verify/CODE: the report of which the verdict page is the other face. */
import { Hono } from 'hono'
import { verdictStatus, verifyTyped, writeVerification } from '../actions/verify.ts'
import { openToAllOrigins } from '../headers.ts'
import { type AppEnv, allowOnly } from './http.ts'

export const verify = new Hono<AppEnv>()
  .get('/:code', async (c) => {
    const { services } = c.var
    const verification = await verifyTyped(c.req.param('code'), services)
    const status = verdictStatus[verification.report.verdict]
    return Response.json(writeVerification(verification, services.origin), { status, headers: openToAllOrigins })
  })
  .all('/:code', allowOnly('GET'))
