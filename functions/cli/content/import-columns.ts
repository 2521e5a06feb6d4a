/** What each column of an office's list is: asked once, and kept beside the table. */
import { existsSync, readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { isPersonalColumn, suggestTarget, TARGETS, type Target } from '#core/catalogue/importing/columns.ts'
import { fieldOf } from '#core/catalogue/importing/field.ts'
import { type Mapping, mappingSchema } from '#core/catalogue/importing/mapping.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { fail, succeed } from '#core/result.ts'
import { plain, Refusal } from '../command.ts'
import { besides } from '../request-file.ts'
import { oneOf, yesOrNo } from './answers.ts'
import type { Desk } from './desk.ts'
import type { Dialogue, Parse } from './dialogue.ts'
import { writeNew } from './write-files.ts'

type Table = { file: string; columns: readonly string[] }

/** Where the answers are kept, so that next year's list is read the same way. */
export function mappingFile(file: string): string {
  return besides(file, '.mapping.yaml')
}

export async function chooseMapping(desk: Desk, dialogue: Dialogue, table: Table): Promise<Mapping> {
  // A column without a name cannot be told from another, and is read by nobody.
  const columns = table.columns.filter((column) => column !== '')
  refuseTwice(desk, { ...table, columns })
  const kept = mappingFile(table.file)
  if (existsSync(kept)) return readMapping(desk, kept, columns)
  dialogue.tell(listChoices())
  const chosen: Record<string, Target> = {}
  for (const column of columns) chosen[column] = await askTarget(dialogue, column, Object.values(chosen))
  const demo = await dialogue.ask(
    { en: 'Is this made-up data for trying the site? (y/n)', id: 'Apakah ini data rekaan untuk mencoba situs? (y/t)' },
    yesOrNo,
  )
  writeNew(kept, stringify({ demo, columns: chosen }))
  return { demo, columns: chosen, words: {} }
}

/** With the number by which each may be answered, too. */
function listChoices(): Sentence {
  const list = (lang: 'en' | 'id') =>
    TARGETS.map((target, at) => {
      const what = target === 'ignore' ? '' : fieldOf(target).question.ask[lang]
      return `${String(at + 1).padStart(4)}  ${target.padEnd(18)}  ${what}`.trimEnd()
    }).join('\n')
  return {
    en: `What a column may be; “ignore” leaves it out:\n${list('en')}`,
    id: `Isi sebuah kolom; “ignore” berarti tidak dibaca:\n${list('id')}`,
  }
}

async function askTarget(dialogue: Dialogue, column: string, taken: readonly Target[]): Promise<Target> {
  const name = plain(column)
  if (isPersonalColumn(column)) {
    dialogue.tell({
      en: `Column “${name}” is left out: it holds personal data, and these files are public.`,
      id: `Kolom “${name}” tidak dibaca: isinya data pribadi, sedangkan berkas di sini terbuka untuk umum.`,
    })
    return 'ignore'
  }
  const likely = suggestTarget(column)
  const suggested = taken.includes(likely) ? 'ignore' : likely
  const byName = oneOf(TARGETS)
  const free: Parse<Target> = (answer) => {
    const parsed = answer === '' ? succeed(suggested) : byName(answer)
    return parsed.ok && parsed.value !== 'ignore' && taken.includes(parsed.value)
      ? fail({ en: `Another column is ${parsed.value} already.`, id: `Sudah ada kolom lain untuk ${parsed.value}.` })
      : parsed
  }
  return dialogue.ask(
    { en: `Column “${name}” is (Enter: ${suggested}):`, id: `Kolom “${name}” berisi (Enter: ${suggested}):` },
    free,
  )
}

/** Of two columns of one name, nobody could say which is meant. */
function refuseTwice({ say }: Desk, { file, columns }: Table): void {
  const twice = columns.find((column, at) => columns.indexOf(column) !== at)
  if (twice === undefined) return
  const name = plain(twice)
  throw new Refusal(
    say({
      en: `${file} names the column “${name}” twice: give one of them another name.`,
      id: `Di ${file} ada dua kolom bernama “${name}”: ganti nama salah satunya.`,
    }),
  )
}

/** What a person may have edited is read as strictly as an answer; a column of personal data stays unread. */
function readMapping({ say }: Desk, file: string, columns: readonly string[]): Mapping {
  const refuse = (why: Sentence) =>
    new Refusal(
      say({
        en: `${file} ${why.en}: mend it, or delete it to be asked again.`,
        id: `${file} ${why.id}: perbaiki, atau hapus supaya ditanyakan lagi.`,
      }),
    )
  const mapping = parseMapping(readFileSync(file, 'utf8'))
  if (!mapping) throw refuse({ en: 'cannot be read', id: 'tidak dapat dibaca' })
  const unknown = columns.find((column) => !isPersonalColumn(column) && !Object.hasOwn(mapping.columns, column))
  if (unknown !== undefined) {
    const name = plain(unknown)
    throw refuse({ en: `has no column “${name}”`, id: `tidak menyebut kolom “${name}”` })
  }
  // Last year's columns may stay in the file.
  const targets = columns.flatMap((column) => mapping.columns[column] ?? 'ignore').filter((one) => one !== 'ignore')
  const twice = targets.find((target, at) => targets.indexOf(target) !== at)
  if (twice !== undefined) throw refuse({ en: `has ${twice} twice`, id: `menyebut ${twice} dua kali` })
  return mapping
}

function parseMapping(text: string): Mapping | undefined {
  try {
    const { columns, ...mapping } = mappingSchema.parse(parse(text))
    const read = Object.entries(columns).filter(([column]) => !isPersonalColumn(column))
    return { ...mapping, columns: Object.fromEntries(read) }
  } catch {
    return undefined
  }
}
