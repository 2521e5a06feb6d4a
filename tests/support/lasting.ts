/** The demo's approvals end one by one. Where a test is of something else, here none does: it says the same on any day. */
import type { Published } from '../../functions/actions/catalogue.ts'

const END = '2999-12-31'

/** The catalogue as the build wrote it, with approvals that outlast every test. */
export function prolongApprovals({ products, ...rest }: Published): Published {
  const prolong = <A extends { expiresAt: string }>(curation: A) => ({ ...curation, expiresAt: END })
  return { ...rest, products: products.map((one) => ({ ...one, curation: prolong(one.curation) })) }
}

/** A module before the built entry, by which the Worker reads that catalogue. */
export const lastingWrapper = `import worker from './entry.mjs'
  const readAsset = async (assets, asked, ...options) => {
    const answer = await assets.fetch(asked, ...options)
    if (!String(asked.url ?? asked).endsWith('/published.json')) return answer
    const published = await answer.json()
    for (const { curation } of published.products) curation.expiresAt = '${END}'
    return Response.json(published)
  }
  export default { ...worker, fetch: (request, env, context) => {
    const ASSETS = { fetch: (...asked) => readAsset(env.ASSETS, ...asked) }
    return worker.fetch(request, { ...env, ASSETS }, context)
  } }`
