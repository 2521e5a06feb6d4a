/** /published.json: written by the build, read by the Worker, which answers nobody else's request for it. */
import { getImage } from 'astro:assets'
import type { Published } from '../../functions/actions/catalogue.ts'
import { entries, lookUp, shownMakers, withheld } from '../catalogue.ts'
import type { Entry } from '../entry.ts'
import { collectWords, describeProduct, describePublishedMaker } from '../published.ts'

const SIZE = { width: 800, height: 600 }

export async function GET(): Promise<Response> {
  const published: Published = {
    products: await Promise.all(entries.map(async (entry) => describeProduct(entry, await renderImage(entry), lookUp))),
    withheld,
    makers: shownMakers.map((maker) => describePublishedMaker(maker, lookUp)),
    vocab: collectWords(lookUp),
  }
  return Response.json(published)
}

async function renderImage({ pictures: [hero] }: Entry) {
  const { src } = await getImage({ src: hero.source, format: 'webp', ...SIZE })
  return { src, ...SIZE, alt: hero.alt }
}
