/** What a design's page says, derived from the design's history: texts in the reader's language. */
import type { Act } from '#core/certificate/status.ts'
import type { DesignHistory } from '../../functions/actions/describe-design.ts'
import { useDesignWords } from '../i18n/design.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Lang } from '../i18n/index.ts'
import { dateOf, nameReason } from '../verdict/view.ts'

type Certificate = DesignHistory['certificates'][number]

/** A step in the life of a certificate, and where the log has it. */
export interface Step {
  text: string
  entry: string
}

export interface CertificateView {
  state: Certificate['status']
  /** The state's word; of a limited design, with the number before it. */
  heading: string
  steps: Step[]
}

/** The design that an address names; null where it can name none, or has the prefix of no language. */
export function readAddress(params: Record<string, string | undefined>): { maker: string; id: string } | null {
  const { lang, maker = '', design: id = '' } = params
  const isSlug = (text: string) => /^[a-z0-9-]{1,60}$/.test(text)
  return (lang === undefined || lang === 'id') && isSlug(maker) && isSlug(id) ? { maker, id } : null
}

/** The maker's name from the catalogue's record; its slug where there is none. */
export function nameMakerOf({ maker, makerRecord }: DesignHistory): string {
  return makerRecord?.displayName ?? maker
}

export function describeEdition({ design }: DesignHistory, lang: Lang): string {
  const { editions } = useDesignWords(lang)
  return design.exclusivity === 'limited'
    ? editions.limited(formatNumber(design.size, lang))
    : editions[design.exclusivity]
}

/** `3 certificates in this registry, 1 live.` */
export function describeCount({ total, live }: DesignHistory, lang: Lang): string {
  const { count, certificates } = useDesignWords(lang)
  return `${count(formatNumber(total, lang), certificates[total === 1 ? 0 : 1], formatNumber(live, lang))}.`
}

/** That older certificates are not listed, or null where all are. */
export function describeCut({ total, certificates }: DesignHistory, lang: Lang): string | null {
  return total > certificates.length ? useDesignWords(lang).latest(formatNumber(certificates.length, lang)) : null
}

/** Every certificate with its life: when it was issued, and each act since with date, actor and reason. */
export function listCertificates(history: DesignHistory, lang: Lang): CertificateView[] {
  // Of two in one second, the log knows which came first.
  const latestFirst = [...history.certificates].sort((a, b) => b.logIndex - a.logIndex)
  return latestFirst.map((certificate) => ({
    state: certificate.status,
    heading: describeHeading(history, certificate, lang),
    steps: [describeIssue(certificate, lang), ...certificate.acts.map((act) => describeAct(history, act, lang))],
  }))
}

function describeHeading({ design }: DesignHistory, { number, status }: Certificate, lang: Lang): string {
  const words = useDesignWords(lang)
  if (design.exclusivity !== 'limited') return words.states[status]
  return `${words.number(formatNumber(number, lang), formatNumber(design.size, lang))}: ${words.states[status]}`
}

function describeIssue({ issuedAt, logIndex }: Certificate, lang: Lang): Step {
  const words = useDesignWords(lang)
  return { text: `${words.issued(dateOf(issuedAt, lang))}.`, entry: `${words.entry(formatNumber(logIndex, lang))}.` }
}

function describeAct(history: DesignHistory, act: Act, lang: Lang): Step {
  const words = useDesignWords(lang)
  const who = act.by.role === 'curator' ? words.curator : nameMakerOf(history)
  const reason = nameReason(act, lang)
  const said = words.acts[act.type](who, dateOf(act.at, lang))
  return { text: `${said}${reason ? `: ${reason}` : ''}.`, entry: `${words.entry(formatNumber(act.index, lang))}.` }
}
