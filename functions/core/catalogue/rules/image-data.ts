/**
 * What a picture file tells besides the picture: its size, and whether it says where it was taken.
 *
 * JPEG (ISO 10918-1), PNG (W3C) and WebP (RIFF) are lists of segments; a file that is none of them, or is cut short,
 * tells nothing. AVIF is not looked into.
 */
export type ImageData = { width: number; height: number; hasPosition: boolean }

type Segment = { name: string; bytes: Uint8Array }

export function readImageData(file: Uint8Array): ImageData | undefined {
  const segments = listPng(file) ?? listWebp(file) ?? listJpeg(file)
  if (!segments) return undefined
  const size = segments.map(measure).find((found) => found !== undefined)
  return size && { ...size, hasPosition: segments.some(tellsPosition) }
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
    found.push({ name, bytes: file.subarray(at + 8, at + 8 + length) })
    at += 8 + length + extra
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
    found.push({ name: `jpeg-${view.getUint8(at + 1).toString(16)}`, bytes: file.subarray(at + 4, at + 2 + length) })
    at += 2 + Math.max(length, 2)
  }
  return found
}

function measure({ name, bytes }: Segment): { width: number; height: number } | undefined {
  const view = viewOf(bytes)
  if (name === 'IHDR' && bytes.length >= 8) return { width: view.getUint32(0), height: view.getUint32(4) }
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
  if (tiff.length < 8) return false
  const view = viewOf(tiff)
  const little = text(tiff, 0, 2) === 'II'
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return false
  const count = view.getUint16(directory, little)
  for (let at = directory + 2; at + 12 <= tiff.length && at < directory + 2 + count * 12; at += 12) {
    if (view.getUint16(at, little) === 0x8825) return true
  }
  return false
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
