/** `asli verify` as a person runs it, against a registry that a test has started. */
import { writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { openBuiltWorker } from './built-worker.ts'
import { openFolder, runAsliAsync } from './local.ts'
import { newKey } from './worker.ts'

/** What `--json` prints. */
export interface Answer {
  verdict: string
  sentence: string
  checks: { name: string; status: string; reason?: string }[]
  code: string
  origin: string
  certificate: Record<string, unknown> | null
  savedAs?: string | null
}

export async function openDesk() {
  const worker = await openBuiltWorker()
  const place = openFolder()
  const servers: Server[] = []
  let isOpen = true
  const path = (name: string) => join(place.folder, name)
  const asli = (...args: string[]) => runAsliAsync(place.env, 'verify', ...args)
  const ask = async (...args: string[]) => {
    const { status, stdout } = await asli(...args, '--json')
    return { status, ...(JSON.parse(stdout) as Answer) }
  }
  const closeWorker = async () => {
    if (isOpen) await worker.close()
    isOpen = false
  }
  return {
    worker,
    folder: place.folder,
    path,
    write: (name: string, text: string | Uint8Array) => {
      writeFileSync(path(name), text)
      return path(name)
    },
    asli,
    ask,
    /** The same of a code of this registry. */
    askHere: (asked: string, ...args: string[]) => ask(asked, '--origin', worker.origin, ...args),
    get: async (of: string) => (await worker.ask('GET', of)).text(),
    act: async (of: string, name: string, body: unknown = {}, token = worker.curator) => {
      const headers = { 'idempotency-key': newKey() }
      const answered = await worker.ask('POST', `/api/certificates/${of}/${name}`, { token, body, headers })
      if (!answered.ok) throw new Error(`${name} answered ${answered.status}: ${await answered.text()}`)
    },
    /** A server that answers as it is told, and remembers what it was asked. */
    serve: async (answer: (asked: string, response: ServerResponse) => void) => {
      const asked: string[] = []
      const server = createServer((request, response) => {
        asked.push(request.url ?? '')
        answer(request.url ?? '', response)
      })
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return { origin: `http://127.0.0.1:${(server.address() as { port: number }).port}`, asked }
    },
    closeWorker,
    close: async () => {
      await closeWorker()
      for (const server of servers) server.close()
      place.close()
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** The outcome of each check. */
export function outcomesOf({ checks }: Answer): Record<string, string> {
  return Object.fromEntries(checks.map(({ name, status }) => [name, status]))
}
