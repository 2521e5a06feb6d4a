/**
 * The owner's link on the verdict page: with `#o=…` in the address it fetches the sealed text, opens it on this device,
 * and shows the name only where it is the one that the credential commits to. What stands behind the # is never sent.
 */
import { dayInIndonesia } from '#core/calendar.ts'
import { type OpenFault, openMadeFor } from '#core/certificate/made-for.ts'
import { isOwnerFragment, parseOwnerFragment } from '#core/certificate/owner-link.ts'
import { useOwnerWords } from '../i18n/owner.ts'
import { keepFragment } from './fragment.ts'

/** Why there is no name, or the name. */
type Opening =
  | { kind: 'opened'; name: string }
  | { kind: 'erased'; at: string }
  | { kind: 'cut' | 'insecure' | 'nothing-sealed' | 'unreachable' | OpenFault }

const PATIENCE_MS = 15_000
const { lang } = document.documentElement
const words = useOwnerWords(lang)

async function open(fragment: string, code: string, commitment: string): Promise<Opening> {
  const secret = parseOwnerFragment(fragment)
  if (!secret) return { kind: 'cut' }
  // Without https browsers have no WebCrypto, but for a local host.
  if (!isSecureContext) return { kind: 'insecure' }
  const answer = await readSealed(code)
  if (typeof answer !== 'string') return answer
  const name = await openMadeFor(answer, commitment, secret)
  return name.ok ? { kind: 'opened', name: name.value } : { kind: name.error }
}

/** The sealed text. Whatever is not read is never taken for an answer. */
async function readSealed(code: string): Promise<string | Opening> {
  const options = { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) } as const
  const response = await fetch(`/api/certificates/${code}/sealed`, options)
  const { sealed, erasedAt } = (await response.json()) as { sealed?: unknown; erasedAt?: unknown }
  if (response.ok && typeof sealed === 'string') return sealed
  if (response.status === 410 && typeof erasedAt === 'string') return { kind: 'erased', at: erasedAt }
  return { kind: response.status === 404 ? 'nothing-sealed' : 'unreachable' }
}

function describe(opening: Opening): string {
  if (opening.kind !== 'erased') return words[opening.kind]
  const day = new Date(`${dayInIndonesia(Date.parse(opening.at))}T00:00:00Z`)
  return words.erased(
    new Intl.DateTimeFormat(lang === 'id' ? 'id' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day),
  )
}

async function show(place: HTMLElement): Promise<void> {
  const { code = '', commitment = '' } = place.dataset
  const fragment = location.hash
  const [one, name, note] = place.children
  const shown = name?.querySelector('bdi')
  // A link within the page ends the fragment, and says nothing about the name.
  if (!isOwnerFragment(fragment) || !(name instanceof HTMLElement) || !one || !note || !shown) return
  keepFragment((path) => path.endsWith(`/v/${code}`))
  note.textContent = words.opening
  const opening = await open(fragment, code, commitment).catch((): Opening => ({ kind: 'unreachable' }))
  if (isOwnerFragment(location.hash) && location.hash !== fragment) return
  shown.textContent = opening.kind === 'opened' ? opening.name : ''
  name.hidden = opening.kind !== 'opened'
  // Once it is erased, not even they can show it.
  one.toggleAttribute('hidden', opening.kind === 'opened' || opening.kind === 'erased')
  note.textContent = describe(opening)
  // What went wrong is no small print.
  note.classList.toggle('source', opening.kind === 'opened')
}

const place = document.getElementById('made-for')
if (place) {
  void show(place)
  addEventListener('hashchange', () => void show(place))
}
