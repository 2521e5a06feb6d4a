/** A page's markup, read without a browser. */

/** Start tags of that element, or of all. */
export function findTags(html: string, name = '[a-z][a-z0-9]*'): string[] {
  return html.match(new RegExp(`<${name}(?=[\\s>/])(?:"[^"]*"|[^">])*>`, 'gi')) ?? []
}

/** The value of an attribute, with its character references resolved; undefined where it is not there. */
export function readAttribute(tag: string, name: string): string | undefined {
  const [, value] = tag.match(new RegExp(`\\s${name}="([^"]*)"`, 'i')) ?? []
  return value?.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}

/** Addresses that a page loads or leads to, split by which of the two. */
export function listAddresses(html: string): { loaded: string[]; linked: string[] } {
  const tags = findTags(html)
  const isLink = (tag: string) => /^<a[\s>]/i.test(tag) || /rel="(canonical|alternate)"/.test(tag)
  const hrefs = tags.map((tag) => ({ tag, href: readAttribute(tag, 'href') }))
  const sources = tags.map((tag) => readAttribute(tag, 'src'))
  const sets = tags.flatMap((tag) => readAttribute(tag, 'srcset')?.split(', ') ?? [])
  const candidates = sets.map((one) => one.split(' ')[0])
  const given = (values: (string | undefined)[]) => values.filter((value) => value !== undefined)
  return {
    loaded: given([...sources, ...candidates, ...hrefs.filter(({ tag }) => !isLink(tag)).map(({ href }) => href)]),
    linked: given(hrefs.filter(({ tag }) => /^<a[\s>]/i.test(tag)).map(({ href }) => href)),
  }
}

/** The words of a page's main part. */
export function readText(html: string): string {
  const [main = ''] = html.match(/<main[\s>].*<\/main>/s) ?? []
  return main
    .replaceAll(/<\/(p|li|dd|dt|h\d|td|th|figcaption)>/g, '. ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}
