import fc from 'fast-check'
import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { type CardStatement, checkCard, dateOfDay, dayOf, parseCard, signCard } from '#core/certificate/card.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { formatTagUrl } from '#core/qr/payload.ts'
import { CODE, ORIGIN, OTHER_CODE, registrySigner, strangeSigner } from './support.ts'

const verifier = await importVerifier(registrySigner.publicKey)
const statement: CardStatement = { origin: ORIGIN, code: CODE, key: 258, day: 2517 }
const CARD =
  '#s=00057812833397101283986370708200590413806420125978002316677383207990172287472950780715847430555323611891924095199' +
  '148136460633828916014950031484853279778864928541237770'

async function check(fragment: string, { origin = ORIGIN, code = CODE, by = verifier } = {}): Promise<boolean> {
  const card = parseCard(fragment)
  return card !== null && checkCard(card, origin, code, by)
}

describe('signCard', () => {
  test('writes these 167 digits, each time', async () => {
    expect(await signCard(statement, registrySigner)).toBe(CARD)
    expect(await signCard(statement, registrySigner)).toBe(CARD)
    expect(CARD).toMatch(/^#s=\d{167}$/)
  })

  test('signs domain, host, code, key and day, in this order', async () => {
    const message = Buffer.from(`asli/tag/v1\0asli.example${CODE}\x01\x02\x09`, 'latin1')
    const signature = await registrySigner.sign(new Uint8Array([...message, 0xd5]))
    expect(parseCard(CARD)).toEqual({ key: 258, day: 2517, signature })
  })

  test('gives a card that holds, for every key and day', async () => {
    const run = fc.asyncProperty(fc.nat(65_535), fc.nat(65_535), async (key, day) => {
      const card = await signCard({ ...statement, key, day }, registrySigner)
      expect(parseCard(card)).toMatchObject({ key, day })
      expect(await check(card)).toBe(true)
    })
    await fc.assert(run, { numRuns: 50 })
  })

  test('throws where key or day do not fit in 16 bits', async () => {
    for (const value of [-1, 65_536, 1.5, Number.NaN]) {
      await expect(signCard({ ...statement, key: value }, registrySigner)).rejects.toThrow(RangeError)
      await expect(signCard({ ...statement, day: value }, registrySigner)).rejects.toThrow(RangeError)
    }
  })
})

describe('checkCard', () => {
  test('holds for this code of this registry, under this key', async () => {
    expect(await check(CARD)).toBe(true)
    expect(await check(CARD, { code: OTHER_CODE })).toBe(false)
    expect(await check(CARD, { origin: 'https://evil.example' })).toBe(false)
    expect(await check(CARD, { origin: 'https://asli.example:8443' })).toBe(false)
    expect(await check(CARD, { by: await importVerifier(strangeSigner.publicKey) })).toBe(false)
  })

  test('reads the host as the address has it, in capitals or not', async () => {
    expect(await check(CARD, { origin: 'https://ASLI.EXAMPLE' })).toBe(true)
  })

  test('holds for no other key number or day', async () => {
    const card = parseCard(CARD)
    if (!card) return expect.fail('no card')
    expect(await checkCard({ ...card, key: 259 }, ORIGIN, CODE, verifier)).toBe(false)
    expect(await checkCard({ ...card, day: 2518 }, ORIGIN, CODE, verifier)).toBe(false)
  })

  test('fails for every digit changed', async () => {
    for (let at = 3; at < CARD.length; at++) {
      const digit = (Number(CARD[at]) + 1 + (at % 9)) % 10
      expect(await check(CARD.slice(0, at) + digit + CARD.slice(at + 1))).toBe(false)
    }
  })
})

describe('parseCard', () => {
  const digits = CARD.slice(3)
  const asDigits = (value: bigint) => `#s=${value.toString().padStart(167, '0')}`
  const ofVersion = (version: bigint) => asDigits((BigInt(digits) & ((1n << 544n) - 1n)) | (version << 544n))

  test('reads version 1 and no other', () => {
    expect(ofVersion(1n)).toBe(CARD)
    for (const version of [0n, 2n, 255n]) expect(parseCard(ofVersion(version))).toBeNull()
  })

  test('refuses what does not fit in 69 bytes', () => {
    expect(parseCard(ofVersion(257n))).toBeNull()
    expect(parseCard(asDigits((1n << 552n) + BigInt(digits)))).toBeNull()
    expect(parseCard(`#s=${'9'.repeat(167)}`)).toBeNull()
    expect(parseCard(`#s=${'0'.repeat(167)}`)).toBeNull()
  })

  test.each([
    ...['', '#s=', '#s', digits, `s=${digits}`, `#S=${digits}`, `##s=${digits}`, `#s=${digits}0`, `#s=0${digits}`],
    ...[
      `#s=${digits.slice(1)}`,
      `#s=${digits.slice(0, -1)}`,
      `${CARD}\n`,
      ` ${CARD}`,
      `${CARD}&x=1`,
      `#s= ${digits.slice(1)}`,
    ],
    ...[`#s=-${digits.slice(1)}`, `#s=+${digits.slice(1)}`, `#s=0x${digits.slice(2)}`, `#s=٠${digits.slice(1)}`],
  ])('refuses %j', (fragment) => {
    expect(parseCard(fragment)).toBeNull()
  })
})

describe('the day of a card', () => {
  test('counts from 2020-01-01 in UTC, and is a date again', () => {
    expect(dayOf('2020-01-01T00:00:00Z')).toBe(0)
    expect(dayOf('2026-11-22T03:04:05Z')).toBe(2517)
    expect(dayOf('2026-11-22T23:59:59Z')).toBe(2517)
    expect([0, 59, 60, 2517, 65_535].map(dateOfDay)).toEqual([
      ...['2020-01-01', '2020-02-29', '2020-03-01', '2026-11-22', '2199-06-06'],
    ])
  })

  test('is none before 2020, after 16 bits, or where the text is no instant', () => {
    for (const at of ['2019-12-31T23:59:59Z', '2199-06-07T00:00:00Z', 'today'])
      expect(() => dayOf(at)).toThrow(RangeError)
  })
})

describe('the card’s QR', () => {
  test.each([
    ['asli.example', 6],
    ['sixteen-long.org', 6],
    ['twenty-seven.long-host.name', 7],
  ])('at %s is version %i with error correction M', (host, version) => {
    const text = formatTagUrl(`https://${host}`, CODE) + CARD
    expect(QRCode.create(text, { errorCorrectionLevel: 'M' }).version).toBe(version)
  })
})
