import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNote, keyIdOf, type NoteVerifier, openNote, parseNote, signNote } from '#core/log/note.ts'
import { registrySigner, strangeSigner } from '../certificate/support.ts'
import { foreign, NAME, NOTE, registry, SIGNATURE, TEXT, trustIn, trustInKey } from './note-support.ts'
import { mutationsOf } from './support.ts'

/** What openNote says: the fault, or the names that have signed. */
async function open(note: string, ...keys: NoteVerifier[]): Promise<string> {
  const opened = await openNote(note, keys)
  return opened.ok ? opened.value.signatures.map(({ name }) => name).join() : opened.error
}

describe('openNote', () => {
  test.each(foreign)('believes what others have signed: %s', async (text, note) => {
    const key = await trustInKey(text)
    expect(await open(note, key)).toBe(key.name)
    expect(await open(note, registry)).toBe('unknown-key')
    expect(await open(note.replace('a', 'b'), key)).toBe('bad-signature')
  })

  test('believes no note of which anything was changed, left out or doubled', async () => {
    const mutants = fc.asyncProperty(mutationsOf(NOTE), async (mutant) => {
      expect(await open(mutant, registry)).toMatch(/^(malformed|unknown-key|bad-signature)$/)
    })
    await fc.assert(mutants, { numRuns: 1000 })
    for (let at = 0; at < NOTE.length; at++) {
      expect(await open(NOTE.slice(0, at), registry)).toBe('malformed')
      expect(await open(NOTE.slice(0, at) + NOTE.slice(at + 1), registry)).not.toBe(NAME)
    }
  })

  test('takes a key for known only where name and id are the same: not a part, not an extension of the name', async () => {
    const names = [
      NAME.slice(0, -1),
      NAME.slice(1),
      `${NAME}x`,
      `x${NAME}`,
      `${NAME}/evil`,
      'asli.example',
      NAME.toUpperCase(),
    ]
    for (const name of names) {
      expect(await open(await signNote(TEXT, name, registrySigner), registry)).toBe('unknown-key')
      expect(await open(await signNote(TEXT, name, strangeSigner), registry)).toBe('unknown-key')
    }
    expect(await open(await signNote(TEXT, NAME, strangeSigner), registry)).toBe('unknown-key')
  })

  test('refuses a stranger’s signature that claims the registry’s name and key id', async () => {
    const signature = await strangeSigner.sign(new Uint8Array(Buffer.from(TEXT)))
    const forged = formatNote({ text: TEXT, signatures: [{ name: NAME, keyId: keyIdOf(registry), signature }] })
    expect(await open(forged, registry)).toBe('bad-signature')
  })

  test('passes over the registry’s own signature under another name, though the key id is the registry’s', async () => {
    const signature = await registrySigner.sign(new Uint8Array(Buffer.from(TEXT)))
    for (const name of [NAME.slice(0, -1), NAME.slice(1), `${NAME}x`, `x${NAME}`, NAME.toUpperCase()]) {
      const note = formatNote({ text: TEXT, signatures: [{ name, keyId: keyIdOf(registry), signature }] })
      expect(await open(note, registry)).toBe('unknown-key')
    }
  })

  test('refuses a signature of another length than 64 bytes, whatever the verifier says', async () => {
    const [whole] = parseNote(NOTE)?.signatures ?? []
    const signature = whole?.signature ?? new Uint8Array()
    for (const other of [signature.slice(1), signature.slice(0, 63), new Uint8Array([...signature, 0])]) {
      const note = formatNote({ text: TEXT, signatures: [{ name: NAME, keyId: keyIdOf(registry), signature: other }] })
      expect(await open(note, registry)).toBe('bad-signature')
      expect(await open(note, { ...registry, verifier: { kid: '', verify: async () => true } })).toBe('bad-signature')
    }
  })

  test('does not believe a signed note that stands in the text of another', async () => {
    const wrapped = await signNote(NOTE, 'evil.example', strangeSigner)
    expect(await open(wrapped, registry)).toBe('unknown-key')
    expect(await open(`${NOTE}more\n\n— evil.example AAAAAAA=\n`, registry)).toBe('unknown-key')
  })

  test('passes over the signatures of others, and gives back only those that were checked', async () => {
    const other = SIGNATURE.replace(NAME, 'witness.example')
    expect(await open(`${TEXT}\n${other}${SIGNATURE}${other}`, registry)).toBe(NAME)
    const witness = await trustIn('witness.example', strangeSigner)
    const cosigned = `${NOTE}${(await signNote(TEXT, witness.name, strangeSigner)).slice(TEXT.length + 1)}`
    expect(await open(cosigned, registry, witness)).toBe(`${NAME},witness.example`)
    expect(await open(cosigned, witness)).toBe('witness.example')
  })

  test('refuses the note where one known key’s signature does not hold, whatever the others say', async () => {
    const witness = await trustIn('witness.example', strangeSigner)
    const wrong = (await signNote('other\n', witness.name, strangeSigner)).slice('other\n\n'.length)
    expect(await open(`${NOTE}${wrong}`, registry, witness)).toBe('bad-signature')
    expect(await open(`${NOTE}${wrong}`, registry)).toBe(NAME)
    const again = (await signNote('other\n', NAME, registrySigner)).slice('other\n\n'.length)
    expect(await open(`${NOTE}${again}`, registry)).toBe('bad-signature')
  })

  test('believes nobody where nobody is trusted', async () => {
    expect(await open(NOTE)).toBe('unknown-key')
  })
})
