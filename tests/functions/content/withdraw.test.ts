import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCopy } from './desk.ts'

let copy: ReturnType<typeof openCopy>
beforeEach(() => {
  copy = openCopy()
})
afterEach(() => copy.close())

const SLUG = 'batik-tulis-manggur-natural'
const PRODUCT = `products/${SLUG}/index.md`
const MAKER = 'makers/canting-manggur-demo.yaml'
const state = async () => (JSON.parse((await copy.call(['status', SLUG, '--json'])).stdout) as { state: string }).state

describe('asli content withdraw', () => {
  test('says what goes and what stays, and withdraws one product by its own file', async () => {
    const record = copy.read('curations/PRD-0001/2026-10-05-1.yaml')
    const { status, stderr, stdout } = copy.run(['withdraw', SLUG], ['product', 'maker', 'y'])
    expect([status, stdout]).toEqual([0, expect.stringContaining(copy.path(PRODUCT))])
    expect(stderr).toMatch(/What goes, .*\nWhat stays: certificates that were signed/)
    expect(copy.read(PRODUCT)).toContain('\nwithdrawn: { at: 2026-11-22, by: maker }\n---\n\nProbolinggo calls itself')
    expect(copy.read('curations/PRD-0001/2026-10-05-1.yaml')).toBe(record)
    expect(await state()).toBe('withdrawn')
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
    expect(await copy.call(['withdraw', SLUG], ['product', 'maker', 'y'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('was withdrawn on 2026-11-22'),
    })
    expect(await copy.call(['curate', SLUG])).toMatchObject({ status: 1 })
  })

  test('says how a product comes back, and it does', async () => {
    await copy.call(['withdraw', SLUG], ['product', 'maker', 'y'])
    const mend = `When it is wanted back, take withdrawn: out of content/${PRODUCT}.`
    expect((await copy.call(['status', SLUG])).stdout).toContain(mend)
    expect((await copy.call(['curate', SLUG])).stderr).toContain(mend)
    copy.edit(PRODUCT, /\nwithdrawn: .*/, '')
    expect(await state()).toBe('approved')
  })

  test('takes a maker’s consent, and the names of people with it, out of the maker’s file', async () => {
    const { status, stdout } = await copy.call(['withdraw', SLUG, '--lang', 'id'], ['maker', 'y'])
    expect([status, stdout]).toEqual([0, expect.stringContaining('3 x 24 jam')])
    expect(copy.read(MAKER)).toContain('active: false')
    expect(copy.read(MAKER)).not.toMatch(/consentRef|Demo Artisan/)
    expect(await state()).toBe('withdrawn')
    expect(await copy.call(['withdraw', SLUG], ['maker', 'y'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('canting-manggur-demo was withdrawn already.'),
    })
  })

  test('changes nothing where the answer is no, or the answers end', async () => {
    const before = copy.read(PRODUCT)
    expect(await copy.call(['withdraw', SLUG], ['product', 'curators', 'n'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Nothing was changed.'),
    })
    expect(await copy.call(['withdraw', SLUG], ['product'])).toMatchObject({ status: 1 })
    expect(copy.read(PRODUCT)).toBe(before)
  })
})
