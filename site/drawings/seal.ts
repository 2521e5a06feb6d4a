import type { Point } from './brush.ts'
import { cut, ellipse, fill, line, moved, polygon, smooth } from './brush.ts'
import { at, palette } from './studio.ts'

/** A leaf from its stalk to its tip: a body and a vein left open. */
export function leaf(stalk: Point, tip: Point, width: number, ink: string, vein: string): string {
  const body = cut(stalk, tip, width)
  return (
    fill(body, ink) +
    line(`M${at(stalk[0])} ${at(stalk[1])}L${at(tip[0])} ${at(tip[1])}`, vein, Math.max(1.2, width * 0.09))
  )
}

const polar = (centre: Point, angle: number, r: number): Point =>
  moved(centre, Math.cos(angle) * r, Math.sin(angle) * r)

/** The double ring in which every seal sits. */
function ring(centre: Point, r: number, ink: string): string {
  return line(ellipse(centre, r, r), ink, r * 0.07) + line(ellipse(centre, r * 0.86, r * 0.86), ink, r * 0.025)
}

/** A seal of two coffee leaves over three cherries. */
export function coffeeSeal(centre: Point, r: number, ink: string, ground: string): string {
  const foot = moved(centre, 0, r * 0.16)
  const leaves = [-2.55, -0.6].map((a) => leaf(foot, polar(foot, a, r * 0.66), r * 0.26, ink, ground)).join('')
  const cherries = [-0.26, 0, 0.26]
    .map((dx, i) => fill(ellipse(moved(centre, dx * r, r * (i === 1 ? 0.5 : 0.34)), r * 0.14, r * 0.15), ink))
    .join('')
  const top = leaf(foot, moved(centre, 0, -r * 0.68), r * 0.2, ink, ground)
  return ring(centre, r, ink) + leaves + top + cherries
}

/** A seal of a root's slice: rings, a core, and the rays between them. */
export function sliceSeal(centre: Point, r: number, ink: string): string {
  let rays = ''
  for (let i = 0; i < 18; i++) {
    const a = (i * Math.PI) / 9
    rays += cut(polar(centre, a, r * 0.24), polar(centre, a, r * (i % 2 ? 0.5 : 0.66)), r * 0.06)
  }
  return (
    ring(centre, r, ink) +
    line(ellipse(centre, r * 0.74, r * 0.74), ink, r * 0.03) +
    fill(rays, ink) +
    fill(ellipse(centre, r * 0.15, r * 0.15), ink)
  )
}

/** A seal of a twelve-rayed sun over two waves, for a warm drink. */
export function warmthSeal(centre: Point, r: number, ink: string): string {
  const sun = moved(centre, 0, -r * 0.12)
  let rays = ''
  for (let i = 0; i < 12; i++)
    rays += cut(polar(sun, (i * Math.PI) / 6, r * 0.34), polar(sun, (i * Math.PI) / 6, r * 0.62), r * 0.06)
  const wave = (y: number): string => {
    const points = [-0.5, -0.25, 0, 0.25, 0.5].map((x, i) => moved(centre, x * r, (y + (i % 2 ? -0.04 : 0.04)) * r))
    return line(smooth(points, false), ink, r * 0.05)
  }
  return ring(centre, r, ink) + fill(ellipse(sun, r * 0.24, r * 0.24), ink) + fill(rays, ink) + wave(0.6)
}

/** A seal of a palm crown over its stem. */
export function palmSeal(centre: Point, r: number, ink: string): string {
  const heart = moved(centre, 0, -r * 0.12)
  let fronds = ''
  for (let i = 0; i < 7; i++) {
    const angle = Math.PI * (1.02 + (i / 6) * 0.96)
    fronds += cut(
      heart,
      moved(polar(heart, angle, r * 0.64), 0, r * 0.2 * Math.abs(Math.cos(angle))),
      r * 0.075,
      (i - 3) * r * 0.03,
    )
  }
  const stem = polygon([
    moved(heart, -r * 0.035, 0),
    moved(heart, r * 0.035, 0),
    moved(centre, r * 0.07, r * 0.6),
    moved(centre, -r * 0.07, r * 0.6),
  ])
  const nuts = [-0.1, 0.1].map((dx) => fill(ellipse(moved(heart, dx * r, r * 0.1), r * 0.1, r * 0.1), ink)).join('')
  const ground = line(`M${at(centre[0] - r * 0.42)} ${at(centre[1] + r * 0.6)}h${at(r * 0.84)}`, ink, r * 0.05)
  return ring(centre, r, ink) + fill(fronds, ink) + fill(stem, ink) + nuts + ground
}

const LETTERS = [
  'M0 0V6H1.6Q3.6 6 3.6 3T1.6 0Z',
  'M3.4 0H0V6H3.4M0 3H2.8',
  'M0 6V0L2 4L4 0V6',
  'M2 0Q4 0 4 3T2 6T0 3T2 0Z',
]

/** The honest word DEMO, cut in plain capitals; `size` is the height of a letter. */
export function demoWord(centre: Point, size: number, ink: string): string {
  const k = size / 6
  const glyphs = LETTERS.map((d, i) => `<path d="${d}" transform="translate(${at(i * 6.2)} 0)"/>`).join('')
  return `<g transform="translate(${at(centre[0] - 11.2 * k)} ${at(centre[1] - size / 2)}) scale(${at(k)})" fill="none" stroke="${ink}" stroke-width="1" stroke-linecap="round" stroke-linejoin="round">${glyphs}</g>`
}

/** Ruled lines where text will stand; `shares` are the lines' lengths as shares of `width`. */
export function ruled(
  start: Point,
  width: number,
  gap: number,
  shares: readonly number[],
  ink: string = palette.charcoal,
  weight = 4,
  centred = false,
): string {
  return shares
    .map((share, i) => {
      const x = start[0] + (centred ? (width * (1 - share)) / 2 : 0)
      return line(`M${at(x)} ${at(start[1] + i * gap)}h${at(width * share)}`, ink, weight)
    })
    .join('')
}
