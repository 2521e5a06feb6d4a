/** /api/docs: everything of the description is on it, and what it tells to type works. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenApi } from '../../functions/actions/openapi/document.ts'
import { WRITTEN_ORIGIN } from '../../functions/actions/openapi/written-origin.ts'
import { securityHeaders } from '../../functions/headers.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { findMisfits } from '../support/json-schema.ts'
import { issue, newKey, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
let api: OpenApi
let html: string
beforeAll(async () => {
  worker = await openBuiltWorker()
  api = (await (await worker.ask('GET', '/api/openapi.json')).json()) as OpenApi
  html = await (await worker.ask('GET', '/api/docs')).text()
})
afterAll(() => worker.close())

/** As a browser asks that follows a link. */
const navigate = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
const addresses = ['/api/docs', '/api/docs/', '/id/api/docs', '/id/api/docs/']

const decode = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const findAll = (pattern: RegExp, text = html) => [...text.matchAll(pattern)].map(([, found = '']) => decode(found))

describe('the page', () => {
  test('is there with and without a slash, in both languages, with the headers of every page', async () => {
    for (const address of addresses) {
      const answered = await worker.ask('GET', address, { headers: navigate })
      expect([address, answered.status, answered.headers.get('content-type')]).toEqual([
        address,
        200,
        'text/html; charset=utf-8',
      ])
      for (const [name, value] of Object.entries(securityHeaders)) expect(answered.headers.get(name)).toBe(value)
      expect(await answered.text()).toContain(`<html lang="${address.startsWith('/id/') ? 'id' : 'en'}"`)
    }
  })

  test('takes no other method, and lets nothing else of /api/ pass for a page', async () => {
    const method = await worker.ask('POST', '/api/docs', { headers: navigate })
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET'])
    for (const address of ['/api/doc', '/api/docs/more', '/api/nothing']) {
      const { status, headers } = await worker.ask('GET', address, { headers: navigate })
      expect([address, status, headers.get('content-type')]).toEqual([address, 404, 'application/problem+json'])
    }
  })

  test('names this registry’s address, and never the one that the build wrote', async () => {
    for (const address of [...addresses, '/api/openapi.json']) {
      const text = await (await worker.ask('GET', address)).text()
      expect(text).toContain(worker.origin)
      expect(text).not.toContain(new URL(WRITTEN_ORIGIN).host)
    }
    expect(api.servers).toEqual([{ url: worker.origin, description: 'This registry.' }])
  })

  test('needs no script and no style of its own', () => {
    expect(findAll(/<(script|style)\b/gi)).toEqual([])
    expect(findAll(/\s(style|on[a-z]+)="/gi)).toEqual([])
  })

  test('shows every resource with all of its parameters, fields, statuses and problems', () => {
    const articles = new Map(findAll(/<article id="([^"]+)"/g).map((id) => [id, articleOf(id)]))
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const article = [...articles.values()].find(
          (text) => text.includes(`>${method.toUpperCase()}</span>`) && text.includes(`>${path}</code>`),
        )
        expect([method, path, article !== undefined]).toEqual([method, path, true])
        const words = [
          operation.summary,
          operation.description,
          ...(operation.parameters ?? []).map(({ name }) => name),
        ]
        for (const word of words) expect(decode(article ?? '')).toContain(word)
        for (const { content } of Object.values(operation.responses)) {
          const types = content?.['application/problem+json']?.schema.properties?.type?.enum ?? []
          for (const type of types) expect(article).toContain(`href="${String(type).replace(worker.origin, '')}/"`)
        }
      }
    }
    const fields = findAll(/<th[^>]*scope="row"[^>]*>\s*<code[^>]*>([^<]+)</g)
    for (const name of ['design.size', 'dimensions.lengthMm', 'marks[].where', 'rows[].certificate', 'act.by.role'])
      expect(fields).toContain(name)
    for (const name of Object.keys(api.components.schemas)) {
      if (!name.endsWith('Request')) expect(articleOf(`schema-${name.toLowerCase()}`)).toContain(`>${name}</h3>`)
    }
  })

  test('has every one of its links lead somewhere', async () => {
    const ids = findAll(/\sid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...new Set(findAll(/<a [^>]*href="([^"]+)"/g))]
    expect(links.filter((href) => href.startsWith('#')).length).toBeGreaterThan(40)
    expect(links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([])
    for (const href of links.filter((link) => link.startsWith('/'))) {
      expect([href, (await worker.ask('GET', href, { headers: navigate })).status]).toEqual([href, 200])
    }
  })

  test('is linked from every page’s footer, and from the page of an unknown address', async () => {
    for (const [address, docs] of [
      ['/', '/api/docs'],
      ['/id/', '/id/api/docs'],
      ['/problems/not-found/', '/api/docs'],
    ] as const) {
      expect(await (await worker.ask('GET', address)).text()).toContain(`href="${docs}"`)
    }
  })
})

function articleOf(id: string): string {
  const start = html.indexOf(`<article id="${id}"`)
  return html.slice(start, html.indexOf('</article>', start))
}

interface Typed {
  method: string
  url: string
  headers: Record<string, string>
  body?: string
}

/** A line of curl as a shell reads it: quotes, variables, and a file by its name. */
function readCurl(line: string, variables: Record<string, string>, files: Record<string, string> = {}): Typed {
  const expand = (text: string) => text.replace(/\$(\w+)/g, (_, name: string) => variables[name] ?? `no ${name}`)
  const words = [...line.replaceAll('\\\n', ' ').matchAll(/((?:'[^']*'|\\')+)|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) =>
      single === undefined
        ? double === undefined
          ? (bare ?? '')
          : expand(double)
        : single.replace(/'([^']*)'/g, '$1').replaceAll("\\'", "'"),
  )
  const after = (flag: string) => words.flatMap((word, at) => (word === flag ? [words[at + 1] ?? ''] : []))
  const [data] = after('-d')
  const headers = Object.fromEntries(after('-H').map((header) => header.split(': ', 2) as [string, string]))
  const body = data?.startsWith('@') ? files[data.slice(1)] : data
  const url = words.find((word) => word.startsWith('http')) ?? ''
  return { method: after('-X')[0] ?? (data ? 'POST' : 'GET'), url, headers, ...(body ? { body } : {}) }
}

