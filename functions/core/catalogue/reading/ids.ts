/** Names that must be one of a kind, and files whose names must agree with what stands in them. */
import { rules } from '../rules/rules.ts'
import type { Catalogue, Filed } from './catalogue.ts'
import type { Finding, Path } from './finding.ts'
import { describeFault } from './report.ts'

/** Two files with one id, two entries of a vocabulary with one id, a file under another name than it should have. */
export function formIds(catalogue: Catalogue): Finding[] {
  const { products, makers, clusters, curators, curations, complaints, rubrics, vocab } = catalogue
  return [
    ...[products, makers, clusters, curators, curations, rubrics].flatMap((files) => findTwins(files)),
    ...Object.values(vocab).flatMap((filed) => findTwinEntries(filed as Filed<{ entries: { id: string }[] }>)),
    ...products.flatMap((one) => expectName(one, /^[a-z0-9-]{3,60}$/.test(one.slug), 'a-z, 0-9, -')),
    ...makers.flatMap((one) => expectName(one, /^[a-z0-9-]{3,60}$/.test(one.slug), 'a-z, 0-9, -')),
    ...clusters.flatMap((one) => expectName(one, /^[a-z0-9-]{3,60}$/.test(one.slug), 'a-z, 0-9, -')),
    ...curators.flatMap((one) => {
      const name = one.value.id.toLowerCase()
      return expectName(one, one.slug === name, `curators/${name}.yaml`)
    }),
    ...rubrics.flatMap((one) => expectName(one, one.slug === one.value.id, `rubrics/${one.value.id}.yaml`)),
    ...curations.flatMap((one) => expectDay(one, 'curations')),
    ...complaints.flatMap((one) => expectDay(one, 'complaints')),
  ]
}

function findTwins(files: readonly Filed<{ id: string }>[]): Finding[] {
  const first = new Map<string, string>()
  return files.flatMap((filed) => {
    const { id } = filed.value
    const other = first.get(id)
    if (other !== undefined) return [twin(filed, ['id'], id, `content/${other}`)]
    first.set(id, filed.file)
    return []
  })
}

function findTwinEntries(filed: Filed<{ entries: { id: string }[] }>): Finding[] {
  const seen = new Set<string>()
  return filed.value.entries.flatMap(({ id }, index) => {
    if (seen.has(id)) return [twin(filed, ['entries', index, 'id'], id, `content/${filed.file}`)]
    seen.add(id)
    return []
  })
}

function twin(filed: Filed<unknown>, path: Path, id: string, other: string): Finding {
  const message = { en: `${id} is already the id in ${other}.`, id: `${id} sudah dipakai sebagai id di ${other}.` }
  return describeFault(filed.file, { rule: 'ID-01', path, message }, rules, filed)
}

/** What was decided about a product stands in a folder of its id, under the day of the decision. */
function expectDay(filed: Filed<{ product: string; decidedAt: string }>, folder: string): Finding[] {
  const { product, decidedAt } = filed.value
  const right = new RegExp(`^${product}/${decidedAt}-\\d+$`).test(filed.slug)
  return expectName(filed, right, `${folder}/${product}/${decidedAt}-1.yaml`)
}

function expectName(filed: Filed<unknown>, right: boolean, name: string): Finding[] {
  if (right) return []
  const message = {
    en: `The name of the file or folder does not fit what stands in it: ${name}.`,
    id: `Nama berkas atau foldernya tidak sesuai dengan isinya: ${name}.`,
  }
  return [describeFault(filed.file, { rule: 'FILE-06', path: [], message }, rules, filed)]
}
