/**
 * The owner's QR inside each folded card, drawn on the maker's device from the fragment of the address that `asli issue`
 * gave: `#o=CODE.SECRET,CODE.SECRET`. A card whose secret is not there keeps the words that say so.
 */
import { create } from 'qrcode'
import type { Code } from '#core/certificate/code.ts'
import { formatOwnerQr, parseCardsFragment } from '#core/certificate/owner-link.ts'
import { fitWidthMm, outlineQr } from '#core/qr/drawing.ts'
import { keepFragment } from './fragment.ts'

/** Wider than a card's, since it has a page to itself. */
const WIDTH_MM = 38
const SVG = 'http://www.w3.org/2000/svg'

function drawQr(text: string, dpi: number, label: string): SVGElement {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' })
  const { side, path } = outlineQr(modules)
  const width = `${Number(fitWidthMm(modules.size, WIDTH_MM, dpi).mm.toFixed(4))}mm`
  const names = { class: 'qr', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' }
  const svg = make('svg', { ...names, viewBox: `0 0 ${side} ${side}`, width, height: width })
  svg.appendChild(make('path', { fill: '#000', d: path }))
  return svg
}

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  return element
}

/** Whether the card has its QR now. */
function drawCard(place: HTMLElement, secrets: Map<Code, Uint8Array>): boolean {
  const { ownerOf, origin = '', dpi, label = '' } = place.dataset
  const code = ownerOf as Code
  const secret = secrets.get(code)
  place.querySelector('svg')?.remove()
  if (secret)
    place.insertBefore(drawQr(formatOwnerQr(origin, { code, secret }), Number(dpi), label), place.children[1] ?? null)
  place.hidden = !secret
  place.nextElementSibling?.toggleAttribute('hidden', !!secret)
  return !!secret
}

function drawCards(): void {
  const secrets = parseCardsFragment(location.hash)
  const places = [...document.querySelectorAll<HTMLElement>('[data-owner-of]')]
  const areDrawn = places.map((place) => drawCard(place, secrets))
  document.getElementById('owner-missing')?.toggleAttribute('hidden', !areDrawn.includes(false))
  keepFragment((path) => path.endsWith('/print/cards'))
}

drawCards()
addEventListener('hashchange', drawCards)
