/**
 * The addresses of the verdict page: `/v/CODE`, `/V/CODE`, `/en/v/…`, `/id/v/…`, in any case. All lead to one Astro
 * page, `site/pages/v/[lang]/[code].astro`; without a language in the address, `Accept-Language` chooses.
 */
export const verdictLanguages = ['en', 'id'] as const
export type VerdictLanguage = (typeof verdictLanguages)[number]

export type VerdictRoute =
  | { kind: 'page'; path: string; negotiated: boolean }
  | { kind: 'redirect'; location: string; negotiated: boolean }

/** Where a request to the verdict's addresses goes, or null where the address is not one of them. */
export function routeVerdict(url: URL, acceptLanguage: string): VerdictRoute | null {
  const match = /^\/(?:(en|id)\/)?v(?:\/(.*))?$/i.exec(url.pathname)
  if (!match) return null
  const told = match[1]?.toLowerCase() as VerdictLanguage | undefined
  const negotiated = told === undefined
  const lang = told ?? preferredLanguage(acceptLanguage)
  const typed = match[2]?.replace(/\/$/, '') || ''
  const asked = url.searchParams.get('code')?.trim()
  // Browsers read a path of dots as a step up, which would lead away from the verdict.
  if (!typed && asked && !/^\.+$/.test(asked)) {
    return { kind: 'redirect', location: `/${lang}/v/${encodePart(asked)}`, negotiated }
  }
  if (!typed) return { kind: 'redirect', location: lang === 'en' ? '/verify/' : `/${lang}/verify/`, negotiated }
  // A slash is never part of a code, and would be part of a path.
  return { kind: 'page', path: `/v/${lang}/${encodePart(decode(typed).replaceAll('/', ' '))}`, negotiated }
}

/** At most 64 units of what was typed; a surrogate pair that the cut splits must not make encoding throw. */
function encodePart(text: string): string {
  return encodeURIComponent(text.slice(0, 64).toWellFormed())
}

/** A malformed escape is shown as it stands: it is no code, and the page says so. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The first of our languages in the order of the reader's weights; English otherwise. */
export function preferredLanguage(acceptLanguage: string): VerdictLanguage {
  const wanted = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { lang: tag.trim().split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const found = wanted.find(({ lang }) => verdictLanguages.some((known) => known === lang))
  return (found?.lang as VerdictLanguage | undefined) ?? 'en'
}
