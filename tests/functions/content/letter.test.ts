import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCopy } from './desk.ts'

const copy = openCopy()
afterAll(() => copy.close())
beforeAll(() => copy.edit('curations/PRD-0001/2026-10-05-1.yaml', 'decision: approved', 'decision: returned'))

const SLUG = 'batik-tulis-manggur-natural'

describe('asli content letter', () => {
  test('prints the letter as text, in Indonesian whatever the person speaks', async () => {
    const { status, stdout } = copy.run(['letter', SLUG, '--text', '--lang', 'en'])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^22 November 2026\n\nKepada Yth\.\nCanting Manggur Demo\n\nPerihal: Hasil kurasi Kain batik tulis Manggur/,
    )
  })

  test('writes a page to print, and replaces one only where that is wanted', async () => {
    const file = copy.path('../surat.html')
    expect(await copy.call(['letter', SLUG, '--out', file])).toMatchObject({ status: 0 })
    const first = readFileSync(file, 'utf8')
    expect(first).toContain('<h2>Yang sudah baik</h2>')
    expect(await copy.call(['letter', SLUG, '--out', file], ['n'])).toMatchObject({ status: 1 })
    expect(await copy.call(['letter', SLUG, '--out', file], ['y'])).toMatchObject({ status: 0 })
    expect(readFileSync(file, 'utf8')).toBe(first)
  })

  test('has nothing to say of a product that was approved, or that nobody examined', async () => {
    expect(await copy.call(['letter', 'robusta-roasted-200g'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('was approved'),
    })
    expect(await copy.call(['letter', 'no-such-thing'])).toMatchObject({ status: 1 })
  })
})
