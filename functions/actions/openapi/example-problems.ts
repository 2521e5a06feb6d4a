/** Problems that show how. */
import { formatCode } from '#core/certificate/code.ts'
import { certificateUrl } from '#core/certificate/credential.ts'
import { describeErrors, type Problem, problem, writeProblem } from '../../problem.ts'
import { designUrl } from '../describe-design.ts'
import { DEMO_CODE, DEMO_ORIGIN } from './example-answers.ts'
import { DEMO_MAKER, leastPiece } from './examples.ts'

const at = (found: Problem, origin: string) =>
  writeProblem(found, origin, 'urn:uuid:00000000-0000-4000-8000-000000000000')

export function writeRefusal(origin: string) {
  const errors = [
    { pointer: '/madeOn', detail: 'is missing' },
    { pointer: '/dimensions/lengthMm', detail: 'must be whole millimeters' },
  ]
  return at(problem('invalid-request', describeErrors(errors.length), { errors }), origin)
}

export function writeTaken(origin: string) {
  const code = formatCode(DEMO_CODE)
  const found = problem('design-already-certified', `Certificate ${code} for this exclusive design is live.`, {
    errors: [{ pointer: '/design/id', detail: `has a live certificate: ${code}` }],
    extra: {
      certificate: certificateUrl(DEMO_ORIGIN, DEMO_CODE),
      code,
      design: designUrl(DEMO_ORIGIN, DEMO_MAKER, leastPiece.design.id),
    },
  })
  return at(found, origin)
}
