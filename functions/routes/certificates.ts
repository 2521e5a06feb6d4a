/** /api/certificates: issue, and what anyone may read of a certificate. */
import { Hono } from 'hono'
import { dayInIndonesia } from '#core/calendar.ts'
import { certificateRequestOn, credentialQuery, issueQuery } from '#core/certificate/request.ts'
import { drawCard, drawTag } from '../actions/draw-qr.ts'
import { qrQuery } from '../actions/encode-qr.ts'
import { dryRunIssue, issueCertificate } from '../actions/issue.ts'
import { noCertificate, proveCertificate, readCredential, readWithProof } from '../actions/read-certificate.ts'
import { readSealed } from '../actions/read-sealed.ts'
import { openToAllOrigins } from '../headers.ts'
import {
  type AppEnv,
  allowOnly,
  answer,
  answerProblem,
  codeOf,
  identify,
  readBody,
  readKey,
  readValue,
  takeBody,
} from './http.ts'

export const certificates = new Hono<AppEnv>()
  .use('*', takeBody)
  .post('/', async (c) => {
    const caller = await identify(c)
    if (!caller.ok) return answerProblem(c, caller.error)
    const key = readKey(c)
    if (!key.ok) return answerProblem(c, key.error)
    const { services } = c.var
    const request = await readBody(c, certificateRequestOn(dayInIndonesia(services.now().getTime())))
    if (!request.ok) return answerProblem(c, request.error)
    const mode = readValue({ dryRun: c.req.query('dryRun') }, issueQuery)
    if (!mode.ok) return answerProblem(c, mode.error)
    return mode.value.dryRun
      ? answer(c, await dryRunIssue(request.value, key.value, caller.value, services))
      : answer(c, await issueCertificate(request.value, key.value, caller.value, services), 201)
  })
  .all('/', allowOnly('POST'))
  .get('/:code/proof', async (c) => {
    const proof = await proveCertificate(codeOf(c), c.var.services)
    if (!proof.ok) return answerProblem(c, proof.error)
    return new Response(proof.value, { headers: { ...openToAllOrigins, 'content-type': 'text/plain; charset=utf-8' } })
  })
  .all('/:code/proof', allowOnly('GET'))
  .get('/:code/sealed', async (c) => {
    const answered = answer(c, await readSealed(codeOf(c), c.var.services))
    for (const [name, value] of Object.entries(openToAllOrigins)) answered.headers.set(name, value)
    return answered
  })
  .all('/:code/sealed', allowOnly('GET'))
  .get('/:code/qr.svg', async (c) => {
    const { services } = c.var
    const size = readValue(c.req.query(), qrQuery)
    if (!size.ok) return answerProblem(c, size.error)
    const code = codeOf(c)
    if (!code || !(await services.store.hasCertificate(code))) return answerProblem(c, noCertificate)
    const drawing =
      size.value.form === 'card'
        ? await drawCard(code, size.value, services)
        : drawTag(services.origin, code, size.value)
    if (!drawing.ok) return answerProblem(c, drawing.error)
    // The text of a code's QR never changes, a card's signature included, so neither does its drawing.
    return new Response(drawing.value, {
      headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' },
    })
  })
  .all('/:code/qr.svg', allowOnly('GET'))
  .get('/:code', async (c) => {
    const asked = readValue({ proof: c.req.query('proof') }, credentialQuery)
    if (!asked.ok) return answerProblem(c, asked.error)
    const { proof } = asked.value
    const credential = proof
      ? await readWithProof(codeOf(c), `eddsa-${proof}-2022`, c.var.services)
      : await readCredential(codeOf(c), c.var.services)
    if (!credential.ok) return answerProblem(c, credential.error)
    return new Response(credential.value, { headers: { ...openToAllOrigins, 'content-type': 'application/vc' } })
  })
  .all('/:code', allowOnly('GET'))
