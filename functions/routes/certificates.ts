/** /api/certificates: issue, revoke, and what anyone may read of a certificate. */
import { Hono } from 'hono'
import { z } from 'zod'
import { dayInIndonesia } from '#core/calendar.ts'
import { type Code, readCode } from '#core/certificate/code.ts'
import { pieceRequestOn } from '#core/certificate/piece-request.ts'
import { revocationReasons } from '#core/certificate/reasons.ts'
import { drawTag } from '../actions/draw-tag.ts'
import { dryRunIssue, issueCertificate } from '../actions/issue.ts'
import { noCertificate, proveCertificate, readCredential } from '../actions/read-certificate.ts'
import { revokeCertificate } from '../actions/revoke.ts'
import { openToAllOrigins } from '../headers.ts'
import { problem } from '../problem.ts'
import {
  type AppContext,
  type AppEnv,
  allowOnly,
  answer,
  answerProblem,
  identify,
  readBody,
  readValue,
  takeBody,
} from './http.ts'

export const revocationRequest = z.strictObject({
  reason: z
    .enum(revocationReasons, `must be one of ${revocationReasons.join(', ')}`)
    .describe('Why, from a closed list.'),
})

export const tagQuery = z.strictObject({
  form: z.literal('tag').optional().describe('What the QR is printed on.'),
  mm: z.coerce.number('must be a number').min(1, 'must be at least 1').max(500, 'must be at most 500').optional(),
  dpi: z.coerce
    .number('must be a number')
    .int()
    .min(72, 'must be at least 72')
    .max(2400, 'must be at most 2400')
    .optional(),
})

const issueQuery = z.strictObject({ dryRun: z.literal('1', 'must be 1, or be left out').optional() })

const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{16,64}$/

function codeOf(c: AppContext): Code | null {
  const reading = readCode(c.req.param('code') ?? '')
  return reading.kind === 'code' ? reading.code : null
}

export const certificates = new Hono<AppEnv>()
  .use('*', takeBody)
  .post('/', async (c) => {
    const caller = await identify(c)
    if (!caller.ok) return answerProblem(c, caller.error)
    const key = c.req.header('idempotency-key') ?? ''
    if (!IDEMPOTENCY_KEY.test(key)) {
      return answerProblem(c, problem('idempotency-key-missing', 'The Idempotency-Key is missing or of another form.'))
    }
    const { services } = c.var
    const request = await readBody(c, pieceRequestOn(dayInIndonesia(services.now().getTime())))
    if (!request.ok) return answerProblem(c, request.error)
    const mode = readValue({ dryRun: c.req.query('dryRun') }, issueQuery)
    if (!mode.ok) return answerProblem(c, mode.error)
    return mode.value.dryRun
      ? answer(c, await dryRunIssue(request.value, key, caller.value, services))
      : answer(c, await issueCertificate(request.value, key, caller.value, services), 201)
  })
  .all('/', allowOnly('POST'))
  .post('/:code/revoke', async (c) => {
    const caller = await identify(c)
    if (!caller.ok) return answerProblem(c, caller.error)
    const request = await readBody(c, revocationRequest)
    if (!request.ok) return answerProblem(c, request.error)
    return answer(c, await revokeCertificate(codeOf(c), request.value.reason, caller.value, c.var.services))
  })
  .all('/:code/revoke', allowOnly('POST'))
  .get('/:code/proof', async (c) => {
    const proof = await proveCertificate(codeOf(c), c.var.services)
    if (!proof.ok) return answerProblem(c, proof.error)
    return new Response(proof.value, { headers: { ...openToAllOrigins, 'content-type': 'text/plain; charset=utf-8' } })
  })
  .all('/:code/proof', allowOnly('GET'))
  .get('/:code/qr.svg', async (c) => {
    const { services } = c.var
    const size = readValue(c.req.query(), tagQuery)
    if (!size.ok) return answerProblem(c, size.error)
    const code = codeOf(c)
    if (!code || !(await services.store.hasCertificate(code))) return answerProblem(c, noCertificate)
    const drawing = drawTag(services.origin, code, size.value)
    if (!drawing.ok) return answerProblem(c, drawing.error)
    // The text of a code's QR never changes, so neither does its drawing.
    return new Response(drawing.value, {
      headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' },
    })
  })
  .all('/:code/qr.svg', allowOnly('GET'))
  .get('/:code', async (c) => {
    const credential = await readCredential(codeOf(c), c.var.services)
    if (!credential.ok) return answerProblem(c, credential.error)
    return new Response(credential.value, { headers: { ...openToAllOrigins, 'content-type': 'application/vc' } })
  })
  .all('/:code', allowOnly('GET'))
