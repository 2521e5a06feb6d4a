/** Goes through docs/curators.md in a copy of the demo: every command, and between them what is done in an editor. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { openCopy, TODAY } from './desk.ts'
import { EDITED_BEFORE, SLUG, STAND_IN, STEPS } from './guide.ts'
import { type Previewing, runPreview } from './preview-run.ts'

/** Fenced blocks of a Markdown text, by their language, in order. */
export function listBlocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block)
}

/** Step → what stood on the screen. */
export async function runGuide(guide: string, lang: 'en' | 'id'): Promise<Map<string, string>> {
  const copy = openCopy()
  const home = dirname(copy.root)
  const env = { ...process.env, ASLI_TODAY: TODAY }
  const screens = new Map<string, string>()
  try {
    for (const [name, args, answers] of STEPS) {
      if (name === EDITED_BEFORE) edit(home, guide)
      if (name === 'preview') {
        screens.set(name, await lookAt(runPreview([SLUG, '--lang', lang], { cwd: home, env })))
        continue
      }
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [resolve('functions/cli/main.ts'), 'content', ...args, '--lang', lang],
        { cwd: home, env, input: answers.map((answer) => `${answer}\n`).join(''), encoding: 'utf8' },
      )
      screens.set(name, stderr + stdout)
    }
    return screens
  } finally {
    copy.close()
  }
}

/** Opens the first address, then Ctrl-C. The port is another one each time: on the screen stands the guide's. */
async function lookAt(previewing: Previewing): Promise<string> {
  await previewing.until('Ctrl-C')
  const [address = ''] = previewing.said().match(/http:\S+/) ?? []
  const page = await (await fetch(address)).text()
  await previewing.interrupt()
  if (!/not published, not approved|belum dipublikasikan, belum disetujui/.test(page))
    throw new Error(`${address}: ${page}`)
  return previewing.said().replaceAll(previewing.origin(), 'http://127.0.0.1:40125')
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
