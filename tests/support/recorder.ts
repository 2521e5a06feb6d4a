/** A server between whoever asks and a registry: it passes everything on, and keeps every request to the last byte. */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Recorder {
  /** The address to ask instead of the registry's, or to name as a browser's proxy. */
  origin: string
  /** Request line, headers and body of each request. */
  requests: string[]
  /** From now on the registry's answers are lost on their way: it has done what it was asked, and nobody hears of it. */
  loseAnswers(isLost: boolean): void
  close(): void
}

export async function openRecorder(target: string): Promise<Recorder> {
  const requests: string[] = []
  let isLost = false
  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    requests.push(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n\n${body.toString('latin1')}`)
    passOn(target, request, body, response, () => isLost)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    loseAnswers: (lost) => {
      isLost = lost
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function passOn(target: string, from: IncomingMessage, body: Buffer, to: ServerResponse, isLost: () => boolean): void {
  // A browser names the whole address to its proxy.
  const { pathname, search } = new URL(from.url ?? '/', target)
  const { host } = new URL(target)
  const passed = ask(
    target + pathname + search,
    // A connection of its own each time: one that was idle may be closed by the registry just as it is used again.
    { method: from.method, headers: { ...from.headers, host }, agent: false },
    (answer) => {
      if (isLost()) return void answer.resume().once('end', () => to.destroy())
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    },
  )
  passed.once('error', () => to.destroy())
  passed.end(body)
}