async function send({ method, url, headers, body }: Typed): Promise<{ status: number; type: string; text: string }> {
  const answered = await fetch(url, { method, headers, ...(body ? { body } : {}) })
  return {
    status: answered.status,
    type: answered.headers.get('content-type')?.split(';')[0] ?? '',
    text: await answered.text(),
  }
}

const codeBlocks = (text: string) => findAll(/<pre[^>]*><code[^>]*>([\s\S]*?)<\/code><\/pre>/g, text)

describe('what the page tells to type', () => {
  test('certifies a first piece in its five steps: once, however often it is sent', async () => {
    const begin = html.slice(html.indexOf('id="begin"'), html.indexOf('id="contents"'))
    const [environment = '', file = '', dryRun = '', first = '', check = ''] = codeBlocks(begin)
    expect(environment).toMatch(/^export TOKEN=asli_…\nexport KEY=/)
    const piece = /^cat > piece\.json <<'END'\n([\s\S]+)\nEND$/.exec(file)?.[1] ?? ''
    const variables = { TOKEN: worker.maker, KEY: newKey() }
    const type = (line: string) => send(readCurl(line, variables, { 'piece.json': piece }))
    expect(JSON.parse((await type(dryRun)).text)).toEqual({ dryRun: true, product: 'batik-tulis-manggur-natural' })
    const issued = await type(first)
    const again = await type(first)
    expect([issued.status, again.status]).toEqual([201, 201])
    const { code } = JSON.parse(issued.text) as { code: string }
    expect((JSON.parse(again.text) as { code: string }).code).toBe(code)
    const report = await send(readCurl(check.replace('CODE', code), variables))
    expect(JSON.parse(report.text)).toMatchObject({ code, verdict: 'valid' })
    // The design is free again for the other test.
    await worker.ask('POST', `/api/certificates/${plain(code)}/revoke`, {
      token: worker.maker,
      body: { reason: 'returned' },
    })
  })

  test('works for every resource, and is answered as the description says', async () => {
    const sent: string[] = []
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const article = articleOf(`${method}-${path}`.replace(/\W+/g, '-').replace(/-$/, ''))
        for (const line of codeBlocks(article).filter((text) => text.startsWith('curl '))) {
          const [role = 'maker'] = rolesIn(line, operation.security)
          const typed = readCurl(line, { TOKEN: worker[role], KEY: newKey() })
          const url = await prepare(path, typed.url)
          const answered = await send({ ...typed, url })
          const name = `${method} ${path} ${answered.status}`
          const media = operation.responses[answered.status]?.content?.[answered.type]
          // The one key that there is to retire is in use: its refusal is what the page describes.
          const isDone = answered.status < 300 || name === 'post /api/keys/{kid}/retire 409'
          expect([name, isDone, answered.status === 204 || media !== undefined]).toEqual([name, true, true])
          if (media?.schema.$ref) expect(findMisfits(name, media.schema, JSON.parse(answered.text), api)).toEqual([])
          sent.push(name)
        }
      }
    }
    expect(sent.length).toBeGreaterThanOrEqual(Object.keys(api.paths).length + 4)
  })
})

