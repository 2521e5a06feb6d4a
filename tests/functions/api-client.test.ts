/** The tool's client, where something between it and the registry drops a request. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Api } from '../../functions/cli/api.ts'

type Said = [status: number, type: string, body: string]

const dropped: Said = [500, 'text/plain', 'Network connection lost.']
const done: Said = [201, 'application/json', '{"code":"X"}']
const refused: Said = [
  503,
  'application/problem+json',
  '{"title":"Not now","detail":"The database did not answer.","type":"about:blank"}',
]

let server: Server | undefined
afterEach(() => void server?.close())

/** A registry that says these, one after the other, and notes how it was asked. */
async function serve(...said: Said[]) {
  const asked: string[] = []
  server = createServer((request, response) => {
    const [status, type, body] = said[asked.length] ?? dropped
    asked.push(`${request.method} ${request.url} ${request.headers['idempotency-key'] ?? ''}`.trim())
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return { asked, api: new Api(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'token') }
}

const headers = { 'idempotency-key': 'k1' }

describe('a request that was dropped on the way', () => {
  test('is sent again under its Idempotency-Key', async () => {
    const { asked, api } = await serve(dropped, dropped, done)
    expect(await api.ask('POST', '/api/certificates', { body: {}, headers })).toEqual({ code: 'X' })
    expect(asked).toEqual(Array(3).fill('POST /api/certificates k1'))
  })

  test('is sent again where it is said that twice is once', async () => {
    const { asked, api } = await serve(dropped, done)
    expect(await api.ask('POST', '/revoke', { body: {}, idempotent: true })).toEqual({ code: 'X' })
    expect(asked).toHaveLength(2)
  })

  test('is asked again where it is only a question', async () => {
    const { asked, api } = await serve(dropped, [200, 'text/plain', 'fine'])
    expect(await api.text('/log/checkpoint')).toBe('fine')
    expect(asked).toHaveLength(2)
  })

  test('is never sent twice where twice is not once', async () => {
    const { asked, api } = await serve(dropped, done)
    await expect(api.ask('POST', '/api/tokens', { body: {} })).rejects.toThrow(
      /answered 500 without saying why: the request may have been lost on the way\. Look whether it was done/,
    )
    expect(asked).toEqual(['POST /api/tokens'])
  })

  test('is given up after the third time, in words', async () => {
    const { asked, api } = await serve()
    await expect(api.ask('POST', '/api/certificates', { body: {}, headers })).rejects.toThrow('may have been lost')
    expect(asked).toHaveLength(3)
  })
})

test('what the registry itself says is not asked twice', async () => {
  const { asked, api } = await serve(refused, done)
  await expect(api.ask('POST', '/api/certificates', { body: {}, headers })).rejects.toThrow(
    'Not now. The database did not answer.',
  )
  expect(asked).toHaveLength(1)
})
