import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openCopy } from './desk.ts'

let copy: ReturnType<typeof openCopy>
beforeEach(() => {
  copy = openCopy()
  rmSync(copy.path('curations/PRD-0001'), { recursive: true })
})
afterEach(() => copy.close())

const SLUG = 'batik-tulis-manggur-natural'
const RECORD = 'curations/PRD-0001/2026-11-22-1.yaml'
const OPEN = 'curations/PRD-0001/.examination.yaml'

const sample = ['S-2026-101', '2026-11-10']
/** Points for the six criteria; a note to the first of them. */
const scores = (...points: number[]) =>
  points.flatMap((one, at) => (at === 0 ? [`${one}`, 'Garis rata.', 'Even lines.'] : [`${one}`, '']))
const good = scores(22, 13, 16, 13, 12, 7)
const first = ['KUR-DEMO-01', 'n', ...good]
const second = ['KUR-DEMO-02', 'n', ...scores(21, 13, 16, 13, 12, 7)]
/** nib, technique, safety, child labor: what does not apply to cloth is not asked. */
const agreed = ['2026-11-09', 'owner', 'y', 'y', 'y', 'y']
/** With no evidence that is kept. */
const consented = [...agreed, '']
const notes = ['Garis malam rata di kedua sisi.', 'Even wax lines on both faces.']
const curate = (answers: string[], change = {}) => copy.call(['curate', SLUG], answers, change)
const state = async () => (JSON.parse((await copy.call(['status', SLUG, '--json'])).stdout) as { state: string }).state

