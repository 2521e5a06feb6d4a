/** `npm run schemas`: writes content/schemas/, by which an editor completes and underlines what curators write. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { say } from './say.ts'
import { makeSchemas } from './schemas/make-schemas.ts'

const folder = fileURLToPath(new URL('../content/schemas/', import.meta.url))

mkdirSync(folder, { recursive: true })
for (const [name, text] of makeSchemas()) {
  writeFileSync(`${folder}${name}`, text)
  say(`content/schemas/${name}`)
}
