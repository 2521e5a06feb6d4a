import fc from 'fast-check'
import { create } from 'qrcode'
import { describe, expect, test } from 'vitest'
import { type Code, makeCode } from '#core/certificate/code.ts'
import { formatTagUrl, isLocalHost, parseOrigin } from '#core/qr/payload.ts'

const CODE = 'Y7HD7H5NMT3V' as Code
const codes = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(makeCode)

describe('formatTagUrl', () => {
  test.each([
    ['https://asli.example', 'https://ASLI.EXAMPLE/V/Y7HD7H5NMT3V'],
    ['http://localhost:8787', 'http://LOCALHOST:8787/V/Y7HD7H5NMT3V'],
    ['https://xn--bcher-kva.example', 'https://XN--BCHER-KVA.EXAMPLE/V/Y7HD7H5NMT3V'],
    ['http://192.168.1.20:8787', 'http://192.168.1.20:8787/V/Y7HD7H5NMT3V'],
    ['http://[fe80::1]:8787', 'http://[FE80::1]:8787/V/Y7HD7H5NMT3V'],
  ])('writes for %s %s', (origin, url) => expect(formatTagUrl(origin, CODE)).toBe(url))

  test('leads to the same host as the origin, and leaves the scheme in lower case', () => {
    fc.assert(
      fc.property(fc.domain(), codes, (host, code) => {
        const url = formatTagUrl(`https://${host}`, code)
        expect(url.startsWith('https://')).toBe(true)
        expect(new URL(url).origin).toBe(`https://${host.toLowerCase()}`)
        expect(new URL(url).pathname).toBe(`/V/${code}`)
        expect(url.slice('https'.length)).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
      }),
    )
  })

  const encode = (length: number, code: Code) =>
    create(formatTagUrl(`https://${'a'.repeat(length - 3)}.id`, code), { errorCorrectionLevel: 'Q' })

  test('fits version 3 at error correction Q with a host of 19 characters, whatever the code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 19 }), codes, (length, code) => {
        const { version, segments } = encode(length, code)
        expect(version).toBeLessThanOrEqual(3)
        // Only “https” is packed as bytes; a code with a long run of digits may end in a numeric segment.
        const [first, ...more] = segments.map(({ mode }) => mode.id)
        expect(first).toBe('Byte')
        expect(segments[0]?.getLength()).toBe('https'.length)
        expect(more).not.toContain('Byte')
      }),
    )
  })

  test.each([
    [13, 3],
    [19, 3],
    [20, 4],
  ])('is at a host of %i characters of version %i', (length, version) => {
    expect(encode(length, CODE).version).toBe(version)
    expect(encode(length, CODE).modules.size).toBe(17 + 4 * version)
  })
})

describe('parseOrigin', () => {
  test.each([
    'https://asli.example',
    'https://www.asli.example',
    'https://asli.example:8443',
    'https://xn--bcher-kva.example',
    'http://localhost:8787',
    'http://localhost',
    'http://127.0.0.1:8787',
    'http://10.1.2.3',
    'http://192.168.1.20:8787',
    'http://172.16.0.1',
    'http://172.31.255.1',
    'http://[::1]:8787',
    'http://wulan-laptop.local:8787',
    'https://localhost',
  ])('takes %s', (origin) => {
    expect(parseOrigin(origin)).toBe(origin)
    expect(parseOrigin(`${origin}/`)).toBe(origin)
  })

  test.each([
    '',
    ' ',
    'asli.example',
    '//asli.example',
    'https://',
    'https://asli.example/v',
    'https://asli.example//',
    'https://asli.example?',
    'https://asli.example#',
    'https://asli.example/?a',
    'https://user@asli.example',
    'ftp://localhost',
    'https://ASLI.example',
    'HTTPS://asli.example',
    'https://asli.example:443',
    'http://localhost:80',
    ' https://asli.example',
    'https://asli.example\n',
    'javascript:alert(1)',
    'file:///etc',
    'null',
    'https://bücher.example',
    'http://127.1',
    'blob:https://a.id',
  ])('refuses %j, which is no bare origin, in one sentence', (text) => {
    expect(() => parseOrigin(text)).toThrow(
      new Error(`ASLI_ORIGIN is “${text}”; it must be a bare origin such as https://asli.example`),
    )
  })

  test.each([
    'http://asli.example',
    'http://asli.example:8787',
    'http://8.8.8.8',
    'http://172.15.0.1',
    'http://172.32.0.1',
    'http://192.169.0.1',
    'http://11.0.0.1',
    'http://128.0.0.1',
    'http://localhost.example',
    'http://notlocalhost',
    'http://local',
    'http://asli.local.example',
    'http://[2001:db8::1]',
    'http://100.0.0.1',
    'http://0.0.0.0:8787',
  ])('refuses %s: http on a public host', (text) => {
    expect(() => parseOrigin(text)).toThrow(
      new Error(`ASLI_ORIGIN is “${text}”; a public host needs https, since its QR codes are printed for years`),
    )
  })

  test.each(['10.asli.example', '127.asli.example', '192.168.asli.example', '172.16.asli.example', '127.0.0.1.nip.io'])(
    'takes the public name %s for no address of a local network',
    (hostname) => {
      expect(isLocalHost(hostname)).toBe(false)
      expect(() => parseOrigin(`http://${hostname}`)).toThrow()
    },
  )
})
