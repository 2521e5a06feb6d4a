import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeUtf8 } from '#core/bytes.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { type Checkpoint, openCheckpoint } from '#core/log/checkpoint.ts'
import { parseEntries } from '#core/log/entry-bundle.ts'
import { growTree } from '#core/log/growth.ts'
import { checkProof } from '#core/log/inclusion.ts'
import { type Leaf, parseLeaf } from '#core/log/leaf.ts'
import { checkConsistency, hashLeaf, isSameHash, proveConsistency } from '#core/log/merkle.ts'
import { type NoteVerifier, parseVerifierKey } from '#core/log/note.ts'
import { formatTilePath, tileReader } from '#core/log/tile.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker, textOf, verify } from '../support/worker.ts'

let worker: TestWorker
let logKey: NoteVerifier
beforeAll(async () => {
  worker = await openBuiltWorker()
  const key = parseVerifierKey((await (await worker.ask('GET', '/log/vkey')).text()).trim())
  if (!key) throw new Error('the log shows no key')
  logKey = { ...key, verifier: await importVerifier(key.publicKey) }
})
afterAll(() => worker.close())

const read = async (path: string) => (await worker.ask('GET', `/log/${path}`)).text()
const readBytes = async (path: string) => new Uint8Array(await (await worker.ask('GET', `/log/${path}`)).arrayBuffer())

async function readCheckpoint(note?: string): Promise<Checkpoint> {
  const opened = await openCheckpoint(note ?? (await read('checkpoint')), logKey)
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

/** Every entry up to `size`, as a monitor reads them. */
async function readEntries(size: number): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = []
  for (let index = 0; index * 256 < size; index++) {
    const width = Math.min(256, size - index * 256)
    const bundle = await readBytes(formatTilePath({ level: 'entries', index, width }))
    entries.push(...(parseEntries(bundle) ?? []))
  }
  return entries
}

describe('the log', () => {
  test('is empty, and signed, before the first certificate', async () => {
    expect(await readCheckpoint()).toMatchObject({ size: 0, origin: `${new URL(worker.origin).host}/log` })
  })

  test('has an entry for each act, in order, chained by certificate, without code or name', async () => {
    const { code } = await issue(worker)
    await worker.ask('POST', `/api/certificates/${plain(code)}/revoke`, {
      token: worker.maker,
      body: { reason: 'returned' },
    })
    const { size } = await readCheckpoint()
    const entries = await readEntries(size)
    const leaves = entries.map((entry) => parseLeaf(entry)).flatMap((leaf): Leaf[] => (leaf.ok ? [leaf.value] : []))
    const [issued, revoked] = leaves.slice(-2)
    expect(issued).toMatchObject({ t: 'issued', maker: 'canting-manggur-demo', excl: 'exclusive', edition: [1, 1] })
    expect(revoked).toMatchObject({
      t: 'revoked',
      cid: issued?.cid,
      body: issued?.body,
      prev: size - 2,
      reason: 'returned',
    })
    for (const entry of entries) expect(decodeUtf8(entry)).not.toContain(plain(code))
  })

  test('rebuilds from its entries to the root that it signed, and serves the tiles of that tree', async () => {
    await issue(worker)
    const { size, root } = await readCheckpoint()
    const growth = growTree(0, [], (await readEntries(size)).map(hashLeaf))
    expect(isSameHash(growth.root, root)).toBe(true)
    for (const tile of growth.tiles) {
      const path = formatTilePath(tile)
      expect([path, await readBytes(path)]).toEqual([path, Uint8Array.from(tile.hashes)])
    }
  })

  test('proves with the answer to issuing, and at any time later, that it has the certificate', async () => {
    const headers = { 'idempotency-key': newKey() }
    const answered = await worker.ask('POST', '/api/certificates', {
      token: worker.maker,
      body: pieceRequest(),
      headers,
    })
    const { code, proof } = (await answered.json()) as { code: string; proof: string }
    const { report } = await verify(worker, code)
    const { logIndex } = report.certificate as { logIndex: number }
    await issue(worker)
    const later = await (await worker.ask('GET', `/api/certificates/${plain(code)}/proof`)).text()
    const entry = (await readEntries(logIndex + 1))[logIndex] ?? new Uint8Array()
    for (const text of [proof, later]) {
      expect(await checkProof(text, entry, logKey)).toMatchObject({ ok: true, value: { index: logIndex } })
    }
    const other = (await readEntries(logIndex))[logIndex - 1] ?? new Uint8Array()
    expect(await checkProof(later, other, logKey)).toMatchObject({ ok: false })
  })

  test('tells of a public id the body and the state as they are now', async () => {
    const { code } = await issue(worker)
    const { size } = await readCheckpoint()
    const parsed = parseLeaf((await readEntries(size)).at(-1) ?? new Uint8Array())
    const { cid, body } = parsed.ok ? parsed.value : { cid: '', body: '' }
    const describe = async () => (await (await worker.ask('GET', `/log/cid/${cid}`)).json()) as unknown
    const before = (await describe()) as { statusIndex: number }
    const { statusIndex } = before
    expect(before).toEqual({ body, status: 'valid', statusIndex: expect.any(Number) })
    await worker.ask('POST', `/api/certificates/${plain(code)}/revoke`, {
      token: worker.maker,
      body: { reason: 'returned' },
    })
    expect(await describe()).toEqual({ body, status: 'revoked', statusIndex })
    expect((await worker.ask('GET', '/log/cid/nobody')).status).toBe(404)
  })

  test.each(['tile/0/999', 'tile/0/000.p/0', 'tile/entries/000.p/255', 'tile/x', 'nothing', 'tile/0/000.p/01'])(
    'has nothing at %s, and says so',
    async (path) => {
      const answered = await worker.ask('GET', `/log/${path}`)
      expect([answered.status, answered.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    },
  )

  test('is open to programs of any origin, and takes nothing but questions', async () => {
    expect((await worker.ask('GET', '/log/checkpoint')).headers.get('access-control-allow-origin')).toBe('*')
    expect((await worker.ask('POST', '/log/checkpoint', { body: {} })).status).toBe(405)
  })
})

describe('many at once', () => {
  test('leave no gap and no fork: every checkpoint ever returned is a prefix of the last', async () => {
    const total = process.env.ASLI_LONG ? 1000 : 100
    const checkpoints: Checkpoint[] = []
    let next = 0
    const work = async () => {
      while (next++ < total) {
        const headers = { 'idempotency-key': newKey() }
        const answered = await worker.ask('POST', '/api/certificates', {
          token: worker.maker,
          body: pieceRequest(),
          headers,
        })
        const { proof } = JSON.parse(await textOf(worker, answered, 201)) as { proof: string }
        checkpoints.push(await readCheckpoint(proof.slice(proof.indexOf('\n\n') + 2)))
      }
    }
    await Promise.all(Array.from({ length: 50 }, work))
    expect(checkpoints).toHaveLength(total)

    const last = await readCheckpoint()
    const growth = growTree(0, [], (await readEntries(last.size)).map(hashLeaf))
    expect(isSameHash(growth.root, last.root)).toBe(true)
    const reader = tileReader(last.size, () => growth.tiles)
    for (const { size, root } of checkpoints) {
      const proof = await proveConsistency(size, last.size, reader)
      expect(checkConsistency(size, last.size, proof, root, last.root)).toBe(true)
    }
    expect(await checkLog(worker.database)).toEqual([])
  }, 300_000)
})
