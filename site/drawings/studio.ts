/**
 * The room in which every demo picture is drawn: one palette, one light, one seeded hand.
 *
 * The demo catalogue names no real product, so it shows no photograph. A drawing is an SVG of
 * 1600 × 1200 units, rendered to WebP by `npm run draw`; the same sources give the same pictures.
 * Light falls from the upper left at about 45°; shadows fall to the lower right.
 */

export const WIDTH = 1600
export const HEIGHT = 1200

/** The house's pigments: indigo and soga on cream, with the few others that the products need. */
export const palette = {
  cream: '#f5eedf',
  paper: '#ebe1cd',
  linen: '#ddcfb4',
  sand: '#c9b48d',
  soga: '#7a4a22',
  sogaDark: '#4c2c14',
  sogaLight: '#a8713c',
  indigo: '#22304f',
  indigoDark: '#141d33',
  indigoLight: '#4d628f',
  mengkudu: '#8c2f2a',
  leaf: '#5e6b3c',
  leafDark: '#3a4527',
  turmeric: '#c98f2c',
  charcoal: '#2a2622',
} as const

/** A number source in [0, 1): mulberry32, so that a drawing is the same on every machine. */
export function handOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** One picture: `defs` are patterns, gradients and filters; `body` is what stands before the backdrop. */
export interface Drawing {
  defs?: string
  body: string
  /** The wall's tone; the table is drawn a shade deeper. */
  wall?: string
}

/** A whole SVG document: wall, table and soft light, and the drawing before them. */
export function renderSvg({ defs = '', body, wall = palette.paper }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<defs>
<radialGradient id="studio-light" cx="0.32" cy="0.22" r="0.95"><stop offset="0" stop-color="#fff" stop-opacity="0.5"/><stop offset="0.55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#3b2a17" stop-opacity="0.22"/></radialGradient>
<filter id="studio-shadow" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="22"/></filter>
${defs}
</defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="${wall}"/>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#studio-light)"/>
${body}
</svg>`
}

/** The soft shadow that a thing throws: the same outline, moved to the lower right and blurred. */
export function shadowOf(pathData: string, dx = 26, dy = 34, opacity = 0.32): string {
  return `<path d="${pathData}" transform="translate(${dx} ${dy})" fill="#2b1c0c" opacity="${opacity}" filter="url(#studio-shadow)"/>`
}

/** A coordinate for SVG text: at most two decimals, so that files stay small and stable. */
export function at(value: number): string {
  return String(Math.round(value * 100) / 100)
}
