/** /api/openapi.json and /api/docs: written by the build; the Worker puts its own address in and sends them. */
import { Hono } from 'hono'
import { WRITTEN_ORIGIN } from '../actions/openapi/written-origin.ts'
import { openToAllOrigins } from '../headers.ts'
import { type AppContext, type AppEnv, allowOnly } from './http.ts'

const page = { 'content-type': 'text/html; charset=utf-8' }
const documents = [
  {
    paths: ['/api/openapi.json'],
    file: '/api/openapi.json',
    headers: { ...openToAllOrigins, 'content-type': 'application/json' },
  },
  { paths: ['/api/docs', '/api/docs/'], file: '/api/docs/', headers: page },
  { paths: ['/id/api/docs', '/id/api/docs/'], file: '/id/api/docs/', headers: page },
]

export const written = new Hono<AppEnv>()
for (const { paths, file, headers } of documents) {
  for (const path of paths) written.get(path, (c) => answerWritten(c, file, headers)).all(path, allowOnly('GET'))
}

/** An origin is made of letters, digits and “:/.-[]” alone, so it needs no escape in JSON or HTML. */
async function answerWritten(c: AppContext, file: string, headers: Record<string, string>): Promise<Response> {
  const asset = await c.env.ASSETS.fetch(`https://assets.local${file}`)
  if (!asset.ok) throw new Error(`${file} answered ${asset.status}: build the site first`)
  const text = (await asset.text()).replaceAll(WRITTEN_ORIGIN, c.var.services.origin)
  return new Response(text, { headers: { 'cache-control': 'public, max-age=300', ...headers } })
}
