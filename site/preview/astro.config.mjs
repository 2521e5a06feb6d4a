/**
 * The site with one product that nobody approved yet, for `asli content preview`. It writes below .cache/ alone and, without
 * the adapter, makes no Worker and leaves alone which one `wrangler deploy` would take: it cannot be published by mistake.
 *
 *   ASLI_PREVIEW   the product's slug
 *   ASLI_CONTENT   the content folder
 */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'astro/config'
import published from '../../astro.config.mjs'

const PAGES = 'site/pages'
const { ASLI_PREVIEW: slug = '', ASLI_CONTENT: content = 'content' } = process.env
if (!/^[a-z0-9-]+$/.test(slug)) throw new Error('ASLI_PREVIEW names no product: asli content preview SLUG sets it.')

/** The site's own pages, but for those that ask the registry at view: there is none here to answer. */
const staticPages = {
  name: 'asli-static-pages',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      const files = globSync('**/*.astro', { cwd: PAGES }).map((file) => file.replaceAll('\\', '/'))
      for (const file of files) {
        if (readFileSync(`${PAGES}/${file}`, 'utf8').includes('prerender = false')) continue
        const pattern = `/${file.replace(/(^|\/)index\.astro$|\.astro$/, '')}`
        injectRoute({ pattern, entrypoint: resolve(PAGES, file), prerender: true })
      }
    },
  },
}

export default defineConfig({
  ...published,
  // A folder without pages, so that only those above are made.
  srcDir: './site/preview',
  outDir: `./.cache/preview/pages/${slug}`,
  cacheDir: './.cache/preview/astro',
  adapter: undefined,
  integrations: [staticPages],
  vite: {
    ...published.vite,
    resolve: { alias: { '~content': resolve(content) } },
    define: { ...published.vite.define, 'process.env.ASLI_PREVIEW': JSON.stringify(slug) },
  },
})
