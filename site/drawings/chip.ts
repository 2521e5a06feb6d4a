import type { Hand, Point } from './brush.ts'
import {
  between,
  bow,
  cut,
  fill,
  inside,
  line,
  mix,
  moved,
  oneOf,
  oval,
  polygon,
  ribbon,
  smooth,
  sweep,
} from './brush.ts'
import { palette } from './studio.ts'

export const GOLD = '#d9a14a'
const GLAZE = '#b23a22'
export const GLAZE_DARK = '#6d1a12'
export const EDGE = '#4d150d'
export const GLINT = '#ffe3c4'

/** One fried cassava chip: where it lies, its half axes, its turn, and how thickly it is glazed (0–1). */
export interface Chip {
  id: string
  centre: Point
  rx: number
  ry: number
  turn: number
  glaze: number
  /** How strongly the rim waves; 1 for a common chip. */
  wave?: number
}

/** A blister in the crust: a dome with shade at the lower right and a glint at the upper left. */
export function blister(hand: Hand, c: Point, r: number, flat: number): string {
  const turn = between(hand, -0.5, 0.5)
  const dome = (k: number, dx: number): string =>
    smooth(oval(hand, moved(c, dx * r, dx * r * flat), r * k, r * flat * k, 0.09, 9, turn))
  return (
    fill(dome(1.08, 0.12), EDGE, 0.6) +
    fill(dome(1, 0), mix('#bf4a27', GOLD, between(hand, 0, 0.4))) +
    fill(dome(0.66, -0.18), mix('#d5682f', GOLD, hand() * 0.7), 0.75) +
    fill(dome(0.2, -0.42), GLINT, 0.8)
  )
}

/** Flakes and pale seeds of chilli strewn over an oval. */
export function strewn(hand: Hand, look: Chip, flakes: number, seeds: number, size: number): string {
  const place = (): Point => {
    const [a, r] = [hand() * Math.PI * 2, Math.sqrt(hand()) * 0.88]
    const [x, y] = [Math.cos(a) * r * look.rx, Math.sin(a) * r * look.ry]
    return moved(
      look.centre,
      x * Math.cos(look.turn) - y * Math.sin(look.turn),
      x * Math.sin(look.turn) + y * Math.cos(look.turn),
    )
  }
  let out = ''
  for (let i = 0; i < flakes; i++) {
    const c = place()
    const corners = oval(hand, c, size * between(hand, 0.5, 1.4), size * between(hand, 0.35, 0.8), 0.4, 6, hand() * 3)
    out +=
      fill(polygon(corners.map((p) => moved(p, size * 0.16, size * 0.2))), EDGE, 0.55) +
      fill(polygon(corners), oneOf(hand, ['#8c1d14', '#7a1510', '#a52a1a', '#5c120d']))
  }
  for (let i = 0; i < seeds; i++) {
    const [c, turn] = [place(), hand() * 3]
    out +=
      fill(smooth(oval(hand, moved(c, size * 0.12, size * 0.18), size * 0.5, size * 0.36, 0.1, 7, turn)), EDGE, 0.55) +
      fill(smooth(oval(hand, c, size * 0.5, size * 0.36, 0.1, 7, turn)), '#e8c981') +
      fill(smooth(oval(hand, moved(c, -size * 0.1, -size * 0.1), size * 0.2, size * 0.12, 0.1, 6, turn)), '#fff3d2')
  }
  return out
}

/** The wavering outline of a chip. */
export function outline(hand: Hand, { centre, rx, ry, turn, wave = 1 }: Chip): Point[] {
  const phase = hand() * 6
  return Array.from({ length: 22 }, (_, i) => {
    const a = (i / 22) * Math.PI * 2
    const r =
      1 + wave * (0.05 * Math.sin(a * 3 + phase) + 0.03 * Math.sin(a * 5 + phase * 2)) + between(hand, -0.018, 0.018)
    const [x, y] = [Math.cos(a) * rx * r, Math.sin(a) * ry * r]
    return moved(centre, x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn))
  })
}

