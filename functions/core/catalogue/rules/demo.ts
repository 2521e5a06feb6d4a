/** Rule about made-up data: it never stands beside real data. */
import type { Complaint } from '../complaint.ts'
import type { Curation } from '../curation.ts'
import type { Maker } from '../maker.ts'
import type { Filed, FiledProduct } from '../reading/catalogue.ts'
import type { Path } from '../reading/finding.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const demoRules = {
  'DEMO-01': {
    title: { en: 'Demo mixed with real', id: 'Data contoh bercampur data asli' },
    severity: 'error',
    why: {
      en: 'A real product with a demo maker or a demo curator would pass invented facts off as examined.',
      id: 'Produk asli dengan produsen atau kurator contoh akan membuat fakta rekaan tampak sudah diperiksa.',
    },
    mend: {
      en: 'Say demo: true or demo: false on both sides.',
      id: 'Samakan demo: true atau demo: false di kedua sisi.',
    },
    good: 'product demo: true, maker demo: true',
    bad: 'product demo: false, maker demo: true',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof demoRules
type Known = { demo: boolean } | undefined

export function checkProductDemo({ value }: FiledProduct, world: World): Fault<Id>[] {
  return [
    ...compare(value.demo, world.maker(value.maker)?.value, ['maker'], value.maker),
    ...compare(value.demo, world.cluster(value.cluster ?? '')?.value, ['cluster'], value.cluster ?? ''),
  ]
}

export function checkMakerDemo({ value }: Filed<Maker>, world: World): Fault<Id>[] {
  return value.cluster.flatMap((slug, i) => compare(value.demo, world.cluster(slug)?.value, ['cluster', i], slug))
}

/** Of a record or a complaint. */
export function checkDecisionDemo({ value }: Filed<Curation | Complaint>, world: World): Fault<Id>[] {
  const product = world.product(value.product)?.value
  if (!product) return []
  return value.curators.flatMap((id, i) => compare(product.demo, world.curator(id)?.value, ['curators', i], id))
}

function compare(demo: boolean, other: Known, path: Path, name: string): Fault<Id>[] {
  if (!other || other.demo === demo) return []
  const en = `This is ${word(demo, 'en')}, and ${name} is ${word(other.demo, 'en')}.`
  return [faultAt('DEMO-01', path, en, `Ini ${word(demo, 'id')}, sedangkan ${name} ${word(other.demo, 'id')}.`)]
}

function word(demo: boolean, language: 'en' | 'id'): string {
  if (language === 'en') return demo ? 'a demo' : 'real'
  return demo ? 'data contoh' : 'data asli'
}
