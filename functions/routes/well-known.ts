/** /.well-known/asli.json: whose signatures to believe, for anyone's program. */
import { Hono } from 'hono'
import { openToAllOrigins } from '../headers.ts'
import { type AppEnv, allowOnly } from './http.ts'

const headers = { ...openToAllOrigins, 'cache-control': 'public, max-age=300' }

export const wellKnown = new Hono<AppEnv>()
  .get('/', async (c) => Response.json((await c.var.services.keyring.refresh()).list, { headers }))
  .all('/', allowOnly('GET'))
