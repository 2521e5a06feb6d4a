/** Rule about what must never stand in a public file: how to reach or recognize a private person. */
import type { Catalogue } from '../reading/catalogue.ts'
import type { Path } from '../reading/finding.ts'
import { readImageData } from '../reading/image-data.ts'
import { splitMarkdown } from '../reading/markdown-text.ts'
import { readText } from '../reading/text.ts'
import { readYamlText } from '../reading/yaml-text.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'

export const personalDataRules = {
  'PII-01': {
    title: { en: 'Personal data in a public file', id: 'Data pribadi di berkas publik' },
    severity: 'error',
    why: {
      en: 'These files are public and their history stays: a number that was published once cannot be taken back (UU 27/2022).',
      id: 'Berkas ini publik dan riwayatnya tersimpan: nomor yang pernah terbit tidak bisa ditarik kembali (UU 27/2022).',
    },
    mend: {
      en: 'Take it out before the file is committed; buyers reach the maker through the relay form.',
      id: 'Hapus sebelum berkas disimpan ke git; pembeli menghubungi produsen lewat formulir perantara.',
    },
    good: 'contact: { channel: relay }',
    bad: 'WhatsApp 0812-0000-0000',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof personalDataRules

/** Fields whose numbers have a form of their own, and are meant to be there. Not `id`: it is a language, too. */
const TYPED = /^(number|sha256|scanSha256|subjectHash|evidence|registrationNumber|nib|hs6|code|example|pattern)$/

const KINDS: { pattern: RegExp; en: string; id: string }[] = [
  { pattern: /[\w.+-]+@[\w-]+(\.[\w-]+)+/, en: 'an e-mail address', id: 'alamat surel' },
  {
    pattern: /(?<![\d.])(?:\+?62|0)[\s.-]?8\d{1,2}(?:[\s.-]?\d{3,5}){2}(?!\d)/,
    en: 'a phone number',
    id: 'nomor telepon',
  },
  {
    pattern: /(?<![\d.,])\(?0\d{2,3}\)?[\s.-]\d{3,4}[\s.-]?\d{3,4}(?!\d)/,
    en: 'a phone number',
    id: 'nomor telepon',
  },
  { pattern: /\+\d{1,3}(?:[\s.-]?\d{2,4}){3,4}(?!\d)/, en: 'a phone number', id: 'nomor telepon' },
  {
    pattern: /(?<!\d)(\d{16}|(\d{4}[ .-]){3}\d{4})(?!\d)/,
    en: 'a number of 16 digits, as an NIK has',
    id: 'nomor 16 digit seperti NIK',
  },
  // Nobody's NIB is all zeros: made-up makers have it, and the comment that asks for one.
  {
    pattern: /(?<!\d)(?!0{13}(?!\d))\d{13}(?!\d)/,
    en: 'a number of 13 digits, as an NIB has',
    id: 'nomor 13 digit seperti NIB',
  },
]

/** Every text of a value, typed numbers left out. */
export function checkTexts(value: unknown): Fault<Id>[] {
  return listTexts(value, []).flatMap(([path, text]) =>
    findPersonalData(text).map(({ en, id }) => faultAt<Id>('PII-01', path, en, id)),
  )
}

/** A story: the line is that of its first line plus where in it. */
export function checkStory(text: string, firstLine: number): Fault<Id>[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      findPersonalData(line).map(({ en, id }) => ({ ...faultAt<Id>('PII-01', [], en, id), line: firstLine + index })),
    )
}

/** Comments of YAML: no page shows them, but whoever reads the repository reads them. */
function checkComments(file: string, bytes: Uint8Array): Fault<Id>[] {
  const { text = '' } = readText(bytes)
  const story = file.endsWith('.md')
  const { frontMatter = '', frontMatterLine } = splitMarkdown(text)
  const yaml = story ? frontMatter : text
  return yaml.split('\n').flatMap((line, index) => {
    const [, comment] = line.match(/^\s*#(.*)$|[^"'#]*\s#\s(.*)$/)?.filter((part) => part !== undefined) ?? []
    const found = comment === undefined ? [] : findPersonalData(comment)
    return found.map(({ en, id }) => ({
      ...faultAt<Id>('PII-01', [], en, id),
      line: index + (story ? frontMatterLine : 1),
    }))
  })
}

/** Names of files, comments in them, and what pictures say of the place where they were taken. */
export function checkFiles({ files }: Catalogue): { file: string; fault: Fault<Id> }[] {
  return [...files].flatMap(([file, bytes]) => {
    const faults = findPersonalData(file).map(({ en, id }) => faultAt<Id>('PII-01', [], en, id))
    if (/\.(yaml|md)$/.test(file)) faults.push(...checkComments(file, bytes))
    if (/\.(webp|avif|jpe?g|png)$/i.test(file)) faults.push(...checkPicture(bytes))
    return faults.map((fault) => ({ file, fault }))
  })
}

/** What a camera or a program wrote into a picture, for nobody to see and everybody to read. */
function checkPicture(bytes: Uint8Array): Fault<Id>[] {
  const { hasPosition, texts } = readImageData(bytes) ?? { hasPosition: false, texts: [] }
  const mend = {
    en: 'Take it out with asli content fmt, or save the picture again without metadata.',
    id: 'Hapus dengan asli content fmt, atau simpan ulang gambarnya tanpa metadata.',
  }
  const [en, id] = ['The picture tells where it was taken (GPS).', 'Gambar ini memuat lokasi pengambilan (GPS).']
  const told = texts.flatMap(findPersonalData)[0]
  return [
    ...(hasPosition ? [faultAt<Id>('PII-01', [], en, id, mend)] : []),
    ...(told
      ? [faultAt<Id>('PII-01', [], `Beside the picture: ${told.en}`, `Di samping gambar: ${told.id}`, mend)]
      : []),
  ]
}

/**
 * Fields and stories that the checks above never see, since their file has not its form yet: a draft that lacks a field is
 * no fault (drafts.ts), and is public all the same.
 */
export function checkUnformed(catalogue: Catalogue): { file: string; fault: Fault<Id> }[] {
  const { files, products, makers, clusters, curators, curations, complaints, rubrics } = catalogue
  const read = [products, makers, clusters, curators, curations, complaints, rubrics]
  const formed = new Set(read.flat().map(({ file }) => file))
  return [...files].flatMap(([file, bytes]) => {
    const [, slug] = file.match(/^products\/([^/]+)\/[^/]+\.md$/) ?? []
    if (formed.has(slug === undefined ? file : `products/${slug}/index.md`)) return []
    if (slug === undefined && !/^(makers|clusters|curators|curations|complaints|rubrics)\/.*\.yaml$/.test(file))
      return []
    return checkPlain(readText(bytes).text ?? '', slug !== undefined).map((fault) => ({ file, fault }))
  })
}

function checkPlain(text: string, isMarkdown: boolean): Fault<Id>[] {
  const whole = { frontMatter: text, frontMatterLine: 1, body: '', bodyLine: 1 }
  const { frontMatter = '', frontMatterLine, body, bodyLine } = isMarkdown ? splitMarkdown(text) : whole
  const { value, lineOf } = readYamlText(frontMatter, frontMatterLine)
  const fields = checkTexts(value).map((fault) => ({ ...fault, line: lineOf(fault.path) }))
  return [...fields, ...checkStory(body, bodyLine)]
}

/** Kinds of personal data that a text holds; empty where it holds none. */
export function findPersonalData(text: string): { en: string; id: string }[] {
  // Full-width digits are digits.
  const plain = text.normalize('NFKC')
  const found = KINDS.find(({ pattern }) => pattern.test(plain))
  return found ? [{ en: `This holds ${found.en}.`, id: `Di sini ada ${found.id}.` }] : []
}

function listTexts(value: unknown, path: Path): [Path, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one, index) => listTexts(one, [...path, index]))
  // A record's evidence is a list with words in it, an attestation's is one hash.
  return Object.entries(value).flatMap(([key, one]) =>
    TYPED.test(key) && typeof one !== 'object' ? [] : listTexts(one, [...path, key]),
  )
}
