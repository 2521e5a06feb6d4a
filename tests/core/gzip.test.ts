/** RFC 1952, held against Node's zlib. */
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gunzip, gzip } from '#core/gzip.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const pack = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))
const samples = fc.uint8Array({ maxLength: 5000, size: 'max' }).map((bytes) => new Uint8Array(bytes))

describe('gzip', () => {
  test('is read by zlib', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async (bytes) => {
        expect(new Uint8Array(gunzipSync(await gzip(bytes)))).toEqual(bytes)
      }),
    )
  })
})

describe('gunzip', () => {
  test('reads what zlib wrote, at every level', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.integer({ min: 0, max: 9 }), async (bytes, level) => {
        expect(await gunzip(new Uint8Array(gzipSync(bytes, { level })), bytes.length)).toEqual(bytes)
      }),
    )
  })

  test('gives as many bytes as the limit, and null for one more', async () => {
    const packed = pack(new Uint8Array(1000))
    expect(await gunzip(packed, 1000)).toEqual(new Uint8Array(1000))
    expect(await gunzip(packed, 999)).toBeNull()
    expect(await gunzip(pack(new Uint8Array()), 0)).toEqual(new Uint8Array())
  })

  test('gives null for a small text that hides a large one, without unpacking it', async () => {
    const bomb = pack(new Uint8Array(200_000_000))
    expect(bomb.length).toBeLessThan(300_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await gunzip(bomb, 16_384)).toBeNull()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })

  test('gives null for what is no gzip, or a part of one', async () => {
    const packed = pack(bytesOf('a text of which something is missing'))
    const wrong = [
      new Uint8Array(),
      bytesOf('a text'),
      new Uint8Array(100),
      packed.slice(1),
      packed.slice(0, 10),
      packed.slice(0, -1),
      packed.slice(0, -8),
      packed.with(2, 7),
      // The checksum, and the length that stands at the end.
      packed.with(packed.length - 6, (packed.at(-6) ?? 0) ^ 1),
      packed.with(packed.length - 4, (packed.at(-4) ?? 0) ^ 1),
    ]
    for (const bytes of wrong) expect(await gunzip(new Uint8Array(bytes), 1000)).toBeNull()
  })
})
