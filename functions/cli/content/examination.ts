/**
 * An examination that has begun: what each curator found so far, kept beside the records that it is to become. Two
 * curators need not sit at one table, and what one has typed is not lost when the other breaks off.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { parse } from 'yaml'
import { type Examination, examinationSchema } from '#core/catalogue/examining/examination.ts'
import { examinationFile } from '#core/catalogue/standing/standing.ts'
import { writeYaml } from '#core/catalogue/writing/write-yaml.ts'
import type { Desk } from './desk.ts'
import { writeOver } from './write-files.ts'

/** Null where none has begun, or what is there cannot be read. */
export function readExamination({ at }: Desk, productId: string): Examination | null {
  const file = at(examinationFile(productId))
  if (!existsSync(file)) return null
  try {
    return examinationSchema.parse(parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

export function keepExamination({ at }: Desk, productId: string, examination: Examination): void {
  writeOver(at(examinationFile(productId)), writeYaml(examination, examinationSchema))
}

export function closeExamination({ at }: Desk, productId: string): void {
  rmSync(at(examinationFile(productId)), { force: true })
}
