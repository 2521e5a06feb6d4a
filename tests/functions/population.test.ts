/** Many certificates after random acts: whoever asks, and wherever, hears the same of each; and no bit is set for nothing. */
import { randomInt } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseEntry } from '#core/log/entry.ts'
import { parseEntries } from '#core/log/entry-bundle.ts'
import { statuses } from '#core/log/life.ts'
import { replay, type Standing } from '#core/log/replay.ts'
import { formatTilePath } from '#core/log/tile.ts'
import { useVerdictWords } from '../../site/i18n/verdict.ts'
import { type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { type Member, seedPopulation } from '../support/population.ts'
import { verify } from '../support/worker.ts'

const COUNT = process.env.ASLI_LONG ? 2000 : 200
/** Of the random acts: the same seed gives the same registry again. */
const seed = Number(process.env.ASLI_SEED ?? randomInt(2 ** 31))
const purposes = { revocation: ['revoked'], suspension: ['suspended', 'reported'], refresh: ['superseded'] }

const database = openFolder()
const place = openFolder()
let worker: BuiltWorker
let members: Member[]
/** Of each code, what the database keeps beside the credential. */
let rows: Map<string, { cid: string; slot: number }>

beforeAll(async () => {
  const first = await openBuiltWorker({ persist: database.folder })
  await first.close()
  const { origin, secrets } = first
  members = await seedPopulation(database.folder, first, { count: COUNT, seed })
  worker = await openBuiltWorker({ persist: database.folder, origin, secrets })
  const { results } = await worker.database
    .prepare('SELECT code, cid, slot FROM certificate')
    .all<{ code: string; cid: string; slot: number }>()
  rows = new Map(results.map(({ code, ...row }) => [code, row]))
}, 300_000)
afterAll(async () => {
  await worker.close()
  database.close()
  place.close()
})

const rowOf = ({ code }: Member) => rows.get(code) ?? { cid: '', slot: -1 }
/** What this says of each certificate, where it is not what the test remembers. */
async function findWrong(ask: (member: Member) => Promise<unknown>, expected: (member: Member) => unknown) {
  const wrong: unknown[] = []
  for (let at = 0; at < members.length; at += 16) {
    const some = members.slice(at, at + 16)
    const said = await Promise.all(some.map(ask))
    for (const [nth, member] of some.entries())
      if (JSON.stringify(said[nth]) !== JSON.stringify(expected(member))) wrong.push([member, said[nth]])
  }
  return wrong
}

/** Indexes of the bits that are set, the first one leftmost. */
async function readBits(purpose: string): Promise<number[]> {
  const list = (await (await worker.ask('GET', `/status/${purpose}/0`)).json()) as {
    credentialSubject: { encodedList: string }
  }
  const bytes = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'))
  const set: number[] = []
  for (let bit = 0; bit < bytes.length * 8; bit++) if (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) set.push(bit)
  return set
}

async function readLog(): Promise<Map<string, Standing>> {
  const size = Number((await (await worker.ask('GET', '/log/checkpoint')).text()).split('\n')[1])
  const entries = []
  for (let index = 0; index * 256 < size; index++) {
    const width = Math.min(256, size - index * 256)
    const tile = await worker.ask('GET', `/log/${formatTilePath({ level: 'entries', index, width })}`)
    entries.push(...(parseEntries(new Uint8Array(await tile.arrayBuffer())) ?? []))
  }
  expect(entries).toHaveLength(size)
  return replay(
    entries.flatMap((bytes) => {
      const entry = parseEntry(bytes)
      return entry.ok ? [entry.value] : []
    }),
  )
}

describe(`${COUNT} certificates after random acts (ASLI_SEED=${seed})`, () => {
  test('are in every state, with an erasure and without, and the registry has no other', () => {
    expect(members.length).toBeGreaterThanOrEqual(COUNT)
    expect([...rows.keys()].toSorted()).toEqual(members.map(({ code }) => code).toSorted())
    const seen = (some: Member[]) => [...new Set(some.map(({ status }) => status))].toSorted()
    expect(seen(members)).toEqual(statuses.toSorted())
    // Of few, a rare pair may be missing.
    const erased = seen(members.filter((member) => member.erased))
    expect(erased.length).toBeGreaterThanOrEqual(process.env.ASLI_LONG ? 5 : 3)
    expect(Math.max(...members.map(({ acts }) => acts))).toBeGreaterThan(2)
  })

  test('have their bit in the list that their state says, and every other bit of every list is zero', async () => {
    for (const [purpose, marked] of Object.entries(purposes)) {
      const expected = members.filter(({ status }) => marked.includes(status)).map((member) => rowOf(member).slot)
      expect(await readBits(purpose)).toEqual(expected.toSorted((a, b) => a - b))
    }
    expect(new Set(members.map((member) => rowOf(member).slot)).size).toBe(members.length)
  })

  test('get the verdict of their state, and name their slot where their claims are shown', async () => {
    const shown = (status: string) => status !== 'revoked' && status !== 'reported'
    const wrong = await findWrong(
      async ({ code }) => {
        const { status, report } = await verify(worker, code)
        const certificate = report.certificate as { statusIndex: number } | undefined
        return [status, report.verdict, certificate?.statusIndex ?? null, typeof report.erasedAt]
      },
      (member) => {
        const { status, erased } = member
        const slot = shown(status) ? rowOf(member).slot : null
        return [200, status, slot, erased && shown(status) ? 'string' : 'undefined']
      },
    )
    expect(wrong).toEqual([])
  }, 300_000)

  test('have a page with the heading of their state', async () => {
    const { headings } = useVerdictWords('en')
    const wrong = await findWrong(
      async ({ code }) => {
        const page = await worker.ask('GET', `/en/v/${code}`)
        const html = await page.text()
        return [
          page.status,
          /<h1[^>]*>([\s\S]*?)<\/h1>/
            .exec(html)?.[1]
            ?.replace(/<[^>]+>|\s+/g, ' ')
            .trim(),
        ]
      },
      ({ status }) => [200, headings[status]],
    )
    expect(wrong).toEqual([])
  }, 300_000)

  test('are in the log what they are, by its register and by its own entries', async () => {
    const standings = await readLog()
    const wrong = await findWrong(
      async (member) => {
        const { cid } = rowOf(member)
        const { status, statusIndex } = (await (await worker.ask('GET', `/log/cid/${cid}`)).json()) as {
          status: string
          statusIndex: number
        }
        const standing = standings.get(cid)
        return [status, statusIndex, standing?.status, standing?.life.erased !== null]
      },
      (member) => [member.status, rowOf(member).slot, member.status, member.erased],
    )
    expect(wrong).toEqual([])
    expect(standings.size).toBe(members.length)
  }, 300_000)

  test('keep nothing of a customer once that was erased', async () => {
    const { results } = await worker.database
      .prepare('SELECT code FROM certificate WHERE sealed IS NOT NULL OR customer_ref IS NOT NULL')
      .all<{ code: string }>()
    const kept = new Set(results.map(({ code }) => code))
    expect(members.filter(({ code, erased }) => erased && kept.has(code))).toEqual([])
    expect(kept.size).toBeGreaterThan(0)
  })

  test('leave a log that is whole, for its own helper and for a stranger’s audit', async () => {
    expect(await checkLog(worker.database)).toEqual([])
    expect(await runAsliAsync(place.env, 'audit', worker.origin)).toMatchObject({ status: 0, stderr: '' })
  }, 300_000)
})
