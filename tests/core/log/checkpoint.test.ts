import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from '#core/log/checkpoint.ts'
import { EMPTY_ROOT } from '#core/log/merkle.ts'
import { openNote, signNote } from '#core/log/note.ts'
import { registrySigner, strangeSigner } from '../certificate/support.ts'
import { registry as log, NAME, NOTE, TEXT, trustInKey } from './note-support.ts'
import { fromBase64, mutationsOf } from './support.ts'

const ROOT = 'w2UeVBcUxT1kjsx7rsp/4sNu9PplvM4ksdcShkN95WY='
const origin = NAME
const checkpoint = { origin, size: 3, root: fromBase64(ROOT) }

describe('checkpoints', () => {
  test('are origin, size and root, a line each', () => {
    expect(formatCheckpoint(checkpoint)).toBe(TEXT)
    expect(parseCheckpoint(TEXT)).toEqual(checkpoint)
  })

  test('of others are read: the specification’s example', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    expect(parseCheckpoint(text)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 })
  })

  test('come back as they were written, up to the largest size', () => {
    const root = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), root, (size, hash) => {
        const some = { origin, size, root: hash }
        expect(parseCheckpoint(formatCheckpoint(some))).toEqual(some)
      }),
    )
  })

  test.each([
    ...[
      '',
      '\n',
      origin,
      `${origin}\n3\n`,
      `${origin}\n3\n${ROOT}`,
      `${TEXT}\n`,
      `\n${TEXT}`,
      TEXT.replaceAll('\n', '\r\n'),
    ],
    ...[
      `\n3\n${ROOT}\n`,
      `${origin}\n\n${ROOT}\n`,
      `${origin}\n03\n${ROOT}\n`,
      `${origin}\n+3\n${ROOT}\n`,
      `${origin}\n-3\n${ROOT}\n`,
    ],
    ...[
      `${origin}\n3.0\n${ROOT}\n`,
      `${origin}\n3e0\n${ROOT}\n`,
      `${origin}\n 3\n${ROOT}\n`,
      `${origin}\n٣\n${ROOT}\n`,
    ],
    ...[`${origin}\n9007199254740992\n${ROOT}\n`, `${origin}\n18446744073709551615\n${ROOT}\n`],
    ...[
      TEXT.replace('WY=', 'WZ='),
      TEXT.replace('WY=', 'WY'),
      TEXT.replace('w2Ue', ''),
      TEXT.replace(ROOT, ROOT.replace('/', '_')),
    ],
  ])('written otherwise are refused: %j', (text) => {
    expect(parseCheckpoint(text)).toBeNull()
  })

  test('with an extension line are refused', () => {
    expect(parseCheckpoint(`${TEXT}extension\n`)).toBeNull()
  })

  test('of the empty log have its one root', () => {
    expect(parseCheckpoint(formatCheckpoint({ origin, size: 0, root: EMPTY_ROOT }))).toMatchObject({ size: 0 })
    expect(parseCheckpoint(formatCheckpoint({ ...checkpoint, size: 0 }))).toBeNull()
  })

  test('are refused or the same text again after any change', () => {
    fc.assert(
      fc.property(mutationsOf(TEXT), (mutant) => {
        const parsed = parseCheckpoint(mutant)
        expect(parsed === null || formatCheckpoint(parsed) === mutant).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('signed checkpoints', () => {
  test('are these bytes, each time: one state has one signed text', async () => {
    expect(await signCheckpoint(checkpoint, registrySigner)).toBe(NOTE)
    expect(await openCheckpoint(NOTE, log)).toEqual({ ok: true, value: checkpoint })
  })

  test('are refused from another key, with another size and with no signature', async () => {
    expect(await openCheckpoint(await signCheckpoint(checkpoint, strangeSigner), log)).toMatchObject({
      error: 'unknown-key',
    })
    expect(await openCheckpoint(NOTE.replace('\n3\n', '\n4\n'), log)).toMatchObject({ error: 'bad-signature' })
    expect(await openCheckpoint(TEXT, log)).toMatchObject({ error: 'malformed' })
  })

  test('of another log are refused, though the same key signed them', async () => {
    const other = formatCheckpoint({ ...checkpoint, origin: 'asli.example/other' })
    expect(await openCheckpoint(await signNote(other, origin, registrySigner), log)).toMatchObject({
      error: 'wrong-origin',
    })
  })

  test('are refused where the log’s key signed another text than a checkpoint', async () => {
    const note = await signNote('hello\n', origin, registrySigner)
    expect(await openCheckpoint(note, log)).toMatchObject({ error: 'malformed' })
    const extended = await signNote(`${TEXT}extension\n`, origin, registrySigner)
    expect(await openCheckpoint(extended, log)).toMatchObject({ error: 'malformed' })
  })

  test('of sum.golang.org hold, but name another origin than its key', async () => {
    const golang = await trustInKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')
    const note =
      'go.sum database tree\n15081221\nBoMMe1wd25Tco0mYGROkyqxHZWx+hcSCtMV315Lu6Lg=\n\n' +
      '— sum.golang.org Az3grilD7vQqTrv66jRgKM84Y80KTprrSt4bKmiOPxgmS5ZVBTeCl6dUvjYnN13R+C8j0jGY1WnUADGMkok3U0m2Zgo=\n'
    expect(await openNote(note, [golang])).toMatchObject({ ok: true })
    expect(await openCheckpoint(note, golang)).toEqual({ ok: false, error: 'wrong-origin' })
  })
})
