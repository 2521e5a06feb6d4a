/**
 * C2SP tlog-proof: all that it takes to show offline that the log has an entry.
 *
 *     c2sp.org/tlog-proof@v1
 *     index 73894
 *     gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=      the leaf's sibling
 *     …                                                 up to the root's child
 *
 *     asli.example/log                                  the signed checkpoint, as it was served
 *     …
 *
 * The optional `extra` line is not authenticated; we write none and refuse a proof that has one.
 */
import { fail, type Result, succeed } from '../result.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { type Checkpoint, type CheckpointFault, openCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { checkInclusion, HASH_LENGTH, type Hash, hashLeaf, isCount } from './merkle.ts'
import { type NoteVerifier, parseNote } from './note.ts'

const HEADER = 'c2sp.org/tlog-proof@v1'
/** A tree of as many entries as a number can count is no higher. */
const MAX_HASHES = 53

export interface LogProof {
  index: number
  hashes: Hash[]
  /** The signed note. */
  checkpoint: string
}

export type ProofFault = CheckpointFault | 'not-included'

export function formatProof({ index, hashes, checkpoint }: LogProof): string {
  return `${[HEADER, `index ${index}`, ...hashes.map(encodeBase64)].join('\n')}\n\n${checkpoint}`
}

/** The proof, or null where the text is not as formatProof writes it. What it says is checkProof’s to find out. */
export function parseProof(text: string): LogProof | null {
  const blank = text.indexOf('\n\n')
  const [, indexLine = '', ...lines] = text.slice(0, Math.max(blank, 0)).split('\n')
  if (blank < 0 || lines.length > MAX_HASHES) return null
  const checkpoint = text.slice(blank + 2)
  if (!parseCheckpoint(parseNote(checkpoint)?.text ?? '')) return null
  const hashes = lines.flatMap((line) => decodeBase64(line) ?? [])
  const index = Number(/^index (\d{1,16})$/.exec(indexLine)?.[1])
  if (!isCount(index) || hashes.some(({ length }) => length !== HASH_LENGTH)) return null
  const proof = { index, hashes, checkpoint }
  return formatProof(proof) === text ? proof : null
}

/** Where the proof shows the entry to stand in the log, and in which state of the log; or what is wrong with it. */
export async function checkProof(
  text: string,
  entry: Uint8Array,
  log: NoteVerifier,
): Promise<Result<{ index: number; checkpoint: Checkpoint }, ProofFault>> {
  const proof = parseProof(text)
  if (!proof) return fail('malformed')
  const opened = await openCheckpoint(proof.checkpoint, log)
  if (!opened.ok) return opened
  const { index, hashes } = proof
  const { size, root } = opened.value
  if (!checkInclusion(hashLeaf(entry), index, size, hashes, root)) return fail('not-included')
  return succeed({ index, checkpoint: opened.value })
}