describe('asli content curate', () => {
  test('writes the record of two curators, which publishes the product and breaks no rule', async () => {
    expect(await state()).toBe('submitted')
    const answers = [...sample, ...first, ...second, ...consented, ...notes, 'y']
    const { status, stdout, stderr } = copy.run(['curate', SLUG], answers)
    expect(stdout).toBe(`Total 82.5 of 100, grade B: approved.\nWritten: ${copy.path(RECORD)}\n`)
    expect(status).toBe(0)
    expect(stderr).toContain('  25  As described in every point that was measured, without a fault.')
    expect(copy.read(RECORD)).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/curation\.schema\.json\nid: /,
    )
    expect(parse(copy.read(RECORD))).toMatchObject({
      id: 'CUR-2026-0011',
      subjectHash: 'sha256:cd1e407be375e23c9540039e2e9804f99233cf09d11e4434340c8780f26530bb',
      curators: ['KUR-DEMO-01', 'KUR-DEMO-02'],
      scores: { 'KUR-DEMO-01': { product: { points: 22, note: { en: 'Even lines.', id: 'Garis rata.' } } } },
      gates: { halal: 'not-applicable', consent: 'pass', technique: 'pass' },
      decision: 'approved',
      decidedAt: '2026-11-22',
      expiresAt: '2028-05-22',
    })
    expect(await state()).toBe('approved')
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
    expect(() => copy.read(OPEN)).toThrow()
  })

  test('writes down what is kept as evidence: a file by its SHA-256, or a SHA-256 that is typed', async () => {
    const photo = copy.path(`products/${SLUG}/images/detail.webp`)
    const sha256 = createHash('sha256').update(readFileSync(photo)).digest('hex')
    const typed = 'AB'.repeat(32)
    const evidence = [photo, 'sample-photo', 'y', typed, 'test-report', 'n', '']
    expect(await curate([...sample, ...first, ...second, ...agreed, ...evidence, ...notes, 'y'])).toMatchObject({
      status: 0,
    })
    expect(parse(copy.read(RECORD)).evidence).toEqual([
      { kind: 'sample-photo', sha256, private: false },
      { kind: 'test-report', sha256: typed.toLowerCase(), private: true },
    ])
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
  })

  test.each([
    ['a file that is not there', ['no-such.webp'], /There is no file no-such\.webp here/],
    ['the same evidence twice', ['0'.repeat(64), 'document', 'n', '0'.repeat(64)], /named already/],
    ['a name that is too long for any file', ['x'.repeat(300)], /There is no file x+ here that can be read/],
    ['a folder', ['.'], /There is no file \. here that can be read/],
    ['a kind that there is none of', ['0'.repeat(64), 'video'], /It is one of: sample-photo, /],
  ])('refuses %s as evidence', async (_, answers, sentence) => {
    const { status, stderr } = await curate([...sample, ...first, ...second, ...agreed, ...answers])
    expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)])
  })

  test('asks nothing about a product of which an attestation has ended: an approval would end with it', async () => {
    const file = 'products/cassava-chips-balado-100g/index.md'
    const ended = copy.read(file).replace('7153513000000-31', '7153513000000-26')
    copy.write(file, ended.replace('expires: 2031-12-31', 'expires: 2026-10-31'))
    const { status, stderr } = await copy.call(['curate', 'cassava-chips-balado-100g'], [])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/spp-irt ended on 2026-10-31: renew it/)])
  })

  test('takes a note in Indonesian alone: the maker reads it, and somebody else may translate it', async () => {
    const untranslated = first.map((answer) => (answer === 'Even lines.' ? '' : answer))
    expect(await curate([...sample, ...untranslated, ...second, ...consented, ...notes, 'y'])).toMatchObject({
      status: 0,
    })
    expect(parse(copy.read(RECORD)).scores['KUR-DEMO-01'].product).toEqual({ points: 22, note: { id: 'Garis rata.' } })
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
  })

  test('keeps what the first curator found, and lets the second go on later', async () => {
    expect((await curate([...sample, ...first, ''])).stdout).toMatch(/^Kept: the points of KUR-DEMO-01\./)
    expect(await state()).toBe('in-curation')
    expect((await copy.call(['status', SLUG])).stdout).toContain('The examination is not closed yet: content curate')
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
    const { status, stderr } = await curate([...second, ...consented, ...notes, 'y'])
    expect(stderr).toMatch(/^The examination goes on after KUR-DEMO-01\./)
    expect(status).toBe(0)
    expect(await state()).toBe('approved')
  })

  test('keeps each criterion as it is answered, whoever breaks off, and asks for the rest alone', async () => {
    const until = 2 + 3 + 1
    const broken = await curate([...sample, ...first.slice(0, until)])
    expect(broken).toMatchObject({ status: 1, stderr: expect.stringMatching(/Broken off: /) })
    const kept = () => parse(copy.read(OPEN)) as { scores: object; unfinished: Record<string, object> }
    expect(Object.keys(kept().unfinished['KUR-DEMO-01'] ?? {})).toEqual(['product'])
    expect(await state()).toBe('in-curation')
    const criteria = first.slice(2 + 3)
    const { stderr, stdout } = await curate(['KUR-DEMO-01', 'n', ...criteria, ''])
    expect(stderr).toMatch(/^The examination goes on; KUR-DEMO-01 is not through yet\./)
    expect(stderr).not.toContain('Product quality')
    expect(stdout).toMatch(/^Kept: the points of KUR-DEMO-01\./)
    expect(kept().unfinished).toEqual({})
    await curate([...second, ...consented, ...notes, 'y'])
    const { scores } = parse(copy.read(RECORD)) as { scores: Record<string, { product: { points: number } }> }
    expect(scores['KUR-DEMO-01']?.product.points).toBe(22)
    expect(await state()).toBe('approved')
  })

  test('asks for a third curator where the two are more than ten points apart', async () => {
    const low = ['KUR-DEMO-02', 'n', ...scores(11, 13, 16, 13, 12, 7)]
    const { stdout, stderr } = await curate([...sample, ...first, ...low, ''])
    expect(stderr).toContain('The two are 11 points apart: a third curator examines it.')
    expect(stdout).toMatch(/^Kept: the points of KUR-DEMO-01, KUR-DEMO-02\./)
    const third = copy
      .read('curators/kur-demo-02.yaml')
      .replaceAll('KUR-DEMO-02', 'KUR-DEMO-03')
      .replace('Curator B', 'Curator C')
    copy.write('curators/kur-demo-03.yaml', third)
    expect((await curate(['KUR-DEMO-03', 'n', ...good, ...consented, ...notes, 'y'])).stdout).toMatch(
      /^Total 79\.3 of 100, grade B/,
    )
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
  })

  test('asks what has to be mended, and by when, where the product passes on conditions', async () => {
    const weak = (id: string) => [id, 'n', ...scores(22, 13, 16, 13, 12, 5)]
    const condition = ['Catat pesanan ulang.', 'Keep a record of repeat orders.', '2027-02-28', 'n']
    const { stdout } = await curate([
      ...sample,
      ...weak('KUR-DEMO-01'),
      ...weak('KUR-DEMO-02'),
      ...consented,
      ...condition,
      ...notes,
      'y',
    ])
    expect(stdout).toMatch(/^Total 81 of 100, grade B: conditional\.\n {2}Capacity and market record: 5 of 10 points/)
    expect(parse(copy.read(RECORD)).conditions).toEqual([
      { text: { en: 'Keep a record of repeat orders.', id: 'Catat pesanan ulang.' }, dueAt: '2027-02-28' },
    ])
    expect(await state()).toBe('conditional')
  })

  test('returns a product that fails a gate, whatever its points, and says what the public is told', async () => {
    const failed = ['2026-11-09', 'representative', 'y', 'y', 'n', 'y', '']
    const { stdout } = await curate([...sample, ...first, ...second, ...failed, ...notes, 'y'])
    expect(stdout).toMatch(/^Total 82\.5 of 100, grade B: returned\.\n {2}Gate not passed: Safe to use\.\nWritten: /)
    expect(parse(copy.read(RECORD))).toMatchObject({
      gates: { safety: 'fail', nib: 'pass', technique: 'pass', childLabour: 'pass', consent: 'pass' },
      producerConsent: { at: '2026-11-09', by: 'representative' },
      notesPublic: { en: 'Even wax lines on both faces.', id: 'Garis malam rata di kedua sisi.' },
      coi: { 'KUR-DEMO-01': 'none', 'KUR-DEMO-02': 'none' },
      sampleCode: 'S-2026-101',
      sampleReceivedAt: '2026-11-10',
    })
    expect(await state()).toBe('returned')
  })

  test('examines anew what was changed in between, and the next record takes the place of the last', async () => {
    await curate([...sample, ...first, ''])
    copy.edit(`products/${SLUG}/index.md`, 'arealMass: 118', 'arealMass: 119')
    const again = await curate([...sample, ...first, ...second, ...consented, ...notes, 'y'])
    expect(again.stderr).toMatch(/^The product was changed: it is examined anew\./)
    expect(again.status).toBe(0)
    expect(parse(copy.read(RECORD))).not.toHaveProperty('supersedes')
    const next = await curate([...sample, ...first, ...second, ...consented, ...notes, 'y'], {
      ASLI_TODAY: '2026-11-23',
    })
    expect(next.status).toBe(0)
    expect(parse(copy.read('curations/PRD-0001/2026-11-23-1.yaml'))).toMatchObject({
      id: 'CUR-2026-0012',
      supersedes: 'CUR-2026-0011',
    })
    expect(await copy.call(['check', copy.root])).toMatchObject({ status: 0 })
  })

  test('returns a product whose producer did not agree', async () => {
    const { stdout } = await curate([...sample, ...first, ...second, '', 'y', 'y', 'y', 'y', '', ...notes, 'y'])
    expect(stdout).toMatch(/: returned\.\n {2}Gate not passed: Consent of the producer\./)
    expect(parse(copy.read(RECORD)).gates.consent).toBe('fail')
  })

  test('says of an approved product that it is, before anything is asked', async () => {
    const { stderr } = await copy.call(['curate', 'robusta-roasted-200g', '--lang', 'id'])
    expect(stderr).toMatch(
      /^robusta-roasted-200g disetujui sampai 2027-10-10: catatan baru akan menggantikannya\.\nKode/,
    )
  })

  test('writes no record when the answers end, or the last one is no', async () => {
    expect(await curate([...sample, ...first, ...second, ...consented])).toMatchObject({ status: 1, stdout: '' })
    expect(await curate([...consented, ...notes, 'n'])).toMatchObject({ status: 1 })
    expect(() => copy.read(RECORD)).toThrow()
    expect(await curate([...consented, ...notes, 'y'])).toMatchObject({ status: 0 })
  })

  test.each([
    ['the same curator twice', [...sample, ...first, 'KUR-DEMO-01'], {}, /examines it already/],
    ['one with a declared conflict', [...sample, 'KUR-DEMO-01', 'y'], {}, /has a conflict of interest/],
    [
      'one whose certificate has run out',
      ['S-1', '2026-11-10', 'KUR-DEMO-01'],
      { ASLI_TODAY: '2028-03-10' },
      /not on 2028-03-10/,
    ],
    ['one whom nobody knows', [...sample, 'KUR-NOBODY'], {}, /It is one of: KUR-DEMO-01, KUR-DEMO-02/],
    ['more points than there are', [...sample, 'KUR-DEMO-01', 'n', '26'], {}, /Points are 0 to 25/],
    ['a sample of tomorrow', ['S-1', '2026-11-23'], {}, /after 2026-11-22/],
  ])('refuses %s', async (_, answers, change, sentence) => {
    const { status, stderr, stdout } = await curate(answers, change)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
  })

  const phone = 'Hubungi 0812 3456 7890.'
  test.each([
    ['the sample', [phone]],
    ['a criterion', [...sample, 'KUR-DEMO-01', 'n', '22', phone]],
    ['the whole', [...sample, ...first, ...second, ...consented, phone]],
  ])('takes no note on %s that holds personal data', async (_, answers) => {
    const { status, stderr } = await curate(answers)
    expect([status, stderr]).toEqual([1, expect.stringContaining('This holds a phone number. Leave it out:')])
  })

  test('says where points are kept that cannot be read, and leaves them as they are', async () => {
    const torn = 'scores: {{'
    copy.write(OPEN, torn)
    const { status, stderr } = await curate([...sample, ...first, ''])
    expect([status, stderr]).toEqual([
      1,
      `${copy.path(OPEN)} cannot be read: mend it, or delete it to examine the product anew.\n`,
    ])
    expect(copy.read(OPEN)).toBe(torn)
  })

  test('does not put before curators what is not complete', async () => {
    copy.edit(`products/${SLUG}/index.md`, 'moq: 5\n', '')
    expect(await curate([])).toMatchObject({ status: 1, stderr: expect.stringMatching(/cannot be read yet/) })
    copy.edit(`products/${SLUG}/index.md`, 'hsStatus: declared', 'moq: 5\nhsStatus: declared')
    copy.edit('makers/canting-manggur-demo.yaml', /^consentRef: .*\n/m, '')
    const { stderr } = await curate([])
    expect(stderr).toMatch(/is not complete yet: asli content status/)
    expect(stderr).toMatch(
      /Have the owner sign, and write consentRef into content\/makers\/canting-manggur-demo\.yaml\./,
    )
    expect(await copy.call(['curate', 'nothing-here'])).toMatchObject({ status: 1 })
    expect(await copy.call(['curate'])).toMatchObject({ status: 2 })
  })
})
