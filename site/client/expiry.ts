/**
 * What has run out since the page was built: asks the registry once which day it is and whether the approval still
 * holds, and puts the words that the page brought along in place of the printed date. Where it gets no answer, and
 * without JavaScript, the printed date stands.
 */
import { dayInIndonesia } from '#core/calendar.ts'

const states = ['approved', 'expired', 'withdrawn'] as const

interface Status {
  state: (typeof states)[number]
  /** The day in Indonesia on which the registry answered. */
  day: string
}

const PATIENCE_MS = 15_000

/** Null for whatever is no answer of the registry's. */
async function readStatus(product: string): Promise<Status | null> {
  const options = { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) } as const
  const response = await fetch(`/api/products/${product}/status`, options)
  const answer = (await response.json()) as { state?: unknown; checkedAt?: unknown }
  const state = states.find((known) => known === answer.state)
  return response.ok && state ? { state, day: dayInIndonesia(Date.parse(String(answer.checkedAt))) } : null
}

function showApproval(place: HTMLElement, state: Status['state']): void {
  const words = state === 'approved' ? undefined : place.dataset[state]
  if (words) place.textContent = words
}

/** An attestation whose last day is before this one. */
function showLapsed(row: HTMLElement, day: string): void {
  const { expires = '', expired } = row.dataset
  const dates = row.querySelector('[data-dates]')
  if (day <= expires || !dates || !expired) return
  dates.textContent = expired
  row.classList.add('expired')
}

async function check(place: HTMLElement): Promise<void> {
  const status = await readStatus(place.dataset.product ?? '')
  if (!status) return
  showApproval(place, status.state)
  for (const row of document.querySelectorAll<HTMLElement>('[data-expires]')) showLapsed(row, status.day)
}

const place = document.getElementById('until')
if (place) check(place).catch(() => undefined)
