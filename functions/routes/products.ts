/** GET /api/products/SLUG/status: whether the product is approved today, for the page that was built on another day. */
import { Hono } from 'hono'
import { describeProductStatus } from '../actions/describe-product-status.ts'
import { openToAllOrigins } from '../headers.ts'
import { problem } from '../problem.ts'
import { type AppEnv, allowOnly, answerProblem } from './http.ts'

export const products = new Hono<AppEnv>()
  .get('/:product/status', async (c) => {
    const found = await describeProductStatus(c.req.param('product'), c.var.services)
    return found
      ? Response.json(found, { headers: openToAllOrigins })
      : answerProblem(c, problem('not-found', 'The catalogue has no product of that name, and had none approved.'))
  })
  .all('/:product/status', allowOnly('GET'))
