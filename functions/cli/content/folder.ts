/** The content folder on this disk, as core's reader takes it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { dayInIndonesia } from '#core/calendar.ts'
import { misuse } from '../command.ts'

/** What the content folder holds. Its part, or a folder above, would be read in full and found to be of no use. */
const PARTS = ['products', 'makers', 'vocab']

/** Every file below the folder, by its path with slashes. Links are not followed: they could lead out of it, or round. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  if (!isFolder(folder)) {
    throw misuse({
      en: `There is no folder ${folder} here (in ${resolve('.')}): name the one that holds products/.`,
      id: `Tidak ada folder ${folder} di sini (di ${resolve('.')}): sebutkan folder yang berisi products/.`,
    })
  }
  if (!PARTS.some((part) => isFolder(join(folder, part)))) {
    throw misuse({
      en: `${folder} has no products/ in it: name the folder that holds it.`,
      id: `Di ${folder} tidak ada products/: sebutkan folder yang berisi products/.`,
    })
  }
  const paths = listFiles(folder)
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readBytes(path)]))
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw misuse({
      en: `${path} cannot be read (${code}): see who may open it.`,
      id: `${path} tidak dapat dibaca (${code}): periksa siapa yang boleh membukanya.`,
    })
  }
}

// Level by level, since Node's own recursive listing follows links to folders.
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(path)
    return entry.isFile() ? [path] : []
  })
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** The day and the kind of site by which content is judged: as the build judges it. */
export function readOccasion(): { today: string; demoSite: boolean } {
  return {
    today: process.env.ASLI_TODAY ?? dayInIndonesia(Date.now()),
    demoSite: process.env.ASLI_DEMO_SITE !== 'false',
  }
}
