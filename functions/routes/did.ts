/** /.well-known/did.json and /makers/SLUG/did.json: the did:web documents. */
import { Hono } from 'hono'
import { succeed } from '#core/result.ts'
import { describeMakerDid, describeRegistryDid } from '../actions/describe-did.ts'
import { openToAllOrigins } from '../headers.ts'
import { type AppEnv, allowOnly, answer } from './http.ts'

const headers = { ...openToAllOrigins, 'content-type': 'application/did+json', 'cache-control': 'public, max-age=300' }

export const did = new Hono<AppEnv>()
  .get('/.well-known/did.json', async (c) => dress(answer(c, succeed(await describeRegistryDid(c.var.services)))))
  .all('/.well-known/did.json', allowOnly('GET'))
  .get('/makers/:maker/did.json', async (c) =>
    dress(answer(c, await describeMakerDid(c.req.param('maker'), c.var.services))),
  )
  .all('/makers/:maker/did.json', allowOnly('GET'))

/** A refusal stays as it is. */
function dress(response: Response): Response {
  return response.ok ? new Response(response.body, { headers }) : response
}
