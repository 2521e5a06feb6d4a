/** Files written aside and renamed: nothing is ever half there, and nothing is overwritten in silence. */
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../command.ts'

/** A file that is not there yet. Where somebody else was quicker, theirs stays. @throws Refusal */
export function writeNew(file: string, text: string): void {
  writeBeside(file, text, (aside) => linkSync(aside, file))
}

/** A file that was there before, in place of the old one. */
export function writeOver(file: string, text: string): void {
  writeBeside(file, text, (aside) => renameSync(aside, file))
}

/** A folder that is not there yet, with all its files at once. @throws Refusal */
function writeNewFolder(folder: string, files: Readonly<Record<string, string>>, folders: string[] = []): void {
  const aside = join(dirname(folder), `.new-${process.pid}`)
  if (existsSync(folder)) throw taken(folder)
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

/** A product's folder, its Indonesian story and its pictures still to come. @throws Refusal */
export function writeNewProduct(folder: string, index: string): void {
  writeNewFolder(folder, { 'index.md': index, 'index.id.md': '' }, ['images'])
}

function writeBeside(file: string, text: string, place: (aside: string) => void): void {
  // The leading point keeps it out of the reader's sight, should the machine stop here.
  const aside = join(dirname(file), `.new-${process.pid}`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(aside, text)
    place(aside)
  } catch (error) {
    throw explain(file, error)
  } finally {
    rmSync(aside, { force: true })
  }
}

function explain(path: string, error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EEXIST' || code === 'ENOTEMPTY') return taken(path)
  return new Refusal(`${path} cannot be written (${code}): nothing was changed.`)
}

function taken(path: string): Refusal {
  return new Refusal(`${path} is there already: nothing was overwritten.`)
}
