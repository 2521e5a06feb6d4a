/** Weave and paper: the grain of cloth, of board and of the drawing itself. */
import { at, HEIGHT, WIDTH } from '../studio.ts'
import type { Hand } from './marks.ts'

/** Filters used by every picture: a gouache edge, the tooth of the paper, dye that creeps along threads. */
export const finishDefs = `<filter color-interpolation-filters="sRGB" id="gouache" x="-2%" y="-2%" width="104%" height="104%"><feTurbulence type="fractalNoise" baseFrequency="0.035" numOctaves="3" seed="7" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="3.4" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter color-interpolation-filters="sRGB" id="creep" x="-2%" y="-2%" width="104%" height="104%"><feTurbulence type="fractalNoise" baseFrequency="0.045" numOctaves="4" seed="3" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="9" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter color-interpolation-filters="sRGB" id="bleed" x="-2%" y="-2%" width="104%" height="104%"><feTurbulence type="fractalNoise" baseFrequency="0.16" numOctaves="2" seed="3" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="3.5" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter color-interpolation-filters="sRGB" id="tooth" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.55" numOctaves="2" seed="11"/><feColorMatrix values="0 0 0 0 0.2  0 0 0 0 0.13  0 0 0 0 0.06  0.9 0 0 0 -0.42"/></filter>
<filter color-interpolation-filters="sRGB" id="wash" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.006" numOctaves="4" seed="5"/><feColorMatrix values="0 0 0 0 0.25  0 0 0 0 0.16  0 0 0 0 0.08  1.1 0 0 0 -0.5"/></filter>
<filter color-interpolation-filters="sRGB" id="soft"><feGaussianBlur stdDeviation="7"/></filter>
<filter color-interpolation-filters="sRGB" id="softer"><feGaussianBlur stdDeviation="16"/></filter>`

/** The paper on which all is painted: laid last, over the whole picture. */
export function tooth(strength = 0.34): string {
  return `<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#tooth)" opacity="${strength}"/>`
}

/** Uneven washes of the backdrop, so that the wall is painted and not poured. */
export function wash(strength = 0.3): string {
  return `<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#wash)" opacity="${strength}"/>`
}

/** A plain-weave pattern of `pitch` units: over and under, light on the upper left of every thread. */
export function weavePattern(id: string, pitch: number, dark: string, light: string): string {
  const p = pitch
  const cell = (x: number, y: number, w: number, h: number): string =>
    `<rect x="${at(x + p * 0.06)}" y="${at(y + p * 0.06)}" width="${at(w - p * 0.12)}" height="${at(h - p * 0.12)}" rx="${at(p * 0.32)}" fill="${light}" fill-opacity="0.16"/>` +
    `<rect x="${at(x)}" y="${at(y + h - p * 0.18)}" width="${at(w)}" height="${at(p * 0.18)}" fill="${dark}" fill-opacity="0.3"/>` +
    `<rect x="${at(x + w - p * 0.16)}" y="${at(y)}" width="${at(p * 0.16)}" height="${at(h)}" fill="${dark}" fill-opacity="0.26"/>`
  return `<pattern id="${id}" width="${at(2 * p)}" height="${at(2 * p)}" patternUnits="userSpaceOnUse">${cell(0, 0, p, p)}${cell(p, p, p, p)}<rect x="${at(p)}" width="${at(p)}" height="${at(p)}" fill="${dark}" opacity="0.1"/><rect y="${at(p)}" width="${at(p)}" height="${at(p)}" fill="${dark}" opacity="0.1"/></pattern>`
}

/** Hand-spun unevenness: threads that swell for a while and thin out again, along and across. */
export function slubs(count: number, hand: Hand, dark: string, light: string, width = 5): string {
  let out = ''
  for (let i = 0; i < count; i++) {
    const across = hand() < 0.55
    const [x, y] = [hand() * WIDTH, hand() * HEIGHT]
    const length = 60 + hand() * 320
    const half = (width * (0.4 + hand())) / 2
    const tone = hand() < 0.55 ? light : dark
    const shape = across
      ? `M${at(x)} ${at(y)}q${at(length / 2)} ${at(-half * 2)} ${at(length)} 0q${at(-length / 2)} ${at(half * 2)} ${at(-length)} 0`
      : `M${at(x)} ${at(y)}q${at(-half * 2)} ${at(length / 2)} 0 ${at(length)}q${at(half * 2)} ${at(-length / 2)} 0 ${at(-length)}`
    out += `<path d="${shape}" fill="${tone}" fill-opacity="${at(0.05 + hand() * 0.13)}"/>`
  }
  return out
}
