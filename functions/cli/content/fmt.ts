/** `asli content fmt [FILES] [--check]`: every file in one form, so that a change shows as a change. */
import { relative, resolve, sep } from 'node:path'
import { canonicalizeFile, hasCanonicalForm } from '#core/catalogue/writing/canonical-file.ts'
import { canStripImage, stripImage } from '#core/catalogue/writing/strip-image.ts'
import { type Command, exit, misuse } from '../command.ts'
import { type Desk, deskOptions, openDesk } from './desk.ts'
import { writeOver } from './write-files.ts'

export const fmt: Command = {
  help: {
    en: `asli content fmt [FILES] [--check] [--content DIR] [--lang en|id] [--json]

Writes products, makers, clusters and curators in one form: the schema named for editors in the first line, fields in its
order, codes of digits in quotes, lines of at most 120 characters. Comments stay. What stands in a field is never changed.
Curation records are not touched, since they are never edited. Pictures lose what the camera wrote into them: place, day,
person; what is seen stays. --check writes nothing and ends with 1 where something would change.`,
    id: `asli content fmt [BERKAS] [--check] [--content DIR] [--lang en|id] [--json]

Menulis produk, produsen, sentra, dan kurator dalam satu bentuk: skema untuk editor di baris pertama, isian menurut urutannya,
kode angka dalam tanda kutip, paling panjang 120 karakter sebaris. Komentar tetap ada. Isi isian tidak pernah diubah. Catatan
kurasi tidak disentuh, karena memang tidak pernah diubah. Dari gambar dihapus yang ditulis kamera di dalamnya: tempat, hari,
orang; yang terlihat tetap. --check tidak menulis apa-apa, dan berakhir dengan 1 kalau ada yang akan berubah.`,
  },
  options: { ...deskOptions, check: { type: 'boolean' } },
  run: async (input) => {
    const desk = openDesk(input)
    const { say, at } = desk
    const changed: string[] = []
    const broken: Broken[] = []
    const paths = choosePaths(desk, input.positionals)
    for (const path of paths.filter(canStripImage)) {
      const bytes = desk.catalogue.files.get(path) as Uint8Array
      const stripped = stripImage(bytes)
      if (stripped === bytes) continue
      changed.push(path)
      if (!input.options.check) writeOver(at(path), stripped)
    }
    for (const path of paths.filter(hasCanonicalForm)) {
      const text = new TextDecoder().decode(desk.catalogue.files.get(path))
      const canonical = canonicalizeFile(path, text)
      if (!canonical.ok) broken.push({ path, reason: canonical.error })
      else if (canonical.value !== text) {
        changed.push(path)
        if (!input.options.check) writeOver(at(path), canonical.value)
      }
    }
    const refused = broken.length > 0 || (input.options.check === true && changed.length > 0)
    return {
      lines: [
        ...changed.map((path) => at(path)),
        ...broken.map((one) => describeBroken(desk, one)),
        input.options.check
          ? say({ en: `Files that would change: ${changed.length}.`, id: `${changed.length} berkas akan berubah.` })
          : say({ en: `Files written: ${changed.length}.`, id: `${changed.length} berkas ditulis ulang.` }),
      ],
      json: { changed, broken },
      code: refused ? exit.refused : exit.done,
    }
  },
}

type Broken = { path: string; reason: string }

/** As check says it, with the line in the file; the parser's sentence is English, and counts from the first field. */
function describeBroken({ findings, say, at }: Desk, { path, reason }: Broken): string {
  const found = findings.find(({ file, severity }) => file === path && severity === 'error')
  if (!found) return say({ en: `${at(path)} stays as it is: ${reason}`, id: `${at(path)} tidak diubah: ${reason}` })
  const { line, message, mend } = found
  const why = `${say(message)} ${say(mend)}`
  return say({ en: `${at(path)}:${line} stays as it is: ${why}`, id: `${at(path)}:${line} tidak diubah: ${why}` })
}

/** Paths below the folder. A file may be named as it stands on the disk, so that a shell completes it. */
function choosePaths({ root, catalogue, say }: Desk, files: readonly string[]): string[] {
  if (files.length === 0) return [...catalogue.files.keys()].filter(hasOneForm).sort()
  return files.map((file) => {
    const path = relative(resolve(root), resolve(file)).split(sep).join('/')
    if (catalogue.files.has(path) && hasOneForm(path)) return path
    throw misuse(
      say({
        en: `${file} is no product, picture, maker, cluster or curator of ${root}. See --help.`,
        id: `${file} bukan berkas produk, gambar, produsen, sentra, atau kurator di ${root}. Lihat --help.`,
      }),
    )
  })
}

function hasOneForm(path: string): boolean {
  return hasCanonicalForm(path) || canStripImage(path)
}
