/** /log: C2SP tlog-tiles, for anyone's monitor. */
import { Hono } from 'hono'
import { logName } from '#core/log/log-name.ts'
import { formatVerifierKey } from '#core/log/note.ts'
import { parseTilePath, TILE_WIDTH } from '#core/log/tile.ts'
import { describeEntry } from '../actions/describe-entry.ts'
import { readCheckpoint, readLogTile } from '../actions/log.ts'
import { openToAllOrigins } from '../headers.ts'
import { problem } from '../problem.ts'
import { type AppEnv, allowOnly, answer, answerProblem } from './http.ts'

const text = { ...openToAllOrigins, 'content-type': 'text/plain; charset=utf-8' }
const forever = { 'cache-control': 'public, max-age=31536000, immutable' }
const missing = problem('not-found', 'The log has no such tile: it may not be that long yet.')

export const log = new Hono<AppEnv>()
  .get('/checkpoint', async (c) => {
    const checkpoint = await readCheckpoint(c.var.services)
    return new Response(checkpoint, { headers: { ...text, 'cache-control': 'public, max-age=5' } })
  })
  .get('/vkey', (c) => {
    const { origin, logSigner } = c.var.services
    const key = formatVerifierKey({ name: logName(origin), publicKey: logSigner.publicKey })
    return new Response(`${key}\n`, { headers: text })
  })
  .get('/tile/*', async (c) => {
    const path = parseTilePath(c.req.path.slice('/log/'.length))
    const bytes = path && (await readLogTile(path, c.var.services))
    if (!path || !bytes) return answerProblem(c, missing)
    // A partial tile is served as long as it is asked for, but no cache need keep it.
    const keep = path.width === TILE_WIDTH ? forever : { 'cache-control': 'public, max-age=60' }
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...openToAllOrigins, 'content-type': 'application/octet-stream', ...keep },
    })
  })
  .get('/cid/:cid', async (c) => {
    const answered = answer(c, await describeEntry(c.req.param('cid'), c.var.services))
    for (const [name, value] of Object.entries(openToAllOrigins)) answered.headers.set(name, value)
    return answered
  })
  .get('/*', (c) => answerProblem(c, problem('not-found', `The log has nothing at ${c.req.path}.`)))
  .all('/*', allowOnly('GET'))