/** A curation is a curator's to certify; else the first role that may. */
function rolesIn(line: string, security: { bearer: string[] }[] = []): ('maker' | 'curator' | 'admin')[] {
  const roles = security.flatMap(({ bearer }) => bearer) as ('maker' | 'curator' | 'admin')[]
  return /"kind": "curation"/.test(line) ? ['curator'] : roles
}

/** The example's address, with something real in place of its demo code, token and entry. */
async function prepare(path: string, url: string): Promise<string> {
  if (path.includes('{id}')) {
    const body = { role: 'curator', label: 'to be withdrawn' }
    const made = await worker.ask('POST', '/api/tokens', { token: worker.admin, body })
    return url.replace('tok_0000000000000000', ((await made.json()) as { id: string }).id)
  }
  if (path.includes('{cid}')) return url.replace('A'.repeat(43), await readCid())
  if (path.endsWith('{tile}')) await fillTile()
  if (path.includes('{kid}')) return url.replace('A'.repeat(43), await readKid())
  if (!path.includes('{code}')) return url
  const design = path.endsWith('supersede')
    ? { design: { id: 'demo-awan', name: 'Awan', exclusivity: 'exclusive' } }
    : { madeFor: { mode: 'private', commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) } }
  const code = plain((await issue(worker, design)).code)
  const before = { resume: ['suspend', 'data-error'], 'withdraw-report': ['report', 'design-dispute'] }
  const [act, reason] = before[path.split('/').at(-1) as 'resume'] ?? []
  if (act) await worker.ask('POST', `/api/certificates/${code}/${act}`, { token: worker.maker, body: { reason } })
  return url.replace('000000000000', code)
}

/** The registry key's: what it signs is tried before keys are, in the order of the description. */
async function readKid(): Promise<string> {
  const list = (await (await worker.ask('GET', '/.well-known/asli.json')).json()) as { keys: { kid?: string }[] }
  return list.keys[0]?.kid ?? ''
}

/** The public id in the log's first entry of a certificate: three of keys come before. */
async function readCid(): Promise<string> {
  const entries = await (await worker.ask('GET', '/log/tile/entries/000.p/4')).text()
  return /"cid":"([^"]+)"/.exec(entries)?.[1] ?? ''
}

/** The first 256 entries, in one batch. */
async function fillTile(): Promise<void> {
  const rows = Array.from({ length: 256 }, (_, at) => ({
    idempotencyKey: newKey(),
    certificate: {
      kind: 'piece',
      product: 'batik-tulis-manggur-natural',
      design: { id: `tile-${at}`, name: 'Tile', exclusivity: 'exclusive' },
      madeOn: '2026-11-01',
      soldOn: '2026-11-10',
    },
  }))
  const { status } = await worker.ask('POST', '/api/certificates/batch', { token: worker.maker, body: { rows } })
  if (status !== 201) throw new Error(`the batch answered ${status}`)
}
