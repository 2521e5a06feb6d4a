/** /.well-known/asli.json: whose signatures to believe, for anyone's program. */
import { Hono } from 'hono'
import { describeKeys } from '../actions/describe-keys.ts'
import { openToAllOrigins } from '../headers.ts'
import { type AppEnv, allowOnly } from './http.ts'

const headers = { ...openToAllOrigins, 'cache-control': 'public, max-age=300' }

export const wellKnown = new Hono<AppEnv>()
  .get('/', (c) => Response.json(describeKeys(c.var.services), { headers }))
  .all('/', allowOnly('GET'))
