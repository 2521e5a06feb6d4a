/** /status/PURPOSE/N: the public status lists (W3C Bitstring Status List 1.0). */
import { Hono } from 'hono'
import { statusPurposes } from '#core/certificate/status-list.ts'
import { describeStatusList, LIST_SECONDS } from '../actions/describe-status-list.ts'
import { openToAllOrigins } from '../headers.ts'
import { problem } from '../problem.ts'
import { type AppEnv, allowOnly, answerProblem } from './http.ts'

const headers = {
  ...openToAllOrigins,
  'content-type': 'application/vc',
  'cache-control': `public, max-age=${LIST_SECONDS}`,
}

export const status = new Hono<AppEnv>()
  .get('/:purpose/:list', async (c) => {
    const purpose = statusPurposes.find((known) => known === c.req.param('purpose'))
    const list = /^(0|[1-9]\d{0,8})$/.test(c.req.param('list')) ? Number(c.req.param('list')) : null
    if (!purpose || list === null)
      return answerProblem(c, problem('not-found', `There is no status list at ${c.req.path}.`))
    const found = await describeStatusList(purpose, list, c.var.services)
    return found.ok ? new Response(JSON.stringify(found.value), { headers }) : answerProblem(c, found.error)
  })
  .get('/*', (c) => answerProblem(c, problem('not-found', `There is no status list at ${c.req.path}.`)))
  .all('/*', allowOnly('GET'))
