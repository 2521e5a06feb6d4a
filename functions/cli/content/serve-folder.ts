/** Built pages served to this machine alone. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { Refusal } from '../command.ts'
import type { Desk } from './desk.ts'

const HOST = '127.0.0.1'

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface Served {
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** Frees the port, whoever is still reading. */
  close(): Promise<void>
}

/** `port` 0 is one that is free; `missing` is what stands where there is no file. @throws Refusal where the port is taken. */
export async function serveFolder(
  folder: string,
  { port, missing, say }: { port: number; missing: string; say: Desk['say'] },
): Promise<Served> {
  const server = createServer((request, response) => answer(folder, missing, request, response))
  await listen(server, port).catch(() => {
    throw new Refusal(
      say({
        en: `Port ${port} is busy, or not yours to use: name another with --port, or none for a free one.`,
        id: `Port ${port} sedang dipakai atau tidak boleh dipakai: pilih --port lain, atau kosongkan agar dicarikan yang bebas.`,
      }),
    )
  })
  const { port: taken } = server.address() as { port: number }
  return {
    origin: `http://${HOST}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
}

function answer(folder: string, missing: string, { url = '/' }: IncomingMessage, response: ServerResponse): void {
  const file = findFile(folder, url)
  // What was changed is to be seen at once, and nothing of it is for a search engine.
  const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(missing)
    return
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { ...headers, 'Content-Type': type }).end(readFileSync(file))
}

/** The file of an address, which begins with a slash: above its first one there is nowhere to go. */
function findFile(folder: string, url: string): string | undefined {
  const [path = ''] = url.split(/[?#]/)
  if (!path.startsWith('/')) return undefined
  const place = join(folder, normalize(path))
  return [place, join(place, 'index.html')].find((file) => existsSync(file) && statSync(file).isFile())
}
