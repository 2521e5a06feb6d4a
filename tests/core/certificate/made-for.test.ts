import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitTo, MOST_NAME, normalizeName, openMadeFor, sealMadeFor } from '#core/certificate/made-for.ts'
import { OWNER_SECRET_BYTES } from '#core/certificate/owner-link.ts'

const secretOf = (first: number) => Uint8Array.from({ length: OWNER_SECRET_BYTES }, (_, at) => (first + at) & 255)
const SECRET = secretOf(0)
const NAME = 'Ibu Sari Wulandari'

/** The same derivations by Node's own, which knows nothing of ours. */
const label = (what: string) => Buffer.from(`asli/made-for/v1/${what}`)
const hkdf = (secret: Uint8Array, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), info, length))
const gcmOf = (secret: Uint8Array, commitment: string) => ({
  key: hkdf(secret, label('key'), 32),
  nonce: hkdf(secret, Buffer.concat([label('nonce'), Buffer.of(0), Buffer.from(commitment)]), 12),
})

function sealByHand(text: Buffer, commitment: string, secret = SECRET): string {
  const { key, nonce } = gcmOf(secret, commitment)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(commitment))
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

function padByHand(text: string | Buffer, length = 256): Buffer {
  const padded = Buffer.alloc(length)
  Buffer.from(text).copy(padded)
  padded[Buffer.from(text).length] = 0x80
  return padded
}

describe('sealMadeFor', () => {
  test('gives the known answer', async () => {
    const { commitment, sealed } = await sealMadeFor(NAME, SECRET)
    expect(commitment).toBe('dUN81dzFuwZMXz5EbPoPvDlD4jeFRaCboUwcaGeJ1OQ')
    expect(sealed.slice(0, 40)).toBe('WsK-0_I2HbnAjgz3YqM_tHKdWHxNkQ7xKPipRNjd')
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(
      '9dbf9d450f08a3340744c598bf1c264af4eb63f57a00ae25e2c767e3270ddb80',
    )
  })

  test('is what Node’s own HKDF, SHA-256 and AES-256-GCM make of the bytes that the file documents', async () => {
    const salt = hkdf(SECRET, label('salt'), 32)
    const commitment = createHash('sha256')
      .update(Buffer.concat([Buffer.from('asli/made-for/v1\0'), salt, Buffer.from(NAME)]))
      .digest('base64url')
    const sealed = sealByHand(padByHand(NAME), commitment)
    expect(await sealMadeFor(NAME, SECRET)).toEqual({ commitment, sealed })
  })

  test('gives the same again, so that a retry sends what was sent', async () => {
    expect(await sealMadeFor(NAME, SECRET)).toEqual(await sealMadeFor(NAME, SECRET))
  })

  test('shares no nonce between two names under one secret', async () => {
    const [one, two] = [await sealMadeFor('Sari', SECRET), await sealMadeFor('Sara', SECRET)]
    expect(gcmOf(SECRET, one.commitment).nonce).not.toEqual(gcmOf(SECRET, two.commitment).nonce)
  })

  test('has ciphertexts of one length for every name of up to 255 bytes, and of whole blocks above', async () => {
    const lengthOf = async (name: string) => (await sealMadeFor(name, SECRET)).sealed.length
    const short = await Promise.all(Array.from({ length: MOST_NAME }, (_, at) => lengthOf('n'.repeat(at + 1))))
    expect(new Set(short)).toEqual(new Set([Math.ceil(((256 + 16) * 4) / 3)]))
    // A letter of Javanese has three bytes: 85 fill a block but for the byte that ends the name.
    expect(await lengthOf('ꦱ'.repeat(85))).toBe(short[0])
    expect(await lengthOf('ꦱ'.repeat(86))).toBe(Math.ceil(((512 + 16) * 4) / 3))
    // The server takes 2,000 symbols: the longest name of the longest letters fits.
    expect(await lengthOf('🧵'.repeat(MOST_NAME))).toBeLessThan(2000)
  })

  test('throws on a name that was not normalized, and on a secret of another length', async () => {
    for (const name of [' Sari', 'Sari\u0301', '', 'Sari\n'])
      await expect(sealMadeFor(name, SECRET)).rejects.toThrow(RangeError)
    for (const length of [0, 15, 17, 32])
      await expect(sealMadeFor('Sari', new Uint8Array(length))).rejects.toThrow('an owner secret has 16 bytes')
  })
})

