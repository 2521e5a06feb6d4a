import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCopy } from './desk.ts'

let copy: ReturnType<typeof openCopy>
beforeEach(() => {
  copy = openCopy()
})
afterEach(() => copy.close())

const CLOTH = 'products/batik-tulis-manggur-natural/index.md'

describe('asli content status', () => {
  test('lists every product with its state', async () => {
    const { status, stdout } = copy.run(['status'])
    expect(status).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(10)
    expect(stdout).toMatch(/^PRD-0001 {2}batik-tulis-manggur-natural +approved, until 2028-04-05$/m)
  })

  test('tells in which order what waits is examined', async () => {
    copy.edit(CLOTH, 'arealMass: 118', 'arealMass: 119')
    const { stdout } = await copy.call(['status'])
    expect(stdout).toMatch(
      /\n\nWaiting for curators, by cluster, the oldest first:\n {2}batik-probolinggo: batik-tulis-/,
    )
    const asJson = JSON.parse((await copy.call(['status', '--json'])).stdout) as { queue: unknown }
    expect(asJson.queue).toEqual([{ cluster: 'batik-probolinggo', products: ['batik-tulis-manggur-natural'] }])
  })

  test('names what is missing of a broken product, at its line, with the mend', async () => {
    copy.edit(CLOTH, 'moq: 5\n', '')
    const { status, stdout } = await copy.call(['status', 'batik-tulis-manggur-natural'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^PRD-0001 {2}batik-tulis-manggur-natural: draft, \d of 6 steps open$/m)
    expect(stdout).toMatch(/\[ \] Fields are complete and break no rule\n {6}Mend the one error below\./)
    expect(stdout).toMatch(/index\.md:3 moq FORM-01: The field “moq” is missing\. Correct the field\./)
  })

  test('says of each step whether it is done, and at the end what comes next', async () => {
    copy.edit(CLOTH, /^ {2}ja: .*\n/m, '')
    copy.edit(CLOTH, 'arealMass: 118', 'arealMass: 119')
    const { stdout } = await copy.call(['status', 'batik-tulis-manggur-natural'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toBe('PRD-0001  batik-tulis-manggur-natural: superseded')
    expect(lines.filter((line) => line.startsWith('  [x] '))).toHaveLength(5)
    expect(lines.filter((line) => line.startsWith('  [ ] '))).toEqual([
      '  [ ] Two curators approved it, and that holds',
    ])
    expect(stdout).toMatch(/index\.md:\d+ name\.ja warning I18N-02: There is no name in Japanese\./)
    expect(lines.at(-1)).toBe(
      'Its specification is not the one that was approved: undo the change, or content curate batik-tulis-manggur-natural.',
    )
    const all = (await copy.call(['status'])).stdout
    expect(all).toMatch(/^PRD-0001 {2}batik-tulis-manggur-natural +superseded$/m)
    expect((await copy.call(['status', '--lang', 'id'])).stdout).toMatch(/ disetujui, sampai 2028-04-06$/m)
  })

  test('sends nobody to the curators for a complaint that cannot be read: that is mended first', async () => {
    copy.write('complaints/PRD-0001/2026-11-20-1.yaml', 'product: PRD-0001\n')
    const { stdout } = await copy.call(['status', 'batik-tulis-manggur-natural'])
    expect(stdout).toContain('      Mend the errors in its records and complaints below.\n')
    expect(stdout).toContain('complaints/PRD-0001/2026-11-20-1.yaml:1 about FORM-01: ')
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Mend what is listed.')
    expect(stdout).not.toContain('content curate')
  })

  test('follows the files from approval to expiry, edit and withdrawal', async () => {
    const state = async (change = {}) =>
      (
        JSON.parse((await copy.call(['status', 'batik-tulis-manggur-natural', '--json'], [], change)).stdout) as {
          state: string
        }
      ).state
    expect(await state()).toBe('approved')
    expect(await state({ ASLI_TODAY: '2028-04-06' })).toBe('expired')
    copy.edit(CLOTH, 'arealMass: 118', 'arealMass: 119')
    expect(await state()).toBe('superseded')
    copy.edit(CLOTH, 'hsStatus: declared', 'hsStatus: declared\nwithdrawn: { at: 2026-11-20, by: maker }')
    expect(await state()).toBe('withdrawn')
  })

  test('speaks Indonesian where the person does', async () => {
    copy.edit(CLOTH, 'moq: 5\n', '')
    const asked = (await copy.call(['status', 'batik-tulis-manggur-natural', '--lang', 'id'])).stdout
    expect(asked).toMatch(/draf, \d dari 6 langkah belum selesai/)
    expect((await copy.call(['status', 'batik-tulis-manggur-natural'], [], { LC_ALL: 'id_ID.UTF-8' })).stdout).toBe(
      asked,
    )
  })

  test('knows a product by the name of its folder, the path that a shell completes, and its id', async () => {
    const asked = async (named: string) => (await copy.call(['status', named])).stdout
    const cloth = await asked('batik-tulis-manggur-natural')
    for (const named of [CLOTH, CLOTH.replace('index.md', ''), `content/${CLOTH}`, 'PRD-0001', 'prd-0001'])
      expect(await asked(named), named).toBe(cloth)
    copy.edit(CLOTH, 'moq: 5\n', '')
    expect(await asked('PRD-0001')).toMatch(/^PRD-0001 {2}batik-tulis-manggur-natural: draft/)
  })

  test('refuses a product that is not there, and says what it is used for', async () => {
    expect(await copy.call(['status', 'no-such-thing'])).toMatchObject({ status: 1, stdout: '' })
    expect(await copy.call(['status', '--lang', 'fr'])).toMatchObject({
      status: 2,
      stderr: 'There is no language “fr”: en or id.\n',
    })
    expect(await copy.call(['status', '--content', '/nowhere'])).toMatchObject({ status: 2 })
    expect((await copy.call(['status', '--help'])).stdout).toMatch(/^asli content status \[SLUG\]/)
    expect(await copy.call([])).toMatchObject({ status: 2 })
  })
})
