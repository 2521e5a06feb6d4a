/** What was decided about a product: written once, and edited by nobody afterwards. */
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { nameSchema } from '#core/catalogue/writing/schema-line.ts'
import { Refusal } from '../command.ts'
import type { Desk } from './desk.ts'
import { readOccasion } from './folder.ts'
import { writeNew } from './write-files.ts'

/** Every rule is asked about the file before it is there. `file` is below the content folder. @throws Refusal */
export function writeDecision(
  { catalogue, say, at }: Desk,
  { file, yaml, notWritten }: { file: string; yaml: string; notWritten: Sentence },
): void {
  const text = nameSchema(file, yaml)
  const files = new Map(catalogue.files).set(file, new TextEncoder().encode(text))
  const faults = checkCatalogue(readCatalogue(files), readOccasion()).filter(
    (finding) => finding.file === file && finding.severity === 'error',
  )
  if (faults.length > 0) {
    const lines = faults.map(({ path, rule, message, mend }) => `${path} ${rule}: ${say(message)} ${say(mend)}`)
    throw new Refusal(say(notWritten), { lines })
  }
  writeNew(at(file), text)
}
