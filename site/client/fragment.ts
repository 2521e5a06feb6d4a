/** What stands behind the # stays with the reader: a link to the same page in another language keeps it. */
export function keepFragment(isSamePage: (path: string) => boolean): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
    if (isSamePage(link.pathname)) link.hash = location.hash
  }
}
