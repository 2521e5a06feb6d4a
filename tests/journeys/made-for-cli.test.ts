/** What the command line says of a customer's name: misuse at its place, links that open nothing, and an erasure. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { issueSealed, type Sealed } from '../support/sealed.ts'
import { issue, plain, type TestWorker } from '../support/worker.ts'

const NAME = 'Ibu Sari Wulandari'
const place = openFolder()
let worker: TestWorker
let owned: Sealed
beforeAll(async () => {
  worker = await openBuiltWorker()
  owned = await issueSealed(worker, NAME)
})
afterAll(async () => {
  await worker.close()
  place.close()
})

const asli = (...args: string[]) =>
  runAsliAsync({ ...place.env, ASLI_ORIGIN: worker.origin, ASLI_TOKEN: worker.maker }, ...args)
const path = (name: string) => join(place.folder, name)
const write = (name: string, text: string) => {
  writeFileSync(path(name), text)
  return path(name)
}
const pieceOf = (design: string, madeFor: string) => `kind: piece
product: batik-tulis-manggur-natural
design: { id: ${design}, name: Kawung, exclusivity: exclusive }
madeOn: 2026-11-02
soldOn: 2026-11-14
${madeFor}
`
const header = 'product,design.id,design.name,design.exclusivity,madeOn,soldOn,madeFor.mode,madeFor.name,customerRef'
const rowOf = (design: string, rest: string) =>
  `batik-tulis-manggur-natural,${design},Kawung,exclusive,2026-11-02,2026-11-14,${rest}`

describe('a name in a file', () => {
  test.each([
    [
      'with mode none',
      'madeFor:\n  mode: none\n  name: Ibu Sari',
      /bad\.yaml:8 madeFor\.name is given with mode none, for nobody/,
    ],
    ['that is empty', 'madeFor: { mode: private, name: "" }', /bad\.yaml:6 madeFor\.name is empty/],
    ['of no value', 'madeFor:\n  mode: private\n  name:\n', /bad\.yaml:8 madeFor\.name is empty/],
    ['that is a number', 'madeFor: { name: 0812 }', /bad\.yaml:6 madeFor\.name must be text: put the name in quotes/],
    ['on two lines', 'madeFor: { name: "Sari\\nDewi" }', /bad\.yaml:6 madeFor\.name must be on one line/],
    [
      'in a field of its own',
      'customer: Ibu Sari',
      /bad\.yaml:6 customer is not a field here, and was not sent: .* madeFor\.name/,
    ],
    [
      'in a misspelt field',
      'madeFor: { mode: private, nama: Ibu Sari }',
      /bad\.yaml:6 madeFor\.nama is not a field here/,
    ],
  ])('%s is refused at its line, before anything is sent or written', async (_, madeFor, sentence) => {
    const nowhere = { ...place.env, ASLI_ORIGIN: 'http://127.0.0.1:9', ASLI_TOKEN: 'x' }
    const { status, stdout, stderr } = await runAsliAsync(nowhere, 'issue', write('bad.yaml', pieceOf('bad', madeFor)))
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(sentence)])
    expect(stderr).toMatch(/^A field does not fit, so nothing was sent\.\n/)
    expect(stderr).not.toMatch(/Sari|0812|\n\s+at /)
    expect(existsSync(path('bad.asli.json'))).toBe(false)
  })

  test('that cannot be sealed is refused with every other row of its table, by line and column', async () => {
    const rows = [
      rowOf('a', 'private,Ibu Sari,C-1'),
      rowOf('b', 'none,Ibu Dewi,'),
      rowOf('c', `private,${'x'.repeat(201)},`),
    ]
    const file = write('bad.csv', [header, ...rows].join('\n'))
    const { status, stderr } = await asli('issue', file)
    expect([status, stderr.trim().split('\n')]).toEqual([
      1,
      [
        '2 rows do not pass, so nothing was issued.',
        `  ${file}:3 column “madeFor.name” is given with mode none, for nobody: say mode: private, or take the name out`,
        `  ${file}:4 column “madeFor.name” has more than 200 characters: write the name alone`,
      ],
    ])
  })

  test('is checked by a dry run, which writes nothing down', async () => {
    const file = write('dry.yaml', pieceOf('dry', `madeFor: { name: ${NAME} }`))
    expect((await asli('issue', file, '--dry-run')).stdout).toBe('Nothing to refuse; nothing was issued.\n')
    expect(existsSync(path('dry.asli.json'))).toBe(false)
  })

  test('that is changed is another request, and a reference that is a name is the registry’s to refuse', async () => {
    const file = write('changed.yaml', pieceOf('changed', 'madeFor: { name: Ibu Sari }'))
    const first = await asli('issue', file, '--json')
    const { code, owner, card } = JSON.parse(first.stdout) as Record<string, string>
    expect(owner).toMatch(/#o=[0-9A-Z]{26}$/)
    expect(card).toMatch(/&paper=fold#o=[0-9A-Z]{12}\.[0-9A-Z]{26}$/)
    const changed = await asli('issue', write('changed.yaml', pieceOf('changed', 'madeFor: { name: Ibu Dewi }')))
    expect([changed.status, changed.stderr]).toEqual([
      1,
      expect.stringContaining(`Certificate ${code} for this exclusive`),
    ])
    const named = pieceOf('named', 'customerRef: Ibu Sari')
    expect((await asli('issue', write('named.yaml', named))).stderr).toMatch(
      /named\.yaml:6 customerRef must be a reference/,
    )
  })

  test('goes with a correction, which has a link of its own', async () => {
    const first = await asli('issue', write('wrong.yaml', pieceOf('wrong', 'madeFor: { name: Ibu Sri }')), '--json')
    const { code, owner } = JSON.parse(first.stdout) as Record<string, string>
    const right = write('right.yaml', pieceOf('wrong', 'madeFor: { name: Ibu Sari }'))
    const second = await asli('supersede', code ?? '', right, '--reason', 'data-error', '--json')
    const corrected = JSON.parse(second.stdout) as Record<string, string>
    expect([second.status, corrected.owner === owner]).toEqual([0, false])
    expect((await asli('verify', corrected.owner ?? '')).stdout).toContain('Made for Ibu Sari: ')
    // The earlier record stays readable, and so does its link.
    const earlier = await asli('verify', owner ?? '', '--json')
    expect(JSON.parse(earlier.stdout)).toMatchObject({ verdict: 'superseded', madeFor: { name: 'Ibu Sri' } })
    expect(readFileSync(path('right.asli.json'), 'utf8')).not.toContain('Sari')
  })
})

describe('asli verify of an owner’s link', () => {
  const verify = async (link: string) => {
    const { status, stdout } = await asli('verify', link, '--json')
    return { status, ...(JSON.parse(stdout) as { verdict: string; madeFor: { status: string } | null }) }
  }

  test('opens the name, and says so in a line and in JSON', async () => {
    const { status, stdout } = await asli('verify', owned.owner)
    expect([status, stdout.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      `Made for ${NAME}: the owner’s link opens the name, and it is the one that was signed.`,
    ])
    expect(await verify(owned.owner.replace('/v/', '/id/v/'))).toMatchObject({
      status: 0,
      madeFor: { status: 'opened', name: NAME },
    })
    expect(await verify(owned.owner.replace(/#.*/, ''))).toMatchObject({ status: 0, madeFor: null })
  })

  test('writes no control character of a name to the terminal', async () => {
    const { owner } = await issueSealed(worker, 'Keluarga 👨‍👩‍👧 Ketut')
    expect((await asli('verify', owner)).stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  test('that is cut is misuse, and is not repeated', async () => {
    for (const link of [owned.owner.slice(0, -1), owned.owner.replace(/#o=.*/, '#o=')]) {
      const { status, stdout, stderr } = await asli('verify', link)
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^The owner’s link is cut or mistyped: /)])
      expect(stderr).not.toContain(new URL(owned.owner).hash.slice(3, 12))
    }
  })

  test('of another piece opens nothing, and of one where nothing was sealed neither', async () => {
    const other = await issueSealed(worker, 'Pak Joko')
    const mixed = owned.owner.replace(/#.*/, new URL(other.owner).hash)
    expect(await verify(mixed)).toMatchObject({ status: 1, verdict: 'valid', madeFor: { status: 'wrong-secret' } })
    const nameless = plain((await issue(worker)).code)
    const linked = `${worker.origin}/v/${nameless}${new URL(other.owner).hash}`
    expect(await verify(linked)).toMatchObject({ status: 1, verdict: 'valid', madeFor: { status: 'nothing-sealed' } })
  })

  test('shows no name of a certificate that was withdrawn, nor one that was erased', async () => {
    const gone = await issueSealed(worker, 'Ibu Tini')
    await asli('revoke', gone.code, '--reason', 'returned')
    const revoked = await asli('verify', gone.owner, '--json')
    expect(revoked.stdout).not.toContain('Tini')
    expect(JSON.parse(revoked.stdout)).toMatchObject({ verdict: 'revoked', madeFor: { status: 'not-opened' } })
    const erased = await issueSealed(worker, 'Ibu Rini')
    await asli('erase', erased.code)
    expect(await verify(erased.owner)).toMatchObject({
      status: 0,
      verdict: 'valid',
      madeFor: { status: 'erased', at: expect.stringMatching(/Z$/) },
    })
  })
})

describe('asli erase', () => {
  test('tells in its help what it does and does not do', async () => {
    const { stdout } = await asli('erase', '--help')
    for (const words of ['the sealed name', 'customerRef', 'does not withdraw', 'This cannot be undone'])
      expect(stdout).toContain(words)
  })

  test('is done once, and of nothing that was never kept', async () => {
    const { code } = await issueSealed(worker, 'Ibu Lina', { customerRef: 'C-0012' })
    const first = await asli('erase', code, '--json')
    expect([first.status, JSON.parse(first.stdout)]).toEqual([
      0,
      { code: expect.any(String), verdict: 'valid', act: 'subject-erased', at: expect.any(String) },
    ])
    expect((await asli('erase', code, '--json')).stdout).toBe(first.stdout)
    const nameless = await asli('erase', (await issue(worker)).code)
    expect([nameless.status, nameless.stderr]).toEqual([
      1,
      expect.stringContaining('Nothing is kept here of the customer'),
    ])
    const mistyped = await asli('erase', 'XYZ')
    expect([mistyped.status, mistyped.stderr]).toEqual([2, expect.stringContaining('“XYZ” is no code')])
  })
})
