/** An actor as the event table keeps it: `maker:SLUG` or `curator`. */
import type { Actor } from '#core/certificate/status.ts'

export function writeActor(actor: Actor): string {
  return actor.role === 'maker' ? `maker:${actor.maker}` : 'curator'
}

/** A text that we never wrote names a maker that nobody is, so that the event fails its check. */
export function readActor(text: string): Actor {
  if (text === 'curator') return { role: 'curator' }
  return { role: 'maker', maker: text.startsWith('maker:') ? text.slice('maker:'.length) : text }
}
