/** The public log: folding what was sequenced into the tree, signing its head, and proving what it holds. */
import { utf8 } from '#core/bytes.ts'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import { signCheckpoint } from '#core/log/checkpoint.ts'
import { formatEntries } from '#core/log/entry-bundle.ts'
import { growTree } from '#core/log/growth.ts'
import { formatProof } from '#core/log/inclusion.ts'
import { logName } from '#core/log/log-name.ts'
import { hashLeaf, proveInclusion } from '#core/log/merkle.ts'
import { findTile, type Tile, type TilePath, tileReader } from '#core/log/tile.ts'
import type { Head } from './log-store.ts'
import type { Services } from './services.ts'

/** Leaves that one step folds: a batch of 500 certificates at once. */
const STEP = 512
/** Each step either extends the head or finds that another request did. */
const MOST_STEPS = 64

type Desk = Pick<Services, 'logStore'>
type Signing = Pick<Services, 'logSigner' | 'earlierLogSigner' | 'origin'>

/** A head, and the tiles that were at hand when it was made or read: its right edge. */
interface Folded {
  head: Head
  tiles: Tile[]
}

/** Folds every leaf that was sequenced before the call; gives the head that has them all. */
export async function integrate(desk: Desk): Promise<Head> {
  return (await fold(desk)).head
}

/**
 * Folds up to the size that is asked for; where none is, to the end as it is when a look first reaches it. Where others
 * extend the head first, theirs soon has as much: what comes in meanwhile is not waited for, however much it is.
 */
async function fold({ logStore }: Desk, asked = Number.POSITIVE_INFINITY): Promise<Folded> {
  let goal = asked
  for (let step = 0; step < MOST_STEPS; step++) {
    const { head, leaves, edge } = await logStore.readPending(STEP)
    if (leaves.length < STEP) goal = Math.min(goal, head.size + leaves.length)
    if (head.size >= goal) return { head, tiles: edge }
    const hashes = leaves.map((leaf) => hashLeaf(utf8(leaf)))
    const growth = growTree(head.size, edge, hashes)
    const extended = await logStore.extendHead(head.size, growth)
    if (extended && growth.size >= goal) {
      return { head: { size: growth.size, root: encodeBase64(growth.root) }, tiles: [...growth.tiles, ...edge] }
    }
  }
  throw new Error(`bad log: ${MOST_STEPS} steps did not reach its end`)
}

/** The signed head. It is signed only after it was committed; signing it again gives the same bytes. */
export async function readCheckpoint(services: Desk & Signing): Promise<string> {
  return writeCheckpoint(await integrate(services), services)
}

function writeCheckpoint({ size, root }: Head, { logSigner, earlierLogSigner, origin }: Signing) {
  const bytes = decodeBase64(root)
  if (!bytes) throw new Error('bad log: the root is not base64')
  const earlier = earlierLogSigner ? [earlierLogSigner] : []
  return signCheckpoint({ origin: logName(origin), size, root: bytes }, logSigner, ...earlier)
}

/** The C2SP tlog-proof of the entry at `index`, which must have been sequenced. */
export async function proveEntry(index: number, services: Desk & Signing): Promise<string> {
  const { head, tiles } = await fold(services, index + 1)
  // A new entry's proof lies on the right edge, which is at hand; an older one's is read.
  const reader = tileReader(head.size, async (ids) => {
    const missing = ids.filter((id) => !findTile(tiles, id))
    return [...tiles, ...(await services.logStore.readTiles(missing))]
  })
  const hashes = await proveInclusion(index, head.size, reader)
  return formatProof({ index, hashes, checkpoint: await writeCheckpoint(head, services) })
}

/** A tile's bytes, or null where the log is not, or not exactly, as long as the path says. */
export async function readLogTile({ level, index, width }: TilePath, { logStore }: Desk) {
  if (level === 'entries') return readBundle(index, width, logStore)
  const tiles = await logStore.readTiles([{ level, index, width }])
  return findTile(tiles, { level, index, width })?.hashes ?? null
}

async function readBundle(index: number, width: number, logStore: Services['logStore']) {
  // An entry is shown once the head has it: what is only sequenced could not be checked.
  const { size } = await logStore.readHead()
  const from = index * 256
  if (from + width > size) return null
  return formatEntries((await logStore.readLeaves(from, width)).map(utf8))
}
