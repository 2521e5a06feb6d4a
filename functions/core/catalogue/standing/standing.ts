/** A product's standing: its state, what is done and what is missing, each with the mend. */
import { endByComplaints } from '../complaint.ts'
import type { Curation } from '../curation.ts'
import { judgeCatalogue } from '../judge-catalogue.ts'
import type { Maker } from '../maker.ts'
import { hashMaterialFields } from '../material.ts'
import { findNewestCuration } from '../publication.ts'
import type { Catalogue, FiledProduct } from '../reading/catalogue.ts'
import type { Finding, Sentence } from '../reading/finding.ts'
import { splitMarkdown } from '../reading/markdown-text.ts'
import { isDecision } from '../reading/place.ts'
import { deriveState, type ProductState } from './state.ts'

export type Step = {
  /** A word for programs. */
  id: 'files' | 'maker' | 'consent' | 'stories' | 'pictures' | 'curation'
  what: Sentence
  done: boolean
  /** What to do; absent where it is done. */
  mend?: Sentence
}

export type ProductStanding = {
  slug: string
  /** Absent where not even that could be read. */
  id: string | undefined
  state: ProductState
  steps: Step[]
  /** What was found in the product's files, its maker's and its records. */
  findings: Finding[]
  /** The last day of the approval. */
  expiresAt: string | undefined
}

type Facts = {
  slug: string
  id: string | undefined
  filed: FiledProduct | undefined
  makerSlug: string | undefined
  maker: Maker | undefined
  newest: Curation | undefined
  findings: Finding[]
}

/** Where the examination is kept that no record closes yet; the reader passes over its name. */
export function examinationFile(productId: string): string {
  return `curations/${productId}/.examination.yaml`
}

/** What is published is judged once, for all the products that are asked about. */
export function describeStandings(
  catalogue: Catalogue,
  { today, findings }: { today: string; findings: readonly Finding[] },
): (slug: string) => ProductStanding {
  const products = catalogue.products.map((one) => ({ ...one, value: { ...one.value, demo: false } }))
  const { published } = judgeCatalogue({ ...catalogue, products }, findings, { today, demoSite: false })
  const shown = new Set(published.map(({ slug }) => slug))
  const records = endByComplaints(
    catalogue.curations.map(({ value }) => value),
    catalogue.complaints.map(({ value }) => value),
  )
  return (slug) =>
    describeStanding(catalogue, gatherFacts(catalogue, slug, { records, findings }), { today, holds: shown.has(slug) })
}

function describeStanding(
  catalogue: Catalogue,
  facts: Facts,
  { today, holds }: { today: string; holds: boolean },
): ProductStanding {
  const { slug, id, filed, maker, newest } = facts
  const consented = maker?.consentRef !== undefined
  const state = deriveState({
    whole: filed !== undefined && consented && listOwnErrors(facts).length === 0,
    withdrawn: filed?.value.withdrawn !== undefined,
    maker,
    newest,
    subjectHash: filed && hashMaterialFields(filed.value),
    examined: id !== undefined && catalogue.files.has(examinationFile(id)),
    holds,
    today,
  })
  return {
    slug,
    id,
    state,
    steps: listSteps(catalogue, facts, state),
    findings: facts.findings,
    expiresAt: newest?.expiresAt,
  }
}

