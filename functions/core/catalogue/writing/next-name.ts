/** What a new file is called: ids count up, and are never given twice, not even after a file is gone for good. */
import type { Catalogue } from '../reading/catalogue.ts'

/** `PRD-0011` after `PRD-0010`; broken files are looked into, too, since their ids are taken. */
export function nextId({ files }: Pick<Catalogue, 'files'>, prefix: 'PRD' | 'ENT'): string {
  return `${prefix}-${count(files, new RegExp(`\\b${prefix}-(\\d{4,})\\b`, 'g'))}`
}

/** `CUR-2026-0011` after `CUR-2026-0010`; each year begins anew. */
export function nextCurationId({ files }: Pick<Catalogue, 'files'>, day: string): string {
  const year = day.slice(0, 4)
  return `CUR-${year}-${count(files, new RegExp(`\\bCUR-${year}-(\\d{4})\\b`, 'g'))}`
}

/** `curations/PRD-0001/2026-10-05-2.yaml` after `…-1.yaml`. */
export function nextDecisionFile(
  { files }: Pick<Catalogue, 'files'>,
  folder: 'curations' | 'complaints',
  { productId, day }: { productId: string; day: string },
): string {
  const name = (n: number) => `${folder}/${productId}/${day}-${n}.yaml`
  let n = 1
  while (files.has(name(n))) n++
  return name(n)
}

/** One more than the highest number that any text names: a record of a deleted product still names its id. */
function count(files: Catalogue['files'], pattern: RegExp): string {
  const texts = [...files].filter(([path]) => /\.(yaml|md)$/.test(path))
  const numbers = texts.flatMap(([path, bytes]) =>
    [...`${path}\n${new TextDecoder().decode(bytes)}`.matchAll(pattern)].map(([, digits]) => Number(digits)),
  )
  return String(numbers.reduce((most, one) => Math.max(most, one), 0) + 1).padStart(4, '0')
}

/** A name as a file is called. */
export function slugify(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return plain.replace(/^-+/, '').slice(0, 60).replace(/-+$/, '')
}
