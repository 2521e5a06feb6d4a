import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'

/** RFC 8785, appendix B: IEEE 754 bits and their text. */
const numbers: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]

const anyJson = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }) as fc.Arbitrary<JsonValue>

function canonicalizeText(json: string): string {
  return canonicalize(JSON.parse(json) as JsonValue)
}

function compareUnits(a: string, b: string): number {
  const at = Array.from({ length: Math.min(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i])
  return at === undefined ? a.length - b.length : a.charCodeAt(at) - b.charCodeAt(at)
}

describe('canonicalize', () => {
  test('writes the example of RFC 8785 §3.2.2 to the bytes of §3.2.4', () => {
    const source =
      '{"numbers":[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null, true, false]}'
    expect(canonicalizeText(source)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    expect(Buffer.from(canonicalizeText(source)).toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e3333333333' +
        '33332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c' +
        '5c5c5c222f227d',
    )
  })

  test('sorts the members of RFC 8785 §3.2.3 by UTF-16 code units, not by code points', () => {
    const source =
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
      '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}'
    expect(canonicalizeText(source)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test.each(numbers)('writes the number %s of RFC 8785 appendix B as %s', (bits, text) => {
    expect(canonicalize(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })

  test.each(['7fffffffffffffff', '7ff0000000000000'])('throws on the number %s of RFC 8785 appendix B', (bits) => {
    expect(() => canonicalize(Buffer.from(bits, 'hex').readDoubleBE())).toThrow(RangeError)
  })

  test('escapes control characters, quotes and backslashes alone, in their shortest form', () => {
    const short: Record<number, string> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' }
    for (let unit = 0; unit < 0x300; unit++) {
      const plain = unit < 32 ? `\\u${unit.toString(16).padStart(4, '0')}` : String.fromCharCode(unit)
      expect(canonicalize(String.fromCharCode(unit))).toBe(`"${short[unit] ?? plain}"`)
    }
    expect(canonicalize('\u2028\u2029\uFEFF/<é\u0301')).toBe('"\u2028\u2029\uFEFF/<é\u0301"')
  })

  test('does not normalize text', () => {
    expect(canonicalize('e\u0301')).not.toBe(canonicalize('\u00e9'))
  })

  test('keeps a member named __proto__, and orders 10 before 9', () => {
    expect(canonicalizeText('{"b":1,"__proto__":{"z":1,"a":[]},"9":0,"10":0,"":{}}')).toBe(
      '{"":{},"10":0,"9":0,"__proto__":{"a":[],"z":1},"b":1}',
    )
  })

  test('keeps the order of arrays', () => {
    expect(canonicalizeText('[ 3, 1, [ ], { } , "2" ]')).toBe('[3,1,[],{},"2"]')
  })

  test('is stable: its own output is canonical, and says the same', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalize(value)
        expect(canonicalizeText(text)).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('sorts every object, and does not depend on the order in which members were written', () => {
    const members = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary', maxLength: 4 }), fc.integer()), {
      selector: ([name]) => name,
    })
    fc.assert(
      fc.property(members, (entries) => {
        const expected = entries
          .toSorted(([a], [b]) => compareUnits(a, b))
          .map(([name, n]) => `${JSON.stringify(name)}:${n}`)
        expect(canonicalize(Object.fromEntries(entries))).toBe(`{${expected.join(',')}}`)
        expect(canonicalize(Object.fromEntries(entries.toReversed()))).toBe(`{${expected.join(',')}}`)
      }),
    )
  })

  test.each([NaN, Infinity, -Infinity])('throws on the number %s, however deep', (number) => {
    expect(() => canonicalize(number)).toThrow(RangeError)
    expect(() => canonicalize({ a: [{ b: number }] })).toThrow(RangeError)
  })

  test.each(['\ud83d', '\ude00', 'a\ud83db', '\ude00\ud83d'])('throws on the lone surrogate in %j', (text) => {
    expect(() => canonicalize(text)).toThrow(RangeError)
    expect(() => canonicalize([text])).toThrow(RangeError)
    expect(() => canonicalize({ [text]: 1 })).toThrow(RangeError)
  })

  test.each([undefined, () => 1, 1n, Symbol('s')])('throws on %s, which JSON does not have', (value) => {
    expect(() => canonicalize(value as unknown as JsonValue)).toThrow(RangeError)
    expect(() => canonicalize([value] as unknown as JsonValue)).toThrow(RangeError)
    expect(() => canonicalize({ a: value } as unknown as JsonObject)).toThrow(RangeError)
  })
})
