/** /api/tokens: for the administrator alone. */
import { Hono } from 'hono'
import { refuseAct } from '../actions/caller.ts'
import { createToken, tokenRequest, withdrawToken } from '../actions/tokens.ts'
import { type AppEnv, allowOnly, answer, answerProblem, identify, readBody, takeBody } from './http.ts'

export const tokens = new Hono<AppEnv>()
  .use('*', takeBody)
  .use('*', async (c, next) => {
    const caller = await identify(c)
    if (!caller.ok) return answerProblem(c, caller.error)
    const refused = refuseAct(caller.value, 'manage tokens')
    return refused ? answerProblem(c, refused) : next()
  })
  .post('/', async (c) => {
    const request = await readBody(c, tokenRequest)
    return request.ok
      ? answer(c, await createToken(request.value, c.var.services), 201)
      : answerProblem(c, request.error)
  })
  .get('/', async (c) => Response.json({ tokens: await c.var.services.store.listTokens() }))
  .all('/', allowOnly('GET', 'POST'))
  .delete('/:id', async (c) => {
    const refused = await withdrawToken(c.req.param('id'), c.var.services)
    return refused ? answerProblem(c, refused) : new Response(null, { status: 204 })
  })
  .all('/:id', allowOnly('DELETE'))
