/** /published.json: written by the build, read by the Worker, which answers nobody else's request for it. */
import { getImage } from 'astro:assets'
import type { Published } from '../../functions/actions/catalogue.ts'
import { approved, findLastDay, lookUp, shownMakers, withheld } from '../catalogue.ts'
import type { ApprovedEntry } from '../entry.ts'
import { collectWords, describeProduct, describePublishedMaker, describeWithheld } from '../published.ts'

const SIZE = { width: 800, height: 600 }

export async function GET(): Promise<Response> {
  const published: Published = {
    products: await Promise.all(
      approved.map(async (entry) => describeProduct(entry, await renderImage(entry), lookUp)),
    ),
    withheld: withheld.map((left) => describeWithheld(left, findLastDay(left.slug))),
    makers: shownMakers.map((maker) => describePublishedMaker(maker, lookUp)),
    vocab: collectWords(lookUp),
  }
  return Response.json(published)
}

async function renderImage({ pictures: [hero] }: ApprovedEntry) {
  const { src } = await getImage({ src: hero.source, format: 'webp', ...SIZE })
  return { src, ...SIZE, alt: hero.alt }
}
