/**
 * A picture without what it tells besides: the camera, the place, the person. What is seen stays, byte for byte.
 *
 * A JPEG that a camera was turned for keeps that one fact, in the shortest EXIF there is.
 */
import { concatBytes, utf8 } from '../../bytes.ts'
import { listSegments, orientationOf, TELLING } from '../reading/image-data.ts'

/** The same bytes where there is nothing to take out, and of what is no JPEG, PNG or WebP. */
export function stripImage(file: Uint8Array): Uint8Array {
  const segments = listSegments(file) ?? []
  const told = segments.filter(({ name, to }) => TELLING.test(name) && to <= file.length)
  const turned = told.map(orientationOf).find((orientation) => orientation > 1) ?? 1
  const isJpeg = file[0] === 0xff
  // Only a JPEG is given its orientation back: another one stays as it is, and check names what it tells.
  if (told.length === 0 || (turned > 1 && !isJpeg)) return file
  const kept: Uint8Array[] = []
  let at = 0
  for (const { from, to } of told) {
    kept.push(file.subarray(at, from))
    at = to
  }
  const stripped = concatBytes(...kept, file.subarray(at))
  if (isJpeg) return turned > 1 ? writeOrientation(stripped, turned) : stripped
  return isWebp(stripped) ? mendWebp(stripped) : stripped
}

/** Whether it is a product's picture, of a format that can be taken apart. */
export function canStripImage(path: string): boolean {
  return /^products\/[^/]+\/images\/[^/]+\.(webp|jpg|png)$/.test(path)
}

/** APP1 right behind the start of the image: a big-endian TIFF with the one entry 0x0112. */
function writeOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  const tiff = [...utf8('MM'), 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]
  const exif = [...utf8('Exif'), 0, 0, ...tiff]
  const segment = Uint8Array.from([0xff, 0xe1, 0, exif.length + 2, ...exif])
  return concatBytes(jpeg.subarray(0, 2), segment, jpeg.subarray(2))
}

function isWebp(file: Uint8Array): boolean {
  return file[8] === 0x57 && file[0] === 0x52
}

/** Its head says how long it is, and VP8X whether EXIF (08) and XMP (04) follow. */
function mendWebp(file: Uint8Array): Uint8Array {
  const mended = file.slice()
  const view = new DataView(mended.buffer)
  view.setUint32(4, mended.length - 8, true)
  if (new TextDecoder().decode(mended.subarray(12, 16)) === 'VP8X') view.setUint8(20, view.getUint8(20) & ~0x0c)
  return mended
}
