/** What an isolate keeps between requests. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeSecrets } from '../support/worker.ts'

const never = new Promise<never>(() => {})
const catalogue = { products: [], withheld: [], makers: [], vocab: {} }

/** Bindings whose file answers what these functions say, one after the other; the last says so from then on. */
async function envWith(...answers: (() => Promise<Response>)[]) {
  const { admin: _, ...secrets } = await makeSecrets()
  const fetchFile = vi.fn(() => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? never)
  const env = { ...secrets, ASLI_ORIGIN: 'https://asli.example', DB: {}, ASSETS: { fetch: fetchFile } }
  return { env: env as unknown as Env, fetchFile }
}

const whole = async () => Response.json(catalogue)

describe('an isolate', () => {
  let openServices: typeof import('../../functions/services.ts').openServices
  beforeEach(async () => {
    vi.resetModules()
    ;({ openServices } = await import('../../functions/services.ts'))
  })

  test('puts its services together once, and reads the catalogue once', async () => {
    const { env, fetchFile } = await envWith(whole)
    const services = await openServices(env)
    expect(await services.catalogue.read()).toEqual(catalogue)
    expect(await openServices(env)).toBe(services)
    await services.catalogue.read()
    expect(fetchFile).toHaveBeenCalledTimes(1)
  })

  test('makes nobody wait for a read that ended with the request that began it', async () => {
    const { env } = await envWith(() => never, whole)
    const services = await openServices(env)
    void services.catalogue.read()
    expect(await services.catalogue.read()).toEqual(catalogue)
  })

  test('remembers no failure', async () => {
    const { env } = await envWith(async () => new Response(null, { status: 404 }), whole)
    await expect(openServices({ ...env, ASLI_TAG_KEY: 'short' })).rejects.toThrow('ASLI_TAG_KEY is not an Ed25519 key')
    const services = await openServices(env)
    await expect(services.catalogue.read()).rejects.toThrow('published.json answered 404')
    expect(await services.catalogue.read()).toEqual(catalogue)
  })
})
