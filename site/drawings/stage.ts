import type { Point } from './brush.ts'
import { between, cut, ellipse, fill, mix } from './brush.ts'
import { at, HEIGHT, handOf, palette, WIDTH } from './studio.ts'

/** The filters of the gouache hand: rough edges, pooled pigment, soft veils, and the paper's tooth. */
export const pigments = `
<radialGradient id="vignette" cx="0.4" cy="0.36" r="0.8"><stop offset="0.35" stop-color="#1d0f05" stop-opacity="0"/><stop offset="1" stop-color="#1d0f05" stop-opacity="0.5"/></radialGradient>
<filter id="rough" x="-4%" y="-4%" width="108%" height="108%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.021" numOctaves="2" seed="4" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="4.2" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="gouache" x="-4%" y="-4%" width="108%" height="108%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.021" numOctaves="2" seed="9" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="4.2" xChannelSelector="R" yChannelSelector="G" result="s"/><feTurbulence type="fractalNoise" baseFrequency="0.011 0.016" numOctaves="4" seed="21" result="m"/><feColorMatrix in="m" type="matrix" values="0.24 0 0 0 0.88  0.24 0 0 0 0.875  0.24 0 0 0 0.87  0 0 0 0 1" result="w"/><feComposite in="w" in2="s" operator="arithmetic" k1="1" k2="0" k3="0" k4="0"/></filter>
<filter id="veil" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="haze" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="24"/></filter>
<filter id="breath" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="3.2"/></filter>
<filter id="tooth" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.7" numOctaves="2" seed="3"/><feColorMatrix type="matrix" values="0 0 0 0 0.17  0 0 0 0 0.11  0 0 0 0 0.05  0 0 0 1.5 -0.68"/></filter>
<filter id="wash" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.006 0.009" numOctaves="4" seed="31"/><feColorMatrix type="matrix" values="0 0 0 0 0.35  0 0 0 0 0.22  0 0 0 0 0.1  2.4 0 0 0 -1.1"/></filter>
<filter id="stroke" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.0025 0.075" numOctaves="3" seed="12"/><feColorMatrix type="matrix" values="0 0 0 0 0.2  0 0 0 0 0.12  0 0 0 0 0.05  2.6 0 0 0 -1.32"/></filter>`

const sheet = `x="0" y="0" width="${WIDTH}" height="${HEIGHT}"`

/** The tooth of the paper over the whole sheet: the last thing laid on every picture. */
export function paperTooth(strength = 0.22): string {
  return `<rect ${sheet} filter="url(#tooth)" opacity="${strength}"/>`
}

/** The edge where table meets wall: a line that is nearly straight, as a brush draws it. */
function tableEdge(y: number, seed: number): Point[] {
  const hand = handOf(seed)
  return Array.from({ length: 9 }, (_, i): Point => [(i / 8) * (WIDTH + 80) - 40, y + between(hand, -3, 3)])
}

/** The table that things stand on: a deeper band below `y`, streaked with the brush and lit from the left. */
export function table(y: number, tone: string = palette.linen, seed = 7): string {
  const top = tableEdge(y, seed)
    .map(([x, h]) => `${at(x)} ${at(h)}`)
    .join('L')
  const d = `M${top}L${WIDTH + 40} ${HEIGHT + 40}L-40 ${HEIGHT + 40}Z`
  const hand = handOf(seed + 1)
  let [dark, light] = ['', '']
  for (let i = 0; i < 60; i++) {
    const depth = hand() ** 1.6
    const h = y + 14 + depth * (HEIGHT - y)
    const x = between(hand, -60, WIDTH)
    const mark = cut([x, h], [x + between(hand, 90, 330) * (0.5 + depth), h + between(hand, -3, 3)], 1 + depth * 1.6)
    if (hand() < 0.5) dark += mark
    else light += mark
  }
  const name = `table${Math.round(y)}`
  return `<linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(tone, palette.soga, 0.16)}"/><stop offset="0.35" stop-color="${tone}"/><stop offset="1" stop-color="${mix(tone, palette.soga, 0.12)}"/></linearGradient>
${fill(d, palette.sogaDark, 0.18, ' transform="translate(0 -9)" filter="url(#veil)"')}${fill(d, `url(#${name})`)}
<clipPath id="${name}c"><path d="${d}"/></clipPath><g clip-path="url(#${name}c)"><rect ${sheet} filter="url(#stroke)" opacity="0.13"/>${fill(dark, palette.soga, 0.22)}${fill(light, palette.cream, 0.4)}</g>`
}

/** A quiet wash on the wall, so that it is paper and not a flat tint. */
export function wallWash(): string {
  return `<rect ${sheet} filter="url(#wash)" opacity="0.07"/>`
}

/** The shadow on the table under a standing thing: dark where it touches, long and soft to the lower right. */
export function contact(centre: Point, rx: number, ry: number, reach = 1): string {
  const [x, y] = centre
  const long = ellipse([x + rx * 0.34 * reach, y + ry * 0.42], rx * (1 + 0.26 * reach), ry * 1.15)
  const near = ellipse([x + rx * 0.07, y + ry * 0.16], rx * 1.03, ry * 0.9)
  return fill(long, '#2b1c0c', 0.34, ' filter="url(#haze)"') + fill(near, '#21150a', 0.62, ' filter="url(#veil)"')
}

/** Paints a group in gouache: edges a little rough, pigment a little pooled. */
export function painted(content: string, filter: 'gouache' | 'rough' = 'gouache'): string {
  return `<g filter="url(#${filter})">${content}</g>`
}