function gatherFacts(
  catalogue: Catalogue,
  slug: string,
  { records, findings }: { records: readonly Curation[]; findings: readonly Finding[] },
): Facts {
  const filed = catalogue.products.find((product) => product.slug === slug)
  const text = readIndex(catalogue, slug)
  const id = filed?.value.id ?? findId(catalogue, slug)
  const makerSlug = filed?.value.maker ?? text.match(/^maker:\s*["']?([a-z0-9-]{3,60})/m)?.[1]
  return {
    slug,
    id,
    filed,
    makerSlug,
    maker: catalogue.makers.find((maker) => maker.slug === makerSlug)?.value,
    newest: id === undefined ? undefined : findNewestCuration({ id }, records),
    findings: findings.filter(
      ({ file }) =>
        file.startsWith(`products/${slug}/`) ||
        file === `makers/${makerSlug}.yaml` ||
        (id !== undefined && isDecision(file) && file.split('/')[1] === id),
    ),
  }
}

/** A product's id by what its file says, which need not have its form yet. */
export function findId(catalogue: Pick<Catalogue, 'files'>, slug: string): string | undefined {
  return readIndex(catalogue, slug).match(/^id:\s*["']?(PRD-\d{4,})/m)?.[1]
}

function readIndex({ files }: Pick<Catalogue, 'files'>, slug: string): string {
  return new TextDecoder().decode(files.get(`products/${slug}/index.md`))
}

/** A fault of an old record or of a complaint does not make the product a draft again. */
function listOwnErrors({ findings }: Facts): Finding[] {
  return findings.filter(({ severity, file }) => severity === 'error' && !isDecision(file))
}

/** Whether an approval fails for a record or a complaint that check refuses alone: curators would examine in vain. */
export function isHeldUp({ state, findings }: Pick<ProductStanding, 'state' | 'findings'>): boolean {
  return state === 'submitted' && findings.some(({ severity, file }) => severity === 'error' && isDecision(file))
}

function listSteps(catalogue: Catalogue, facts: Facts, state: ProductState): Step[] {
  const { slug, filed, makerSlug, maker } = facts
  const errors = listOwnErrors(facts).length
  const makerFile = `content/makers/${makerSlug ?? 'SLUG'}.yaml`
  const told = [`products/${slug}/index.md`, `products/${slug}/index.id.md`].every((file) => isTold(catalogue, file))
  const images = filed?.value.images ?? []
  const missing = images.filter(({ file }) => !catalogue.files.has(`products/${slug}/${file}`))
  return [
    step(
      'files',
      errors === 0,
      { en: 'Fields are complete and break no rule', id: 'Isian lengkap dan sesuai aturan' },
      {
        en: errors === 1 ? 'Mend the one error below.' : `Mend the ${errors} errors below.`,
        id: `Perbaiki ${errors} kesalahan di bawah ini.`,
      },
    ),
    step(
      'maker',
      maker?.active === true,
      { en: 'The maker is there and works', id: 'Produsen tercatat dan aktif' },
      {
        en: maker
          ? `Set active: true in ${makerFile} when the maker works again.`
          : `Mend or add ${makerFile}: content new maker.`,
        id: maker
          ? `Tulis active: true di ${makerFile} bila produsen aktif lagi.`
          : `Perbaiki atau buat ${makerFile}: content new maker.`,
      },
    ),
    step(
      'consent',
      maker?.consentRef !== undefined,
      { en: 'The owner agreed to be published', id: 'Pemilik setuju dipublikasikan' },
      {
        en: `Have the owner sign, and write consentRef into ${makerFile}.`,
        id: `Mintalah persetujuan tertulis pemilik, lalu isi consentRef di ${makerFile}.`,
      },
    ),
    step(
      'stories',
      told,
      { en: 'The story is told in English and Indonesian', id: 'Kisah ditulis dalam bahasa Inggris dan Indonesia' },
      {
        en: `Write the stories: index.md (below the second ---) and index.id.md in content/products/${slug}/.`,
        id: `Tulis kisahnya: index.md (di bawah --- kedua) dan index.id.md di content/products/${slug}/.`,
      },
    ),
    step(
      'pictures',
      images.length >= 3 && missing.length === 0,
      { en: 'Three pictures or more are there', id: 'Ada paling sedikit tiga gambar' },
      {
        en:
          missing.length > 0
            ? `Put ${missing.map(({ file }) => file).join(', ')} into content/products/${slug}/.`
            : 'Name at least three under images:.',
        id:
          missing.length > 0
            ? `Simpan ${missing.map(({ file }) => file).join(', ')} di content/products/${slug}/.`
            : 'Cantumkan paling sedikit tiga di images:.',
      },
    ),
    step(
      'curation',
      state === 'approved',
      { en: 'Two curators approved it, and that holds', id: 'Disetujui dua kurator dan masih berlaku' },
      mendApproval(facts, state),
    ),
  ]
}

function mendApproval({ slug, filed, findings }: Facts, state: ProductState): Sentence {
  if (filed?.value.withdrawn)
    return {
      en: `When it is wanted back, take withdrawn: out of content/products/${slug}/index.md.`,
      id: `Bila produknya dikehendaki lagi, hapus withdrawn: di content/products/${slug}/index.md.`,
    }
  if (isHeldUp({ state, findings }))
    return {
      en: 'Mend the errors in its records and complaints below.',
      id: 'Perbaiki kesalahan pada catatan kurasi dan keluhannya di bawah ini.',
    }
  return { en: `Then: content curate ${slug}`, id: `Berikutnya: content curate ${slug}` }
}

function isTold({ files }: Catalogue, file: string): boolean {
  return splitMarkdown(new TextDecoder().decode(files.get(file))).body !== ''
}

function step(id: Step['id'], done: boolean, what: Sentence, mend: Sentence): Step {
  return done ? { id, what, done } : { id, what, done, mend }
}
