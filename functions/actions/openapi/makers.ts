/** The resource of a maker's record. */
import type { Operation, Paths } from './document.ts'
import { DEMO_MAKER } from './examples.ts'
import { makerRecordExample } from './maker-record.ts'
import { answer, problemsAt } from './parts.ts'
import { CHECK } from './reading.ts'

export function makerPaths(origin: string): Paths {
  return { '/api/makers/{maker}/record': { get: readRecord(origin) } }
}

function readRecord(origin: string): Operation {
  const maker = {
    name: 'maker',
    in: 'path' as const,
    required: true,
    description: 'The maker’s slug, as in the address of their page.',
    schema: { type: 'string' },
    example: DEMO_MAKER,
  }
  return {
    tags: [CHECK],
    summary: 'Read a maker’s record',
    description:
      'How many pieces were certified, what became of the certificates, and whether customers came back: the page ' +
      '/makers/SLUG/record is its other face. Returning customers are told as a band, and below three not at all.',
    parameters: [maker],
    responses: {
      200: answer('The record.', 'MakerRecord', makerRecordExample),
      ...problemsAt(origin, ['not-found', 'unavailable']),
    },
  }
}
