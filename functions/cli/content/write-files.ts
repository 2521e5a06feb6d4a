/** Files written aside and renamed: nothing is ever half there, and nothing is overwritten in silence. */
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../command.ts'

/** A file that is not there yet. Where somebody else was quicker, theirs stays. @throws Refusal */
export function writeNew(file: string, text: string): void {
  writeBeside(file, text, (aside) => linkSync(aside, file))
}

/** A file that was there before, in place of the old one. @throws Refusal */
export function writeOver(file: string, content: string | Uint8Array): void {
  writeBeside(file, content, (aside) => renameSync(aside, file))
}

/** A product's folder, its Indonesian story and its pictures still to come. @throws Refusal */
export function writeNewProduct(folder: string, index: string): void {
  writeNewFolder(folder, { 'index.md': index, 'index.id.md': '' }, ['images'])
}

/** A folder that is not there yet, with all its files at once. */
function writeNewFolder(folder: string, files: Readonly<Record<string, string>>, folders: string[]): void {
  if (existsSync(folder)) throw taken(folder)
  const aside = nameAside(folder)
  try {
    for (const name of ['', ...folders]) mkdirSync(join(aside, name), { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(aside, name), text)
    renameSync(aside, folder)
  } catch (error) {
    throw explain(folder, error)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function writeBeside(file: string, content: string | Uint8Array, place: (aside: string) => void): void {
  const aside = nameAside(file)
  try {
    writeFileSync(aside, content)
    place(aside)
  } catch (error) {
    throw explain(file, error)
  } finally {
    rmSync(aside, { force: true })
  }
}

/**
 * In the same folder, which is made where it is missing. The leading point keeps it out of the reader's sight, should the
 * machine stop here.
 */
function nameAside(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw unwritable(path, error)
  }
  return join(dirname(path), `.new-${process.pid}`)
}

function explain(path: string, error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EEXIST' || code === 'ENOTEMPTY' ? taken(path) : unwritable(path, error)
}

function unwritable(path: string, error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException
  return new Refusal({
    en: `${path} cannot be written (${code}): nothing was changed.`,
    id: `${path} tidak dapat ditulis (${code}): tidak ada yang diubah.`,
  })
}

function taken(path: string): Refusal {
  return new Refusal({
    en: `${path} is there already: nothing was overwritten.`,
    id: `${path} sudah ada: tidak ada yang ditimpa.`,
  })
}
