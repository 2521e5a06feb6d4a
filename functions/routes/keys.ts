/** /api/keys: for the administrator alone. */
import { Hono } from 'hono'
import { refuseAct } from '../actions/caller.ts'
import { compromiseRequest, markCompromised, retireKey } from '../actions/manage-keys.ts'
import { type AppEnv, allowOnly, answer, answerProblem, identify, readBody, takeBody } from './http.ts'

export const keys = new Hono<AppEnv>()
  .use('*', takeBody)
  .use('*', async (c, next) => {
    const caller = await identify(c)
    if (!caller.ok) return answerProblem(c, caller.error)
    const refused = refuseAct(caller.value, 'manage keys')
    return refused ? answerProblem(c, refused) : next()
  })
  .post('/:kid/retire', async (c) => answer(c, await retireKey(c.req.param('kid'), c.var.services)))
  .all('/:kid/retire', allowOnly('POST'))
  .post('/:kid/compromise', async (c) => {
    const request = await readBody(c, compromiseRequest)
    return request.ok
      ? answer(c, await markCompromised(c.req.param('kid'), request.value.from, c.var.services))
      : answerProblem(c, request.error)
  })
  .all('/:kid/compromise', allowOnly('POST'))
