import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCopy } from './desk.ts'

let copy: ReturnType<typeof openCopy>
beforeEach(() => {
  copy = openCopy()
})
afterEach(() => copy.close())

const SLUG = 'batik-tulis-manggur-natural'
const FOLDER = 'complaints/PRD-0001'
const answers = (
  change: Partial<Record<'at' | 'id' | 'en' | 'outcome' | 'curator' | 'tie' | 'write', string>> = {},
) => {
  const { at = '2026-11-15', id = 'Satu tepi luntur.', en = 'One edge bled.', outcome = 'upheld' } = change
  const { curator = 'KUR-DEMO-02', tie = 'n', write = 'y' } = change
  return [at, id, en, outcome, curator, tie, write]
}
const status = async (today = '2026-11-22') =>
  JSON.parse((await copy.call(['status', SLUG, '--json'], [], { ASLI_TODAY: today })).stdout) as Record<string, unknown>

describe('asli content complaint', () => {
  test('writes what became of it, in a form that every rule passes', async () => {
    const { status, stdout, stderr } = copy.run(['complaint', SLUG], answers())
    expect(stderr).toContain('Upheld since 2026-10-05: 1 of 3.')
    expect([status, stdout]).toEqual([
      0,
      `Upheld since 2026-10-05: 1 of 3.\nWritten: ${copy.path(`${FOLDER}/2026-11-22-1.yaml`)}\n`,
    ])
    expect(
      copy.read(`${FOLDER}/2026-11-22-1.yaml`),
    ).toBe(`# yaml-language-server: $schema=../../schemas/complaint.schema.json
product: PRD-0001
receivedAt: 2026-11-15
about: { en: One edge bled., id: Satu tepi luntur. }
outcome: upheld
curators: [KUR-DEMO-02]
decidedAt: 2026-11-22
`)
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
  })

  test('ends the approval with the third, says so first, and the product is examined again', async () => {
    for (const n of [1, 2]) {
      expect((await copy.call(['complaint', SLUG], answers())).stdout).toContain(`${n} of 3.`)
      expect(await status('2026-11-23')).toMatchObject({ state: 'approved', expiresAt: '2028-04-05' })
    }
    expect((await copy.call(['complaint', SLUG], answers({ outcome: 'dismissed' }))).stdout).toContain('2 of 3.')
    const { stdout, stderr } = await copy.call(['complaint', SLUG], answers())
    const ends = 'Upheld since 2026-10-05: 3 of 3. The approval ends on 2026-11-22; after that the product is out of'
    expect(stderr.indexOf(ends)).toBeGreaterThan(0)
    expect(stderr.indexOf(ends)).toBeLessThan(stderr.indexOf('Write it (upheld)?'))
    expect(stdout).toContain(`${FOLDER}/2026-11-22-4.yaml`)
    expect(await status('2026-11-22')).toMatchObject({ state: 'approved', expiresAt: '2026-11-22' })
    expect(await status('2026-11-23')).toMatchObject({ state: 'expired' })
    const on = { ASLI_TODAY: '2026-11-23', ASLI_DEMO_SITE: 'false' }
    expect(await copy.call(['check'], [], on)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /curations\/PRD-0001\/2026-10-05-1\.yaml:\d+ expiresAt CUR-02: It held until 2026-11-22: by then 3 complaints had been upheld\./,
      ),
    })
  })

  test('is not decided by somebody with a tie to the maker, known or told', async () => {
    const told = await copy.call(['complaint', SLUG], answers({ tie: 'y' }))
    expect(told).toMatchObject({ status: 1, stderr: expect.stringContaining('KUR-DEMO-02 has a conflict of interest') })
    const tie = 'coi: [{ maker: canting-manggur-demo, relation: coach }]'
    copy.edit('curators/kur-demo-02.yaml', 'active: true', `active: true\n${tie}`)
    const known = await copy.call(['complaint', SLUG, '--lang', 'id'], answers())
    const sentence = 'KUR-DEMO-02 terkait dengan canting-manggur-demo (pendamping): kurator lain yang memutuskan.'
    expect(known).toMatchObject({ status: 1, stderr: expect.stringContaining(sentence) })
  })

  test.each([
    ['a day to come', { at: '2026-11-23' }, 'That day is after 2026-11-22.'],
    ['a buyer’s number', { en: 'Call 0812-3456-7890.' }, 'Leave it out: everybody can read the record.'],
    ['a curator whom nobody knows', { curator: 'KUR-NOBODY' }, 'It is one of: KUR-DEMO-01, KUR-DEMO-02.'],
    ['a no at the end', { write: 'n' }, 'Nothing was written.'],
  ] as const)('writes nothing after %s', async (_, change, sentence) => {
    const { status, stderr } = await copy.call(['complaint', SLUG], answers(change))
    expect([status, stderr]).toEqual([1, expect.stringContaining(sentence)])
    expect(() => copy.read(`${FOLDER}/2026-11-22-1.yaml`)).toThrow('ENOENT')
  })

  test('of a product without an approval is kept, and counts against none', async () => {
    copy.edit('curations/PRD-0001/2026-10-05-1.yaml', 'decision: approved', 'decision: returned')
    const { status, stdout } = await copy.call(['complaint', SLUG, '--json'], answers())
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ upheld: 0, until: null })])
  })
})
