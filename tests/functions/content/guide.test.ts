import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { STEPS } from './guide.ts'
import { listBlocks, runGuide } from './guide-run.ts'

describe.each([
  ['docs/curators.md', 'en'],
  ['docs/curators.id.md', 'id'],
] as const)('%s', (file, lang) => {
  const guide = readFileSync(file, 'utf8')

  test('leads from nothing to an approved product, and shows what stands on the screen', {
    timeout: 300_000,
  }, async () => {
    const screens = await runGuide(guide, lang)
    expect(screens.get('approved')).toMatch(
      lang === 'en' ? /: approved, until 2028-05-22/ : /: disetujui, sampai 2028-05-22/,
    )
    const said = new Set([...screens.values()].flatMap((screen) => screen.split('\n').map((line) => line.trimEnd())))
    const shown = listBlocks(guide, 'text').flatMap((block) => block.trimEnd().split('\n'))
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.filter((line) => line !== '…' && !said.has(line))).toEqual([])
  })

  test('names every command that the steps run', () => {
    const commands = listBlocks(guide, 'sh').flatMap((block) => block.trimEnd().split('\n'))
    for (const [, args] of STEPS) {
      const command = `npm run asli -- content ${args.join(' ')}${lang === 'id' ? ' --lang id' : ''}`
      expect(commands).toContain(command)
    }
  })
})
