import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signCheckpoint } from '#core/log/checkpoint.ts'
import { checkProof, formatProof, parseProof } from '#core/log/inclusion.ts'
import { hashLeaf, proveInclusion } from '#core/log/merkle.ts'
import { registrySigner, strangeSigner } from '../certificate/support.ts'
import { registry as log, NAME, NOTE } from './note-support.ts'
import { mutationsOf, naiveTree } from './support.ts'

const origin = NAME
const entries = ['first', 'second', 'third'].map((entry) => new Uint8Array(Buffer.from(entry)))
const entryAt = (index: number) => entries[index] ?? new Uint8Array()
const tree = naiveTree(entries.map(hashLeaf))

const PROOF = `c2sp.org/tlog-proof@v1
index 1
oa8DAjHKL9IOzzDFKUuvj2kyHQm7FqxTiFzNF6OFKA0=
ZW0+j1RCOM324y1kD1G6CRSVmxTt16UtC4uZq0yKxsY=

${NOTE}`
const proof = { index: 1, hashes: tree.inclusion(1, 3), checkpoint: NOTE }

describe('proofs', () => {
  test('are these bytes', async () => {
    expect(formatProof(proof)).toBe(PROOF)
    expect(parseProof(PROOF)).toEqual(proof)
    expect(await signCheckpoint({ origin, size: 3, root: tree.root(3) }, registrySigner)).toBe(NOTE)
  })

  test('of the only entry have no hashes', async () => {
    const checkpoint = await signCheckpoint({ origin, size: 1, root: tree.root(1) }, registrySigner)
    const text = formatProof({ index: 0, hashes: [], checkpoint })
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nindex 0\n\nasli.example/log\n1\n')).toBe(true)
    expect(await checkProof(text, entryAt(0), log)).toMatchObject({ ok: true, value: { index: 0 } })
  })

  test.each([
    ...['', '\n\n', NOTE, PROOF.slice(0, -1), `${PROOF}\n`, `\n${PROOF}`, PROOF.replaceAll('\n', '\r\n')],
    ...[
      PROOF.replace('@v1', '@v2'),
      PROOF.replace('c2sp', 'C2SP'),
      PROOF.replace('index 1', 'index 01'),
      PROOF.replace('index 1', 'index -1'),
    ],
    ...[PROOF.replace('index 1', 'index  1'), PROOF.replace('index 1', 'Index 1'), PROOF.replace('index 1\n', '')],
    ...[
      PROOF.replace('index 1', 'index 9007199254740992'),
      PROOF.replace('index 1', 'index 1e0'),
      PROOF.replace('index 1', 'index '),
    ],
    ...[
      PROOF.replace('A0=', 'A1='),
      PROOF.replace('A0=', 'A0'),
      PROOF.replace('A0=', 'A0=\n'),
      PROOF.replace('oa8D', ''),
      PROOF.replace('oa8D', 'oa8Doa8D'),
    ],
    ...[
      PROOF.replace('index 1', 'extra AAAA\nindex 1'),
      PROOF.replace('index 1', 'index 1\nextra AAAA'),
      PROOF.replace('—', '-'),
    ],
    PROOF.replace(
      'ZW0+j1RCOM324y1kD1G6CRSVmxTt16UtC4uZq0yKxsY=\n',
      'ZW0+j1RCOM324y1kD1G6CRSVmxTt16UtC4uZq0yKxsY=\n'.repeat(53),
    ),
  ])('written otherwise are refused (%#)', (text) => {
    expect(parseProof(text)).toBeNull()
  })

  test('are refused or the same text again after any change', () => {
    fc.assert(
      fc.property(mutationsOf(PROOF), (mutant) => {
        const parsed = parseProof(mutant)
        expect(parsed === null || formatProof(parsed) === mutant).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('checkProof', () => {
  test('says where the entry stands, and in which log', async () => {
    const checkpoint = { origin, size: 3, root: tree.root(3) }
    expect(await checkProof(PROOF, entryAt(1), log)).toEqual({ ok: true, value: { index: 1, checkpoint } })
  })

  test('holds for every entry of every size', async () => {
    for (const size of [1, 2, 3]) {
      const checkpoint = await signCheckpoint({ origin, size, root: tree.root(size) }, registrySigner)
      for (let index = 0; index < size; index++) {
        const text = formatProof({ index, hashes: await proveInclusion(index, size, tree.reader), checkpoint })
        expect(await checkProof(text, entryAt(index), log)).toMatchObject({ ok: true })
      }
    }
  })

  test('refuses the proof of any other entry, index, hash or log', async () => {
    const refused = async (text: string, entry = entryAt(1), verifier = log) => {
      const checked = await checkProof(text, entry, verifier)
      return checked.ok ? 'holds' : checked.error
    }
    expect(await refused(PROOF, entryAt(0))).toBe('not-included')
    expect(await refused(PROOF.replace('index 1', 'index 0'))).toBe('not-included')
    expect(await refused(PROOF.replace('index 1', 'index 3'))).toBe('not-included')
    expect(await refused(formatProof({ ...proof, hashes: proof.hashes.toReversed() }))).toBe('not-included')
    expect(await refused(formatProof({ ...proof, hashes: proof.hashes.slice(1) }))).toBe('not-included')
    const withMore = (length: number) => formatProof({ ...proof, hashes: [...proof.hashes, new Uint8Array(length)] })
    expect(await refused(withMore(32))).toBe('not-included')
    expect(await refused(withMore(31))).toBe('malformed')
    expect(await refused(PROOF.replace('\n3\n', '\n4\n'))).toBe('bad-signature')
    const strange = await signCheckpoint({ origin, size: 3, root: tree.root(3) }, strangeSigner)
    expect(await refused(formatProof({ ...proof, checkpoint: strange }))).toBe('unknown-key')
    expect(await refused(PROOF, entryAt(1), { ...log, name: 'asli.example/lo' })).toBe('unknown-key')
    expect(await refused('')).toBe('malformed')
  })

  test('refuses every single change', async () => {
    const run = fc.asyncProperty(mutationsOf(PROOF), async (mutant) => {
      expect(await checkProof(mutant, entryAt(1), log)).toMatchObject({ ok: false })
    })
    await fc.assert(run, { numRuns: 1000 })
  })
})