describe('openMadeFor', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .map(normalizeName)
    .filter((normal) => normal.ok)
    .map((normal) => normal.value)
  const secret = fc.uint8Array({ minLength: OWNER_SECRET_BYTES, maxLength: OWNER_SECRET_BYTES })

  test.each([
    ['Latin', NAME],
    ['Arabic', 'السيّدة فاطمة بنت أحمد'],
    ['Chinese', '陳美玲女士'],
    ['Javanese', 'ꦤꦶꦩꦱ꧀ꦫꦠꦸ'],
    ['Balinese', 'ᬦᬶᬮᬸᬄᬲᬭᬶ'],
    ['emoji with joiners', 'Keluarga 👩🏽‍🎨👨‍👩‍👧'],
    ['combining marks alone', 'e\u0323\u0303'],
  ])('opens a name in %s', async (_, typed) => {
    const normal = normalizeName(typed)
    if (!normal.ok) return expect.fail(normal.error)
    const { commitment, sealed } = await sealMadeFor(normal.value, SECRET)
    expect(await openMadeFor(sealed, commitment, SECRET)).toEqual({ ok: true, value: normal.value })
  })

  test('opens what was sealed, whatever the name and the secret', async () => {
    await fc.assert(
      fc.asyncProperty(name, secret, async (text, own) => {
        const { commitment, sealed } = await sealMadeFor(text, own)
        expect(await openMadeFor(sealed, commitment, own)).toEqual({ ok: true, value: text })
      }),
    )
  })

  test('opens with no other secret', async () => {
    await fc.assert(
      fc.asyncProperty(name, secret, secret, async (text, own, other) => {
        fc.pre(Buffer.compare(own, other) !== 0)
        const { commitment, sealed } = await sealMadeFor(text, own)
        expect(await openMadeFor(sealed, commitment, other)).toEqual({ ok: false, error: 'wrong-secret' })
      }),
    )
  })

  test('opens with no byte changed, and under no other commitment', async () => {
    const { commitment, sealed } = await sealMadeFor(NAME, SECRET)
    const bytes = Buffer.from(sealed, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const opened = await openMadeFor(changed.toString('base64url'), commitment, SECRET)
      expect(opened).toEqual({ ok: false, error: 'wrong-secret' })
    }
    const other = commitTo('Someone else', SECRET)
    expect(await openMadeFor(sealed, other, SECRET)).toEqual({ ok: false, error: 'wrong-secret' })
  })

  test('tells a name that is not the one that was signed', async () => {
    // Whoever issues could seal another name under the commitment: it opens, and is not shown.
    const commitment = commitTo('Ibu Sari', SECRET)
    const sealed = sealByHand(padByHand('Ibu Dewi'), commitment)
    expect(await openMadeFor(sealed, commitment, SECRET)).toEqual({ ok: false, error: 'commitment-differs' })
  })

  test('shows nothing that sealMadeFor does not write', async () => {
    const texts = [
      padByHand('Sari').fill(0, 4),
      padByHand('Sari', 100),
      padByHand('Sari', 512),
      padByHand('Sari\u202ekurator'),
      padByHand(' Sari'),
      padByHand(Buffer.of(0x53, 0xff)),
      padByHand(''),
      Buffer.alloc(256),
      Buffer.alloc(0),
    ]
    const commitment = commitTo('Sari', SECRET)
    for (const text of texts) {
      const opened = await openMadeFor(sealByHand(text, commitment), commitment, SECRET)
      expect(opened).toEqual({ ok: false, error: 'malformed' })
    }
  })

  test('refuses texts that are no sealed text or no commitment', async () => {
    const { commitment, sealed } = await sealMadeFor(NAME, SECRET)
    for (const [text, committed] of [
      ['not base64', commitment],
      [`${sealed}=`, commitment],
      [sealed, ''],
      [sealed, commitment.slice(1)],
    ] as const)
      expect(await openMadeFor(text, committed, SECRET)).toEqual({ ok: false, error: 'malformed' })
    for (const text of ['', 'AAAA'])
      expect(await openMadeFor(text, commitment, SECRET)).toEqual({ ok: false, error: 'wrong-secret' })
  })
})

