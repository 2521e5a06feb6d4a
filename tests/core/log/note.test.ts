import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatNote,
  formatVerifierKey,
  keyIdOf,
  openNote,
  parseNote,
  parseVerifierKey,
  signNote,
} from '#core/log/note.ts'
import { registrySigner } from '../certificate/support.ts'
import { foreign, NAME, NOTE, registry, SIGNATURE, TEXT, VERIFIER_KEY } from './note-support.ts'
import { fromBase64, mutationsOf, sha256, toHex } from './support.ts'

describe('verifier keys', () => {
  test('have the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key) as their id', () => {
    const { publicKey } = registrySigner
    const id = sha256(Buffer.from(NAME), Uint8Array.of(0x0a, 0x01), publicKey).subarray(0, 4)
    expect(keyIdOf({ name: NAME, publicKey })).toBe(toHex(id))
    expect(formatVerifierKey({ name: NAME, publicKey })).toBe(VERIFIER_KEY)
    expect(parseVerifierKey(VERIFIER_KEY)).toEqual({ name: NAME, publicKey })
  })

  test.each(foreign)('of others are read: %s', (text) => {
    const key = parseVerifierKey(text)
    expect(key && formatVerifierKey(key)).toBe(text)
  })

  test('are refused in every part of themselves and with every symbol turned', () => {
    const [[text]] = foreign
    for (let from = 0; from < text.length; from++) {
      for (let to = from; to <= text.length; to++) {
        if (to - from < text.length) expect(parseVerifierKey(text.slice(from, to))).toBeNull()
      }
    }
    for (let at = 0; at < text.length; at++) {
      const turned = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) + 1) + text.slice(at + 1)
      expect(parseVerifierKey(turned)).toBeNull()
    }
  })

  test('are refused with another type, an id in capitals, a name with a space, and more behind', () => {
    const { publicKey } = registrySigner
    const withType = (type: number) => Buffer.from([type, ...publicKey]).toString('base64')
    const spaced = formatVerifierKey({ name: 'asli example', publicKey })
    const id = VERIFIER_KEY.split('+')[1] ?? ''
    const others = [`${NAME}+${id}+${withType(2)}`, VERIFIER_KEY.replace(id, id.toUpperCase()), spaced]
    for (const other of [
      ...others,
      `${VERIFIER_KEY}\n`,
      ` ${VERIFIER_KEY}`,
      formatVerifierKey({ name: '', publicKey }),
    ]) {
      expect(parseVerifierKey(other)).toBeNull()
    }
  })
})

describe('signNote', () => {
  test('writes these bytes, each time', async () => {
    expect(await signNote(TEXT, NAME, registrySigner)).toBe(NOTE)
    expect(await signNote(TEXT, NAME, registrySigner)).toBe(NOTE)
  })

  test('makes a note that opens, whatever the text', async () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text) && text.isWellFormed())
    const run = fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (lines) => {
      const text = `${lines.join('\n')}\n`
      expect(await openNote(await signNote(text, NAME, registrySigner), [registry])).toMatchObject({ value: { text } })
    })
    await fc.assert(run)
  })

  test.each([
    ['', NAME],
    ['no newline at the end', NAME],
    ['a tab\t\n', NAME],
    ['a return\r\n', NAME],
    ['a lone surrogate \ud800\n', NAME],
    ['x\n', ''],
    ['x\n', 'two words'],
    ['x\n', 'a+b'],
    ['x\n', 'no-break\u00a0space'],
    ['x\n', 'two\nlines'],
    [`${'x'.repeat(1_000_000)}\n`, NAME],
  ])('throws on what makes no note (%#)', async (text, name) => {
    await expect(signNote(text, name, registrySigner)).rejects.toThrow(RangeError)
  })
})

describe('parseNote', () => {
  test('splits at the last empty line, so that a text may have others', () => {
    const poem =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
    const note = parseNote(poem)
    expect(note?.text.split('\n')).toHaveLength(5)
    expect(note?.signatures).toMatchObject([{ name: 'quasimodo.example/salvatore', keyId: '367ba04b' }])
    expect(note && formatNote(note)).toBe(poem)
  })

  test('gives name, key id and signature apart', () => {
    expect(parseNote(NOTE)).toEqual({
      text: TEXT,
      signatures: [
        { name: NAME, keyId: 'ede4d8fe', signature: fromBase64(SIGNATURE.split(' ')[2]?.trim() ?? '').slice(4) },
      ],
    })
  })

  test('takes 16 signatures, of any type and length, and not 17', () => {
    const long = `— other.example ${Buffer.alloc(5000, 7).toString('base64')}\n`
    const short = `— other.example ${Buffer.alloc(5).toString('base64')}\n`
    expect(parseNote(`${TEXT}\n${long}${short.repeat(15)}`)?.signatures).toHaveLength(16)
    expect(parseNote(`${TEXT}\n${short.repeat(17)}`)).toBeNull()
  })

  test('takes a million bytes and not one more, counted in UTF-8', () => {
    const fill = (count: number) => `${'x'.repeat(count - NOTE.length - 3)}\n`
    expect(parseNote(fill(1_000_000) + NOTE)).not.toBeNull()
    expect(parseNote(fill(1_000_001) + NOTE)).toBeNull()
    expect(parseNote(`${'é'.repeat(600_000)}\n${NOTE}`)).toBeNull()
  })

  test.each([
    ...[
      '',
      '\n',
      '\n\n',
      TEXT,
      `${TEXT}\n`,
      SIGNATURE,
      `\n${SIGNATURE}`,
      NOTE.slice(0, -1),
      `${NOTE}\n`,
      `${NOTE} `,
      `${NOTE}x`,
    ],
    ...[
      `${NOTE}\n\n`,
      NOTE.replaceAll('\n', '\r\n'),
      NOTE.replace('—', '-'),
      NOTE.replace('—', '–'),
      NOTE.replace('— ', '—'),
    ],
    ...[NOTE.replace('— ', '—  '), NOTE.replace(' 7eTY', '  7eTY'), NOTE.replace(' 7eTY', '\u00a07eTY')],
    ...[
      NOTE.replace('w4=', 'w4'),
      NOTE.replace('w4=', 'w5='),
      NOTE.replace('w4=', 'w4= '),
      `${TEXT}\n— ${NAME} AAAAAA==\n`,
    ],
    ...[`${TEXT}\n— ${NAME} \n`, `${TEXT}\n— ${NAME}\n`, `${TEXT}\n—  AAAAAAA=\n`, `${TEXT}\n— a+b AAAAAAA=\n`],
    ...[`${NOTE}not a signature\n`, `tab\t${NOTE}`, `\0${NOTE}`, `\u007f${NOTE}`, `\u0085${NOTE}`, `\ud800${NOTE}`],
  ])('refuses %j', (text) => {
    expect(parseNote(text)).toBeNull()
  })

  test('refuses any change, or writes it again as it came', () => {
    fc.assert(
      fc.property(mutationsOf(NOTE), (mutant) => {
        const note = parseNote(mutant)
        expect(note === null || formatNote(note) === mutant).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
