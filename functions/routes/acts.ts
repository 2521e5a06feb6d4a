/** /api/certificates/CODE/…: what may happen to a certificate once it is issued. */
import { Hono } from 'hono'
import { dayInIndonesia } from '#core/calendar.ts'
import { type Reason, reasonsOf, type SimpleAct, simpleActs } from '#core/certificate/reasons.ts'
import { actRequest, certificateRequestOn, supersessionOf } from '#core/certificate/request.ts'
import { succeed } from '#core/result.ts'
import { actOnCertificate } from '../actions/act.ts'
import { supersedeCertificate } from '../actions/supersede.ts'
import {
  type AppContext,
  type AppEnv,
  allowOnly,
  answer,
  answerProblem,
  codeOf,
  identify,
  readBody,
  readKey,
  takeBody,
} from './http.ts'

async function answerAct(c: AppContext, act: SimpleAct): Promise<Response> {
  const caller = await identify(c)
  if (!caller.ok) return answerProblem(c, caller.error)
  const request = await readAct(c, act)
  if (!request.ok) return answerProblem(c, request.error)
  const { reason } = request.value as { reason?: Reason }
  return answer(c, await actOnCertificate(codeOf(c), { act, reason }, caller.value, c.var.services))
}

/** An act that needs no reason needs no body. */
async function readAct(c: AppContext, act: SimpleAct) {
  const isEmpty = c.var.body?.length === 0
  return isEmpty && reasonsOf[simpleActs[act]].length === 0 ? succeed({}) : readBody(c, actRequest(simpleActs[act]))
}

export const acts = new Hono<AppEnv>()
acts.use('*', takeBody)
for (const act of Object.keys(simpleActs) as SimpleAct[]) {
  acts.post(`/:code/${act}`, (c) => answerAct(c, act)).all(`/:code/${act}`, allowOnly('POST'))
}
acts
  .post('/:code/supersede', async (c) => {
    const caller = await identify(c)
    if (!caller.ok) return answerProblem(c, caller.error)
    const key = readKey(c)
    if (!key.ok) return answerProblem(c, key.error)
    const { services } = c.var
    const today = dayInIndonesia(services.now().getTime())
    const request = await readBody(c, supersessionOf(certificateRequestOn(today)))
    if (!request.ok) return answerProblem(c, request.error)
    const superseded = await supersedeCertificate(codeOf(c), request.value, key.value, caller.value, services)
    return answer(c, superseded, 201)
  })
  .all('/:code/supersede', allowOnly('POST'))
