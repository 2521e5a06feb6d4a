/**
 * A demo site shows only invented makers and says so on every page. It is one until told otherwise:
 * a forgotten setting must never pass demo data off as real.
 */
export const demoSite = process.env.ASLI_DEMO_SITE !== 'false'

/**
 * The slug of the product that a preview shows whatever its approval. Undefined in every other build: only the preview's
 * own settings (site/preview/) put one in, and what they build cannot be deployed.
 */
export const previewed = process.env.ASLI_PREVIEW || undefined

export const siteName = 'Asli'

/** Where readers reach the operator, as a person reads it: an e-mail address or a page. Null where there is none. */
export const contact = process.env.ASLI_CONTACT || null

/** What a contact links to: `mailto:` for an e-mail address, a page by https itself; null for any other text. */
export function linkContact(text: string): string | null {
  if (/^[^\s@:/?#&%]+@[^\s@:/?#&%]+$/.test(text)) return `mailto:${text}`
  return text.startsWith('https://') && URL.canParse(text) ? text : null
}
