/** The Worker's routes, and the one place where errors become problems. */
import { Hono } from 'hono'
import { UnconfirmedKeys } from './actions/keyring.ts'
import type { Services } from './actions/services.ts'
import { withHeaders } from './headers.ts'
import { type Problem, problem, problemResponse } from './problem.ts'
import { acts } from './routes/acts.ts'
import { batch } from './routes/batch.ts'
import { certificates } from './routes/certificates.ts'
import { did } from './routes/did.ts'
import { type AppContext, type AppEnv, answerProblem } from './routes/http.ts'
import { keys } from './routes/keys.ts'
import { log } from './routes/log.ts'
import { makers } from './routes/makers.ts'
import { products } from './routes/products.ts'
import { status } from './routes/status.ts'
import { tokens } from './routes/tokens.ts'
import { routeVerdict } from './routes/verdict-page.ts'
import { verify } from './routes/verify.ts'
import { wellKnown } from './routes/well-known.ts'
import { written } from './routes/written.ts'
import { openServices } from './services.ts'

/** Astro's part: the pages rendered on demand. */
export type RenderPage = (request: Request, env: Env, context: ExecutionContext) => Promise<Response>

/** `services` is given by tests; the Worker puts its own together from its bindings. */
export function createApp(renderPage: RenderPage, services?: Services) {
  const app = new Hono<AppEnv>()

  app.use('*', async (c, next) => {
    c.set('requestId', `urn:uuid:${crypto.randomUUID()}`)
    c.set('services', services ?? (await openServices(c.env)))
    await next()
    c.res = withHeaders(c.res)
  })

  app.route('/api/certificates/batch', batch)
  app.route('/api/certificates', acts)
  app.route('/api/certificates', certificates)
  app.route('/api/verify', verify)
  app.route('/api/makers', makers)
  app.route('/api/products', products)
  app.route('/api/tokens', tokens)
  app.route('/api/keys', keys)
  app.route('/', written)
  app.route('/log', log)
  app.route('/status', status)
  app.route('/', did)
  app.route('/.well-known/asli.json', wellKnown)
  app.all('/api/*', (c) => answerProblem(c, problem('not-found', `The API has nothing at ${c.req.path}.`)))

  // The Worker reads it through its own binding; to everyone else it is not there.
  app.all('/published.json', (c) => showProblem(c, problem('not-found', 'There is nothing at this address.')))

  app.get('*', (c) => showPage(c, renderPage))
  app.all('*', (c) => showProblem(c, problem('method-not-allowed', `${c.req.method} is not taken here.`)))
  app.onError(async (error, c) => withHeaders(await answerError(error, c as AppContext)))
  return app
}

async function showPage(c: AppContext, renderPage: RenderPage): Promise<Response> {
  const { origin } = c.var.services
  const url = new URL(c.req.url)
  const route = routeVerdict(url, c.req.header('accept-language') ?? '')
  const vary: Record<string, string> = route?.negotiated ? { Vary: 'Accept-Language' } : {}
  if (route?.kind === 'redirect')
    return new Response(null, { status: 303, headers: { Location: route.location, ...vary } })
  // The page is asked for by its own path at the configured origin: no Host header reaches what it writes.
  const path = route?.path ?? c.req.path + url.search
  const request = new Request(new URL(path, origin), { headers: c.req.raw.headers })
  const page = await renderPage(request, c.env, c.executionCtx as ExecutionContext)
  // A page that has nothing at its address says so by the status alone; a reader is owed a sentence.
  if (page.status === 404 && !page.headers.has('content-type'))
    return showProblem(c, problem('not-found', `There is nothing at ${c.req.path}.`))
  const answered = new Response(page.body, page)
  if (route) answered.headers.set('Content-Type', 'text/html; charset=utf-8')
  for (const [name, value] of Object.entries(vary)) answered.headers.set(name, value)
  return answered
}

/** What nobody expected: the store failed, or we did. Details go to the log, never to the reader. */
async function answerError(error: Error, c: AppContext): Promise<Response> {
  // Drizzle's own message repeats the query with its parameters; the cause says what the database said.
  const said = error.cause instanceof Error ? error.cause.message : error.message
  const alert = error instanceof UnconfirmedKeys ? 'keys-unconfirmed' : 'unexpected'
  console.error(JSON.stringify({ alert, instance: c.var.requestId, error: said }))
  return showProblem(c, explainFailure(error))
}

function explainFailure(error: Error): Problem {
  if (error instanceof UnconfirmedKeys)
    return problem(
      'unavailable',
      'The registry cannot confirm its own keys, so it signs and checks nothing. Its operator finds the reason in the Worker’s log, under keys-unconfirmed.',
    )
  return isStoreFailure(error)
    ? problem('unavailable', 'The database did not answer. Nothing was half-written.')
    : problem('internal-error', 'The request could not be answered.')
}

/** A program gets the problem's document; a browser, outside the API, the problem's page with the same status. */
async function showProblem(c: AppContext, found: Problem): Promise<Response> {
  const document = problemResponse(found, c.var.services?.origin ?? '', c.var.requestId)
  if (found.slug === 'method-not-allowed') document.headers.set('Allow', 'GET, HEAD')
  if (/^\/(api|log|status|\.well-known)\/|\/did\.json$/.test(c.req.path)) return document
  const lang = /^\/id\//i.test(c.req.path) ? '/id' : ''
  const page = await c.env.ASSETS.fetch(`https://assets.local${lang}/problems/${found.slug}/`)
  if (!page.ok) return document
  const headers = new Headers(document.headers)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(page.body, { status: document.status, headers })
}

function isStoreFailure(error: unknown): boolean {
  return error instanceof Error && (/D1_|SQLITE_|Failed query/.test(error.message) || isStoreFailure(error.cause))
}
