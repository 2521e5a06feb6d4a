import { describe, expect, test } from 'vitest'
import { canonicalize } from '#core/canonical-json.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { makePiece, refusals, requestSchema, sign, withValue } from './support.ts'

const LINE = 'must be plain text on one line'

describe('pieceRequestOn, reading text', () => {
  const lines = ['design.name', 'marks.0.where', 'marks.0.text']
  test.each(lines)('refuses control characters and lone surrogates within %s', (path) => {
    const controls = [...Array(32).keys(), ...Array.from({ length: 33 }, (_, i) => 0x7f + i)].map((unit) =>
      String.fromCharCode(unit),
    )
    for (const symbol of [...controls, '\ud800', '\udc00']) {
      expect(refusals(withValue(path, `a${symbol}b`)), JSON.stringify(symbol)).toEqual([`${path}: ${LINE}`])
    }
  })

  test('writes text in NFC, without spaces around it', () => {
    const read = requestSchema.parse(withValue('design.name', '  Kafe\u0301 \u1112\u1161\u11ab  '))
    expect(read.design.name).toBe('Kaf\u00e9 \ud55c')
    expect(requestSchema.parse(withValue('design.name', ` ${'a'.repeat(300)} `)).design.name).toHaveLength(300)
  })

  test('takes text in any script, with quotes, and beyond the basic plane', () => {
    for (const name of ['ꦧꦛꦶꦏ꧀', '染め “𠮷”', '<b>&amp;</b>', '👩🏽‍🎨', 'عربي']) {
      expect(requestSchema.parse(withValue('design.name', name)).design.name).toBe(name.normalize('NFC'))
    }
  })

  test.each(['\u2028', '\u2029', '\u202e', '\u2066', '\u200b', '\ufeff'])('refuses %j within a line', (symbol) => {
    expect(refusals(withValue('design.name', `a${symbol}b`))).toEqual([`design.name: ${LINE}`])
  })

  test('refuses a photo taken at a time that does not exist', () => {
    expect(refusals(withValue('photos.0.takenAt', '2026-99-99T99:99:99Z'))).not.toEqual([])
  })

  test('refuses a photo taken tomorrow', () => {
    expect(refusals(withValue('photos.0.takenAt', '2026-11-24T00:00:00Z'))).not.toEqual([])
  })

  test('reads no name that the signed credential then refuses, though NFC makes it longer', async () => {
    const read = requestSchema.safeParse(withValue('design.name', '\u0958'.repeat(300)))
    const name = read.success ? read.data.design.name : 'refused'
    const signed = await sign(makePiece({ design: { id: 'a', name, exclusivity: 'exclusive' } }))
    expect(parseCredential(canonicalize(signed)).ok).toBe(true)
  })
})
