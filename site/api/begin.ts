/** How to begin: what to type, step by step. */
import type { ApiWords } from '../i18n/api-en.ts'
import { type CurlRequest, formatCurl } from './curl.ts'

export interface Step {
  words: string
  code: string
}

const file = 'piece.json'

export function listSteps(origin: string, piece: unknown, { steps }: ApiWords): Step[] {
  const ask = (query: string): CurlRequest => ({
    method: 'POST',
    url: `${origin}/api/certificates${query}`,
    headers: ['Authorization: Bearer $TOKEN', 'Idempotency-Key: $KEY', 'Content-Type: application/json'],
  })
  const send = (query: string) => `${formatCurl(ask(query)).replace('-X POST ', '')} \\\n  -d @${file}`
  return [
    { words: steps.token, code: 'export TOKEN=asli_…\nexport KEY=$(openssl rand -hex 16)' },
    { words: steps.piece, code: `cat > ${file} <<'END'\n${JSON.stringify(piece, null, 2)}\nEND` },
    { words: steps.dryRun, code: send('?dryRun=1') },
    { words: steps.issue, code: send('') },
    { words: steps.check, code: `curl ${origin}/api/verify/CODE` },
  ]
}
