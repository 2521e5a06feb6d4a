/**
 * The entries under a tile of level 0, as C2SP tlog-tiles serves them at `tile/entries/<N>[.p/<W>]`.
 *
 *     00 05 68 65 6c 6c 6f  00 00  …      uint16 length, big-endian, then so many bytes; 1 to 256 times
 */
import { concatBytes } from '../bytes.ts'
import { TILE_WIDTH } from './tile.ts'

/** @throws RangeError on more than 256 entries, none, or one of more than 65,535 bytes. */
export function formatEntries(entries: Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (entries.length < 1 || entries.length > TILE_WIDTH) throw new RangeError('a bundle has 1 to 256 entries')
  if (entries.some(({ length }) => length > 0xffff)) throw new RangeError('an entry has at most 65,535 bytes')
  return concatBytes(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]))
}

/** The bundle's entries, or null where it ends inside one, has none or more than 256. */
export function parseEntries(bundle: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bundle.length && entries.length < TILE_WIDTH) {
    const [high, low] = bundle.subarray(at, at + 2)
    if (high === undefined || low === undefined) return null
    const end = at + 2 + high * 256 + low
    entries.push(bundle.slice(at + 2, end))
    at = end
  }
  // An entry that is cut off leaves `at` behind the end.
  return at === bundle.length && entries.length > 0 ? entries : null
}
