/**
 * C2SP tlog-checkpoint: the log's size and root at one moment, which it can never take back once signed.
 *
 *     asli.example/log
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 * There is no time in it, so that signing one state twice gives the same bytes. Extension lines, which a monitor could
 * not audit, are neither written nor read.
 */
import type { Signer } from '../certificate/keys.ts'
import { fail, type Result, succeed } from '../result.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { EMPTY_ROOT, HASH_LENGTH, type Hash, isCount, isSameHash } from './merkle.ts'
import { type NoteFault, type NoteVerifier, openNote, signNote } from './note.ts'

export interface Checkpoint {
  /** `HOST/log`: which log this is. */
  origin: string
  size: number
  root: Hash
}

export type CheckpointFault = NoteFault | 'wrong-origin'

/** The checkpoint as the text of a note. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`
}

/** The checkpoint, or null where the text is not as formatCheckpoint writes it. Size 0 has but one root. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin = '', digits = '', rootText = ''] = /^([^\n]+)\n(\d{1,16})\n([^\n]{44})\n$/.exec(text) ?? []
  const root = decodeBase64(rootText)
  const size = Number(digits)
  if (root?.length !== HASH_LENGTH || !isCount(size)) return null
  if (size === 0 && !isSameHash(root, EMPTY_ROOT)) return null
  const checkpoint = { origin, size, root }
  return formatCheckpoint(checkpoint) === text ? checkpoint : null
}

/** The signed checkpoint; the log's keys bear the name of its origin: two, while one takes over from the other. */
export async function signCheckpoint(checkpoint: Checkpoint, ...signers: Signer[]): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), checkpoint.origin, ...signers)
}

/** The checkpoint that this log's key has signed, or why there is none. Others' signatures are passed over. */
export async function openCheckpoint(note: string, log: NoteVerifier): Promise<Result<Checkpoint, CheckpointFault>> {
  const opened = await openNote(note, [log])
  if (!opened.ok) return opened
  const checkpoint = parseCheckpoint(opened.value.text)
  if (!checkpoint) return fail('malformed')
  return checkpoint.origin === log.name ? succeed(checkpoint) : fail('wrong-origin')
}
