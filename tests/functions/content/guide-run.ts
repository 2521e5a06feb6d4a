/** Goes through docs/curators.md in a copy of the demo: every command, and between them what is done in an editor. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { openCopy, TODAY } from './desk.ts'
import { EDITED_BEFORE, SLUG, STAND_IN, STEPS } from './guide.ts'

/** Fenced blocks of a Markdown text, by their language, in order. */
export function listBlocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block)
}

/** Step → what stood on the screen. */
export function runGuide(guide: string, lang: 'en' | 'id'): Map<string, string> {
  const copy = openCopy()
  const home = dirname(copy.root)
  try {
    return new Map(
      STEPS.map(([name, args, answers]) => {
        if (name === EDITED_BEFORE) edit(home, guide)
        const { stdout, stderr } = spawnSync(
          process.execPath,
          [resolve('functions/cli/main.ts'), 'content', ...args, '--lang', lang],
          {
            cwd: home,
            env: { ...process.env, ASLI_TODAY: TODAY },
            input: answers.map((answer) => `${answer}\n`).join(''),
            encoding: 'utf8',
          },
        )
        return [name, stderr + stdout]
      }),
    )
  } finally {
    copy.close()
  }
}

/** The comments go, the guide's fields and stories come, and three pictures stand in. */
function edit(home: string, guide: string): void {
  const folder = join(home, 'content/products', SLUG)
  const [fields = ''] = listBlocks(guide, 'yaml')
  const [english = '', indonesian = ''] = listBlocks(guide, 'markdown')
  const index = join(folder, 'index.md')
  const kept = readFileSync(index, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\n---\n$/, '\n')
  writeFileSync(index, `${kept}${fields}---\n\n${english}`)
  writeFileSync(join(folder, 'index.id.md'), indonesian)
  mkdirSync(join(folder, 'images'), { recursive: true })
  cpSync(join(home, 'content/products', STAND_IN, 'images'), join(folder, 'images'), { recursive: true })
}