describe('a commitment', () => {
  test('is found by no dictionary of 10,000 names, without the salt', () => {
    const first = ['Sari', 'Dewi', 'Ayu', 'Putri', 'Wulan', 'Agus', 'Budi', 'Made', 'Ketut', 'Siti']
    const middle = ['Nur', 'Ratna', 'Eka', 'Tri', 'Indah', 'Rini', 'Yuni', 'Hadi', 'Joko', 'Lestari']
    const last = Array.from({ length: 100 }, (_, at) => `Wijaya ${at}`)
    const names = first.flatMap((one) => middle.flatMap((two) => last.map((three) => `${one} ${two} ${three}`)))
    expect(new Set(names).size).toBe(10_000)
    const target = names[4321] ?? ''
    const commitment = commitTo(target, SECRET)
    const guesses = (name: string) =>
      [name, `asli/made-for/v1\0${name}`, `asli/made-for/v1\0${'\0'.repeat(32)}${name}`].map((text) =>
        createHash('sha256').update(text).digest('base64url'),
      )
    expect(names.filter((name) => guesses(name).includes(commitment))).toEqual([])
    // The dictionary would find it with the secret.
    expect(names.filter((name) => commitTo(name, SECRET) === commitment)).toEqual([target])
  })

  test('of one name differs under every secret', () => {
    const commitments = Array.from({ length: 100 }, (_, at) => commitTo('Sari', secretOf(at)))
    expect(new Set(commitments).size).toBe(100)
    for (const commitment of commitments) expect(commitment).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })
})

describe('normalizeName', () => {
  test.each([
    ['  Ibu Sari\t', 'Ibu Sari'],
    ['Jose\u0301', 'José'],
    ['\u00a0Sari\ufeff', 'Sari'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['O’Hara-Smith & Co.', 'O’Hara-Smith & Co.'],
  ])('%j is %j', (typed, name) => expect(normalizeName(typed)).toEqual({ ok: true, value: name }))

  test.each([
    ['', 'empty'],
    [' \u200d\u200c ', 'empty'],
    ['Sari\nDewi', 'unprintable'],
    ['Sari\u2028Dewi', 'unprintable'],
    ['Sari\u202eiraS', 'unprintable'],
    ['Sari\u2066', 'unprintable'],
    ['Sari\u0000', 'unprintable'],
    ['Sari\u00ad', 'unprintable'],
    ['Sari\ud800', 'unprintable'],
  ])('%j is refused as %s', (typed, fault) => expect(normalizeName(typed)).toEqual({ ok: false, error: fault }))

  test('counts characters, not their bytes', () => {
    for (const letter of ['x', 'ꦱ', '🧵']) {
      expect(normalizeName(letter.repeat(MOST_NAME)).ok).toBe(true)
      expect(normalizeName(letter.repeat(MOST_NAME + 1))).toEqual({ ok: false, error: 'too-long' })
    }
  })

  test('changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = normalizeName(typed)
        if (once.ok) expect(normalizeName(once.value)).toEqual(once)
      }),
    )
  })
})

test('Node opens what was sealed here', async () => {
  const { commitment, sealed } = await sealMadeFor(NAME, SECRET)
  const bytes = Buffer.from(sealed, 'base64url')
  const { key, nonce } = gcmOf(SECRET, commitment)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(Buffer.from(commitment))
    .setAuthTag(bytes.subarray(-16))
  const text = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
  expect(text).toEqual(padByHand(NAME))
})
