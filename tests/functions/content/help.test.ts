/** What the tool says of itself, in both languages. */
import { afterAll, describe, expect, test } from 'vitest'
import { content } from '../../../functions/cli/content/content.ts'
import { openCopy } from './desk.ts'

const copy = openCopy()
afterAll(() => copy.close())

const verbs = Object.keys(content.verbs ?? {})

describe('--help', () => {
  test.each([[], ...verbs.map((verb) => [verb])])('is there in both languages: %s', async (...words) => {
    const english = await copy.call([...words, '--help'])
    const indonesian = await copy.call([...words, '--help', '--lang', 'id'])
    expect([english.status, indonesian.status]).toEqual([0, 0])
    const [first, ...others] = indonesian.stdout.trimEnd().split('\n')
    expect(first).toMatch(/^asli content /)
    for (const line of others) if (line.length > 20) expect(english.stdout).not.toContain(line)
    for (const line of [...english.stdout.split('\n'), ...others]) expect(line.length).toBeLessThanOrEqual(130)
  })

  test('names every verb', async () => {
    for (const lang of ['en', 'id']) {
      const { stdout } = await copy.call(['--help', '--lang', lang])
      for (const verb of verbs) expect(stdout).toMatch(new RegExp(`^  ${verb} `, 'm'))
    }
  })

  test('is in the system’s language', async () => {
    const { stdout } = await copy.call(['audit', '-h'], [], { LC_ALL: 'id_ID.UTF-8' })
    expect(stdout).toContain('Menampilkan yang berakhir')
  })

  test('says that a verb comes before its options', async () => {
    expect(await copy.call(['--lang', 'id', 'check'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^“check” ditulis lebih dulu: content check …\. /),
    })
  })

  test('is what a verb that is not there leads to, which is named', async () => {
    expect(await copy.call(['frobnicate'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^There is no “content frobnicate”\. Say what to do with the content: new, /),
    })
    expect((await copy.call(['frobnicate'], [], { LC_ALL: 'id_ID.UTF-8' })).stderr).toMatch(
      /^Tidak ada “content frobnicate”/,
    )
  })
})
