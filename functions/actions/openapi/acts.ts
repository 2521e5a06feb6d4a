/** The resources that act on a certificate, once it is issued. */
import { formatCode } from '#core/certificate/code.ts'
import { type ActType, type Reason, reasonsOf, type SimpleAct, simpleActs } from '#core/certificate/reasons.ts'
import { actRequest } from '#core/certificate/request.ts'
import type { Status } from '#core/log/life.ts'
import type { Operation, Paths } from './document.ts'
import { DEMO_CODE, DEMO_TIME } from './example-answers.ts'
import { answer, body, bodyProblems, codeParameter, only, problemsAt, tokenProblems } from './parts.ts'
import { writeSchema } from './schemas.ts'

export const ACT = 'Act on a certificate'

interface Words {
  summary: string
  description: string
  /** The verdict after the act, in the example. */
  verdict: Status
  reason?: Reason
}

const again = 'Asking again with the same reason gets the same answer.'
const words: Record<SimpleAct, Words> = {
  revoke: {
    summary: 'Withdraw it for good',
    description: `Final: the page says so from the very next scan and shows the claims no more. Its place in its design becomes free for another piece. ${again}`,
    verdict: 'revoked',
    reason: 'returned',
  },
  suspend: {
    summary: 'Pause it',
    description: `While something is being cleared up; resume lifts the pause. ${again}`,
    verdict: 'suspended',
    reason: 'data-error',
  },
  resume: {
    summary: 'Lift a pause',
    description: 'Whoever paused it lifts the pause: what a curator did, a curator undoes. The body may be left out.',
    verdict: 'valid',
  },
  report: {
    summary: 'Report the piece lost, stolen or disputed',
    description: `Whoever scans it is warned, and shown no claims that would help a seller. ${again}`,
    verdict: 'reported',
    reason: 'lost-or-stolen',
  },
  'withdraw-report': {
    summary: 'Lift a report',
    description:
      'Whoever reported it lifts the report: what a curator did, a curator undoes. The body may be left out.',
    verdict: 'valid',
  },
  erase: {
    summary: 'Erase what is kept of the customer',
    description:
      'Deletes the sealed name and the maker’s own reference for good, whatever the status. The certificate, its proofs, its ' +
      'status and the log stay as they are; the log says that something was erased. Asking again gets the same answer.',
    verdict: 'valid',
  },
}

export function actPaths(origin: string): Paths {
  return Object.fromEntries(
    Object.entries(simpleActs).map(([act, type]) => [
      `/api/certificates/{code}/${act}`,
      { post: describeAct(act as SimpleAct, type, origin) },
    ]),
  )
}

function describeAct(act: SimpleAct, type: Exclude<ActType, 'superseded'>, origin: string): Operation {
  const { summary, description, verdict, reason } = words[act]
  const value = reason ? { reason } : {}
  const acted = { code: formatCode(DEMO_CODE), verdict, act: type, ...value, at: DEMO_TIME }
  const problems = [
    ...tokenProblems,
    ...bodyProblems,
    'other-maker',
    'certificate-not-found',
    'record-altered',
    'already-revoked',
    'state-conflict',
    ...(act === 'erase' ? (['nothing-sealed'] as const) : []),
  ] as const
  return {
    tags: [ACT],
    summary,
    description,
    security: only(act),
    parameters: [codeParameter],
    requestBody: body(writeSchema(actRequest(type)), { act: { summary, value } }, reasonsOf[type].length > 0),
    responses: { 200: answer('Done, now or by an earlier request.', 'Acted', acted), ...problemsAt(origin, problems) },
  }
}
