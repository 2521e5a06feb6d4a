/** The built site as files: pages and what they refer to. Nothing here runs a browser. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** `ASLI_DIST`, or the folder that `npm run build` writes. */
export const dist = resolve(process.env.ASLI_DIST ?? 'dist/client')

if (!existsSync(join(dist, 'index.html'))) {
  throw new Error(`${dist} holds no built site: build it first (npm test does), or name its folder in ASLI_DIST.`)
}

export interface Page {
  /** As a reader types it: `/products/`, `/404.html`. */
  address: string
  html: string
}

export const pages: Page[] = globSync('**/*.html', { cwd: dist })
  .sort()
  .map((file) => ({
    address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    html: readFileSync(join(dist, file), 'utf8'),
  }))

export const styles = globSync('_astro/*.css', { cwd: dist }).map((file) => readFileSync(join(dist, file), 'utf8'))

/** Whether a file of the build answers that path. */
export function isServed(path: string): boolean {
  const [bare = ''] = decodeURIComponent(path).split(/[?#]/)
  return existsSync(join(dist, bare.endsWith('/') ? `${bare}index.html` : bare))
}
