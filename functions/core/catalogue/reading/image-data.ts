/**
 * What a picture file tells besides the picture: its size, whether it says where it was taken, and what it says in words.
 *
 * JPEG (ISO 10918-1), PNG (W3C) and WebP (RIFF) are lists of segments, AVIF (ISO 14496-12) has boxes in boxes; a file that
 * is none of them, or is cut short, tells nothing.
 */
export type ImageData = { width: number; height: number; hasPosition: boolean; texts: string[] }

/** `from` and `to` are the whole segment's place in the file, its head included. */
export type Segment = { name: string; bytes: Uint8Array; from: number; to: number }

/** Segments that tell of the camera, the place and the person: EXIF, XMP, IPTC and comments. */
export const TELLING = /^(eXIf|EXIF|XMP |iTXt|tEXt|zTXt|jpeg-e1|jpeg-ed|jpeg-fe)$/

export function readImageData(file: Uint8Array): ImageData | undefined {
  const segments = listSegments(file) ?? listAvif(file)
  if (!segments) return undefined
  const size = segments.map(measure).find((found) => found !== undefined)
  const texts = segments.filter(({ name }) => TELLING.test(name)).flatMap(({ bytes }) => listTexts(bytes))
  return size && { ...size, hasPosition: segments.some(tellsPosition), texts }
}

/** Undefined for what is no JPEG, PNG or WebP. */
export function listSegments(file: Uint8Array): Segment[] | undefined {
  return listPng(file) ?? listWebp(file) ?? listJpeg(file)
}

/** Runs of letters and figures. Numbers that programs give to files are nobody's. */
function listTexts(bytes: Uint8Array): string[] {
  const runs = text(bytes, 0, bytes.length).match(/[\x20-\x7e]{6,}/g) ?? []
  return runs.map((run) => run.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, ''))
}

/** Its boxes refer to each other by offsets; what tells has marks of its own and is looked for by these. */
function listAvif(file: Uint8Array): Segment[] | undefined {
  if (text(file, 4, 4) !== 'ftyp' || !/avi[fs]/.test(text(file, 8, 32))) return undefined
  const whole = text(file, 0, file.length)
  const marked = (name: string, mark: RegExp) =>
    [...whole.matchAll(mark)].map(({ index }) => ({ name, bytes: file.subarray(index), from: index, to: file.length }))
  // Tiles and thumbnails have sizes, too: the largest is the picture's.
  const sizes = marked('ispe', /ispe/g).filter(({ bytes }) => bytes.length >= 16)
  sizes.sort((a, b) => viewOf(b.bytes).getUint32(8) - viewOf(a.bytes).getUint32(8))
  return [...sizes, ...marked('EXIF', /II\*\0|MM\0\*/g), ...marked('XMP ', /<x:xmpmeta/g)]
}

function listPng(file: Uint8Array): Segment[] | undefined {
  if (text(file, 1, 4) !== 'PNG\r') return undefined
  return listChunks(file, 8, (view, at) => ({ length: view.getUint32(at), name: text(file, at + 4, 4), extra: 4 }))
}

function listWebp(file: Uint8Array): Segment[] | undefined {
  if (text(file, 0, 4) !== 'RIFF' || text(file, 8, 4) !== 'WEBP') return undefined
  return listChunks(file, 12, (view, at) => {
    const length = view.getUint32(at + 4, true)
    return { length, name: text(file, at, 4), extra: length % 2 }
  })
}

/** Chunks with eight bytes of head; `extra` are bytes behind the content: a checksum, or what makes it even. */
function listChunks(
  file: Uint8Array,
  start: number,
  head: (view: DataView, at: number) => { length: number; name: string; extra: number },
): Segment[] {
  const view = viewOf(file)
  const found: Segment[] = []
  for (let at = start; at + 8 <= file.length; ) {
    const { length, name, extra } = head(view, at)
    const to = at + 8 + length + extra
    found.push({ name, bytes: file.subarray(at + 8, at + 8 + length), from: at, to })
    at = to
  }
  return found
}

function listJpeg(file: Uint8Array): Segment[] | undefined {
  if (file[0] !== 0xff || file[1] !== 0xd8) return undefined
  const view = viewOf(file)
  const found: Segment[] = []
  // Behind the start of the scan (DA) comes the picture itself.
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda; ) {
    const length = view.getUint16(at + 2)
    const [name, to] = [`jpeg-${view.getUint8(at + 1).toString(16)}`, at + 2 + Math.max(length, 2)]
    found.push({ name, bytes: file.subarray(at + 4, at + 2 + length), from: at, to })
    at = to
  }
  return found
}

function measure({ name, bytes }: Segment): { width: number; height: number } | undefined {
  const view = viewOf(bytes)
  if (name === 'IHDR' && bytes.length >= 8) return { width: view.getUint32(0), height: view.getUint32(4) }
  if (name === 'ispe') return { width: view.getUint32(8), height: view.getUint32(12) }
  if (name === 'VP8X' && bytes.length >= 10) return { width: 1 + read24(view, 4), height: 1 + read24(view, 7) }
  if (name === 'VP8 ' && bytes.length >= 10) {
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
  }
  if (name === 'VP8L' && bytes.length >= 5) {
    const bits = view.getUint32(1, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  // SOF0 to SOF15, but for the tables DHT (C4), JPG (C8) and DAC (CC).
  const frame = /^jpeg-c[0-9a-f]$/.test(name) && !/^jpeg-c[48c]$/.test(name)
  return frame && bytes.length >= 5 ? { width: view.getUint16(3), height: view.getUint16(1) } : undefined
}

function tellsPosition({ name, bytes }: Segment): boolean {
  if (name === 'eXIf' || name === 'EXIF') return pointsToPosition(skipExifMark(bytes))
  if (name === 'jpeg-e1' && text(bytes, 0, 4) === 'Exif') return pointsToPosition(skipExifMark(bytes))
  if (!/^(jpeg-e1|XMP |iTXt|tEXt)$/.test(name)) return false
  return text(bytes, 0, bytes.length).includes('GPSL')
}

function skipExifMark(bytes: Uint8Array): Uint8Array {
  return text(bytes, 0, 4) === 'Exif' ? bytes.subarray(6) : bytes
}

/** Whether the first directory of a TIFF has the entry 0x8825, which leads to the place of the camera. */
function pointsToPosition(tiff: Uint8Array): boolean {
  return findEntry(tiff, 0x8825) !== undefined
}

/** How the camera was held, 1 to 8 by the EXIF of a JPEG; 1 is upright, and so is a file that does not say. */
export function orientationOf({ name, bytes }: Segment): number {
  if (name !== 'jpeg-e1' && name !== 'eXIf' && name !== 'EXIF') return 1
  const tiff = skipExifMark(bytes)
  const at = findEntry(tiff, 0x0112)
  return at === undefined ? 1 : viewOf(tiff).getUint16(at + 8, text(tiff, 0, 2) === 'II')
}

/** Where the entry of that tag begins in the first directory of a TIFF. */
function findEntry(tiff: Uint8Array, tag: number): number | undefined {
  if (tiff.length < 8) return undefined
  const view = viewOf(tiff)
  const little = text(tiff, 0, 2) === 'II'
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return undefined
  const count = view.getUint16(directory, little)
  for (let at = directory + 2; at + 12 <= tiff.length && at < directory + 2 + count * 12; at += 12) {
    if (view.getUint16(at, little) === tag) return at
  }
  return undefined
}

function read24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(at, at + length))
}