/** The few blisters of a common chip. */
function bubblesOf(hand: Hand, { centre, rx, ry }: Chip): string {
  let out = ''
  for (let i = 0; i < 6; i++) {
    const [a, r] = [hand() * 6.28, between(hand, 0.15, 0.72)]
    const place = moved(centre, Math.cos(a) * r * rx, Math.sin(a) * r * ry)
    out += blister(hand, place, rx * between(hand, 0.05, 0.12), Math.max(0.5, ry / rx))
  }
  return out
}

/** A chip as it lies in a heap: rim, glaze, a warped side in shade, blisters and a few flakes. */
export function chip(hand: Hand, look: Chip): string {
  const { id, centre, rx, ry, turn, glaze } = look
  const edge = outline(hand, look)
  const d = smooth(edge)
  const thick = smooth(edge.map((p) => moved(p, rx * 0.03, rx * 0.075)))
  const base = mix('#d58a3c', GLAZE, glaze)
  const shift = (k: number, dx: number, dy: number): string =>
    smooth(oval(hand, moved(centre, dx * rx, dy * ry), rx * k, ry * k, 0.09, 11, turn))
  const smear = shift(0.8, -0.02, 0.02)
  const lit = shift(0.5, -0.3, -0.3)
  const valley = smooth(oval(hand, moved(centre, rx * 0.42, ry * 0.4), rx * 0.5, ry * 0.4, 0.14, 9, turn))
  const crust = fill(d, mix(GOLD, base, 0.4)) + fill(smear, base) + fill(valley, GLAZE_DARK, 0.38)
  const tones = crust + fill(lit, mix(base, '#e0803f', 0.6), 0.75) + bubblesOf(hand, look)
  const lip = edge.slice(11, 17).map((p) => moved(p, rx * 0.05, ry * 0.06))
  const face = tones + strewn(hand, look, 9, 3, rx * 0.055) + fill(sweep(lip, rx * 0.035), GLINT, 0.6)
  return line(thick, EDGE, 3.4) + fill(thick, '#a8602a') + line(d, EDGE, 2.6) + inside(id, d, face)
}

/** A red chilli from its stalk to its tip, bowed over a handle point. */
export function chilli(stalk: Point, handle: Point, tip: Point, thick: number): string {
  const spine = bow(stalk, handle, tip, 14)
  const girth =
    (k: number) =>
    (t: number): number =>
      thick * k * (t < 0.12 ? 0.72 + t * 2.3 : 1) * Math.max(0.02, (1 - t) ** 0.62)
  const body = ribbon(spine, girth(1))
  const lit = ribbon(
    spine.map((p) => moved(p, -thick * 0.12, -thick * 0.18)),
    girth(0.5),
  )
  const glint = sweep(
    spine.slice(2, 10).map((p) => moved(p, -thick * 0.14, -thick * 0.24)),
    thick * 0.1,
  )
  const [first, second] = [spine[0] ?? stalk, spine[1] ?? handle]
  const back = moved(first, (first[0] - second[0]) * 2.1, (first[1] - second[1]) * 2.1 - thick * 0.2)
  const cap = smooth([
    moved(first, 0, -thick * 0.44),
    moved(second, 0, -thick * 0.2),
    moved(second, 0, thick * 0.24),
    moved(first, 0, thick * 0.46),
    moved(first, (first[0] - second[0]) * 0.6, (first[1] - second[1]) * 0.6),
  ])
  return (
    line(body, EDGE, 4) +
    fill(body, '#9b1f18') +
    fill(lit, '#c23a24') +
    fill(glint, GLINT, 0.9) +
    line(cap, palette.leafDark, 3) +
    fill(cap, palette.leaf) +
    fill(
      ribbon([back, first, second], (t) => thick * (0.16 + 0.1 * t)),
      palette.leafDark,
    ) +
    fill(cut(moved(back, 0, -2), first, thick * 0.04), '#9aa767')
  )
}
