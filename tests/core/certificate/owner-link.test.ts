import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Code, parseCode } from '#core/certificate/code.ts'
import {
  formatCardsUrl,
  formatOwnerFragment,
  formatOwnerQr,
  formatOwnerUrl,
  isOwnerFragment,
  parseCardsFragment,
  parseOwnerFragment,
} from '#core/certificate/owner-link.ts'
import { CROCKFORD } from '#core/crockford.ts'
import { CODE, OTHER_CODE } from './support.ts'

const SECRET = Uint8Array.from({ length: 16 }, (_, at) => at * 17)
const SYMBOLS = '008J4CT4ANK7F24SNAXWSQFEZW'
const secret = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes))

describe('an owner fragment', () => {
  test('is #o= and 26 symbols', () => {
    expect(formatOwnerFragment(SECRET)).toBe(`#o=${SYMBOLS}`)
    expect(parseOwnerFragment(`#o=${SYMBOLS}`)).toEqual(SECRET)
  })

  test('is read back, whatever the secret', () => {
    fc.assert(
      fc.property(secret, (own) => {
        const fragment = formatOwnerFragment(own)
        expect(fragment).toMatch(/^#o=[0-9A-HJKMNP-TV-Z]{26}$/)
        expect(parseOwnerFragment(fragment)).toEqual(own)
      }),
    )
  })

  test.each([
    ['small letters', `#o=${SYMBOLS.toLowerCase()}`],
    ['a capital O', `#O=${SYMBOLS}`],
    ['O for 0', '#o=oO8J4CT4ANK7F24SNAXWSQFEZW'],
    ['hyphens and spaces', `#o=${SYMBOLS.replace(/(.{4})/g, '$1-')}`],
    ['spaces as a browser writes them', `#o=${SYMBOLS.replace(/(.{4})/g, '$1%20')}`],
  ])('is read with %s', (_, fragment) => expect(parseOwnerFragment(fragment)).toEqual(SECRET))

  test('is refused with a symbol less or more, with another symbol, and with stray bits at its end', () => {
    const last = CROCKFORD.indexOf(SYMBOLS.slice(-1))
    const stray = [1, 2, 3].map((bits) => SYMBOLS.slice(0, -1) + CROCKFORD.charAt(last + bits))
    const wrong = ['', SYMBOLS.slice(1), `${SYMBOLS}0`, SYMBOLS.replace('8', 'U'), '0'.repeat(300), ...stray]
    for (const symbols of wrong) {
      expect([symbols, isOwnerFragment(`#o=${symbols}`), parseOwnerFragment(`#o=${symbols}`)]).toEqual([
        symbols,
        true,
        null,
      ])
    }
  })

  test.each(['', '#', '#stated', `#s=${SYMBOLS}`, SYMBOLS])('%j is none', (fragment) => {
    expect([isOwnerFragment(fragment), parseOwnerFragment(fragment)]).toEqual([false, null])
  })

  test('throws on nothing that somebody could open', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        parseOwnerFragment(typed)
        parseOwnerFragment(`#o=${typed}`)
        parseCardsFragment(`#o=${typed}`)
      }),
    )
  })
})

describe('an owner link', () => {
  const owned = { code: CODE, secret: SECRET }

  test('is the certificate’s address with the fragment behind it, and in a QR with the tag’s capitals', () => {
    expect(formatOwnerUrl('https://asli.example', owned)).toBe(`https://asli.example/v/${CODE}#o=${SYMBOLS}`)
    expect(formatOwnerQr('https://asli.example', owned)).toBe(`https://ASLI.EXAMPLE/V/${CODE}#o=${SYMBOLS}`)
  })
})

describe('the address of the folded cards', () => {
  test('names the codes in its query, and the secrets in its fragment alone', () => {
    const url = formatCardsUrl('https://asli.example', [
      { code: CODE, secret: SECRET },
      { code: OTHER_CODE, secret: new Uint8Array(16) },
    ])
    const { search, hash } = new URL(url)
    expect(search).toBe(`?codes=${CODE},${OTHER_CODE}&paper=fold`)
    expect(hash).toBe(`#o=${CODE}.${SYMBOLS},${OTHER_CODE}.${'0'.repeat(26)}`)
    expect(parseCardsFragment(hash)).toEqual(
      new Map([
        [CODE, SECRET],
        [OTHER_CODE, new Uint8Array(16)],
      ]),
    )
  })

  test('that was cut short gives the cards before the cut', () => {
    const cut = `#o=${CODE}.${SYMBOLS},${OTHER_CODE}.${SYMBOLS.slice(5)}`
    expect([...parseCardsFragment(cut).keys()]).toEqual([CODE])
    for (const none of ['', '#o=', `#o=${SYMBOLS}`, `#s=${CODE}.${SYMBOLS}`])
      expect(parseCardsFragment(none).size).toBe(0)
  })

  test('is forgiving of how its code is written', () => {
    expect(parseCode('000000000000')).toBe('000000000000')
    const found = parseCardsFragment(`#o=0000-0000-000O.${SYMBOLS.toLowerCase()}`)
    expect(found.get('000000000000' as Code)).toEqual(SECRET)
  })
})
