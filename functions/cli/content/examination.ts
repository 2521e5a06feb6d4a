/**
 * An examination that has begun: what each curator found so far, kept beside the records that it is to become. Two
 * curators need not sit at one table, and what one has typed is not lost when the other breaks off.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { parse } from 'yaml'
import { type Examination, examinationSchema } from '#core/catalogue/examining/examination.ts'
import { examinationFile } from '#core/catalogue/standing/standing.ts'
import { writeYaml } from '#core/catalogue/writing/write-yaml.ts'
import { Refusal } from '../command.ts'
import type { Desk } from './desk.ts'
import { writeOver } from './write-files.ts'

/** Null where none has begun. What cannot be read is somebody's work: it is not begun anew over it. @throws Refusal */
export function readExamination({ at }: Desk, productId: string): Examination | null {
  const file = at(examinationFile(productId))
  if (!existsSync(file)) return null
  try {
    return examinationSchema.parse(parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Refusal({
      en: `${file} cannot be read: mend it, or delete it to examine the product anew.`,
      id: `${file} tidak dapat dibaca: perbaiki, atau hapus untuk mengulang pemeriksaan dari awal.`,
    })
  }
}

export function keepExamination({ at }: Desk, productId: string, examination: Examination): void {
  writeOver(at(examinationFile(productId)), writeYaml(examination, examinationSchema))
}

export function closeExamination({ at }: Desk, productId: string): void {
  rmSync(at(examinationFile(productId)), { force: true })
}
