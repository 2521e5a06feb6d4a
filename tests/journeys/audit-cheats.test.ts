/** `asli audit` against the registry itself: an operator who has the keys, and uses them to cheat. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSigner, makePrivateKey } from '#core/certificate/keys.ts'
import { SLOT_RANDOM_BYTES } from '#core/certificate/status-list.ts'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import { signCheckpoint } from '#core/log/checkpoint.ts'
import { logName } from '#core/log/log-name.ts'
import { formatNote, parseNote } from '#core/log/note.ts'
import type { Store } from '../../functions/actions/store.ts'
import { type Audited, dropGuards, ENTRIES, openAudited } from '../support/audited.ts'
import { issueWith, openWorkerServices } from '../support/seed.ts'
import { issue, MAKER } from '../support/worker.ts'

/** Entries that an auditor saw, and that the operator would rather have otherwise. */
const SEEN = 3
/** Bytes that choose a slot. */
const SLOT = new Uint8Array(SLOT_RANDOM_BYTES)

let registry: Audited
beforeAll(async () => {
  registry = await openAudited()
  await registry.copy('before')
  for (let i = 0; i < SEEN; i++) await issue(registry.worker)
  await registry.copy('seen')
}, 300_000)
afterAll(() => registry.close())

const withState = () => registry.audit('--state', registry.state)

function refusal(sentence: string | RegExp) {
  return { status: 1, stdout: '', stderr: expect.stringMatching(sentence) }
}

/** What the registry would show as its checkpoint, in place of its own. */
async function showCheckpoint(note: string): Promise<void> {
  const wrapper = `import worker from './entry.mjs'
    export default { ...worker, fetch: (request, env, context) => new URL(request.url).pathname === '/log/checkpoint'
      ? new Response(${JSON.stringify(note)}) : worker.fetch(request, env, context) }`
  await registry.reopen({ wrapper })
}

async function readHead() {
  const [head] = await registry.run('SELECT size, root FROM log_head ORDER BY size DESC LIMIT 1')
  const root = decodeBase64(String(head?.root))
  if (!root) throw new Error('the log has no head')
  return { origin: logName(registry.worker.origin), size: Number(head?.size), root }
}

describe('asli audit, of an operator who cheats', () => {
  test('passes before any of it', async () => {
    expect(await withState()).toMatchObject({ status: 0, stderr: '' })
  }, 600_000)

  test('finds a second live certificate of an exclusive design in a log that is otherwise whole', async () => {
    await dropGuards(registry)
    const { worker } = registry
    const services = await openWorkerServices(worker, worker.database)
    const free = { kind: 'free', number: 1, registered: false } as const
    const store: Store = {
      ...services.store,
      previewCertificates: async (wanted) => ({ previews: wanted.map(() => free), logSize: 0 }),
      // What the honest store would call a second sale is tried again, as a taken slot is.
      addCertificates: async (...added) => {
        const outcome = await services.store.addCertificates(...added)
        return outcome.kind === 'refused' ? { kind: 'moved' } : outcome
      },
    }
    const design = { id: 'sold-twice', name: 'Sold Twice', exclusivity: 'exclusive' }
    // Both sales draw the same slot in the status list at first, as some do by chance.
    const slots = [SLOT, SLOT]
    const random = (length: number) => (length === SLOT.length ? slots.pop() : undefined) ?? services.random(length)
    for (let i = 0; i < 2; i++) await issueWith({ ...services, store, random }, { design })
    expect(slots).toEqual([])
    const size = ENTRIES + SEEN + 2
    expect((await readHead()).size).toBe(size)
    // The root, the tiles and the earlier audit's state are checked before the rules: all of them hold.
    expect(await withState()).toEqual(
      refusal(
        `The registry broke its rules: the exclusive design ${MAKER}/sold-twice has two live certificates: entries ${size - 2} and ${size - 1}.`,
      ),
    )
    await registry.restore('seen')
  }, 300_000)

  test('finds a checkpoint that another key signed, under its own id or under that of the log’s key', async () => {
    const head = await readHead()
    const honest = parseNote(await (await registry.worker.ask('GET', '/log/checkpoint')).text())
    const forged = await signCheckpoint(head, await importSigner(await makePrivateKey()))
    const signed = parseNote(forged)
    const [signature] = signed?.signatures ?? []
    const keyId = honest?.signatures[0]?.keyId
    if (!signed || !signature || !keyId) throw new Error('bad note: it has no signature')
    await showCheckpoint(forged)
    expect(await registry.audit()).toEqual(refusal(/The checkpoint is not signed by the log’s key \(unknown-key\)/))
    await showCheckpoint(formatNote({ ...signed, signatures: [{ ...signature, keyId }] }))
    expect(await registry.audit()).toEqual(refusal(/The checkpoint is not signed by the log’s key \(bad-signature\)/))
  }, 300_000)

  test('finds a log that goes on under another key than the one that was seen before', async () => {
    await registry.reopen({ secrets: { ...registry.worker.secrets, ASLI_LOG_KEY: await makePrivateKey() } })
    expect(await withState()).toEqual(refusal(/The log’s key is another than the one in the saved state/))
    await registry.reopen()
  }, 300_000)

  test('finds a fork: the database as it was before, continued in another way', async () => {
    await registry.restore('before')
    for (let i = 0; i < SEEN; i++) await issue(registry.worker)
    const sentence = `The log was rewritten: its first ${ENTRIES + SEEN} entries are not those of the last audit.`
    expect(await withState()).toEqual(refusal(sentence))
    await issue(registry.worker)
    expect(await withState()).toEqual(refusal(sentence))
  }, 300_000)

  test('finds a log whose tail is gone, cleanly or not', async () => {
    await registry.restore('seen')
    await dropGuards(registry)
    await registry.run('DELETE FROM event WHERE idx >= ?', ENTRIES)
    const begun = ENTRIES - (ENTRIES % 256)
    expect(await registry.audit()).toEqual(
      refusal(`The entries from ${begun} on are not as many as the checkpoint says`),
    )

    // Heads and tiles cut as well: a whole log, and a shorter one than before.
    await registry.run('DELETE FROM log_head WHERE size > ?', ENTRIES)
    const [tile] = await registry.run('SELECT hashes FROM log_tile WHERE level = 0 ORDER BY idx DESC LIMIT 1')
    const hashes = decodeBase64(String(tile?.hashes))?.subarray(0, (ENTRIES % 256) * 32) ?? new Uint8Array()
    const cut = 'UPDATE log_tile SET width = ?, hashes = ? WHERE level = 0 AND idx = ?'
    await registry.run(cut, ENTRIES % 256, encodeBase64(hashes), Math.floor(ENTRIES / 256))
    expect(await withState()).toEqual(
      refusal(`The log was cut: it has ${ENTRIES} entries, and had ${ENTRIES + SEEN} at the last audit.`),
    )
  }, 300_000)
})
