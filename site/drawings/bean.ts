import type { Hand, Point } from './brush.ts'
import { between, cut, fill, inside, line, mix, moved, oval, smooth, sweep } from './brush.ts'
import { palette } from './studio.ts'

const CREVICE = '#1c0f08'
const CHAFF = '#b98a5a'

/** One roasted bean: where it lies, half its length, its turn, and which side it shows. */
export interface Bean {
  id: string
  centre: Point
  size: number
  turn: number
  /** True when the flat side with the centre cut looks at us; false for the round back. */
  flat: boolean
  /** From 0 (lighter roast) to 1 (nearly black). */
  roast: number
  /** How far the bean is pressed by the point of view; 1 seen from above. */
  press?: number
}

/** A function that lays the bean's own measure (along −1…1, across −1…1) on the sheet. */
function layOf({ centre, size, turn, press = 1 }: Bean, plump: number): (along: number, across: number) => Point {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return (u, v) => moved(centre, (u * c - v * plump * s) * size, (u * s + v * plump * c) * size * press)
}

/** The centre cut: a bowed, slightly S-shaped furrow with a lit lip and a thread of silver skin. */
function centreCut(hand: Hand, lay: (u: number, v: number) => Point, size: number): string {
  const bow = between(hand, -0.1, 0.1)
  const sway = between(hand, 0.06, 0.16) * (hand() < 0.5 ? -1 : 1)
  const furrow = (shift: number): Point[] =>
    [-0.97, -0.66, -0.33, 0, 0.33, 0.66, 0.97].map((u) => lay(u, bow * (1 - u * u) + sway * Math.sin(u * 2.6) + shift))
  const lip = furrow(0).map((p) => moved(p, size * 0.045, size * 0.05))
  const skin = furrow(0).slice(1, 6)
  return (
    fill(sweep(lip, size * 0.17, 0.2), palette.sogaLight, 0.55) +
    fill(sweep(furrow(0), size * 0.2, 0.3), CREVICE) +
    fill(sweep(skin, size * 0.028, 0.1), CHAFF, 0.6)
  )
}

/** Gouge strokes that follow the bean's length on its shaded side. */
function grain(hand: Hand, lay: (u: number, v: number) => Point, size: number, turn: number): string {
  const shade = Math.cos(turn) + Math.sin(turn) * -1 > 0 ? 1 : -1
  let d = ''
  const many = size > 60 ? 13 : 6
  for (let i = 0; i < many; i++) {
    const v = shade * (0.42 + (i / many) * 0.54)
    const reach = Math.sqrt(Math.max(0, 1 - v * v)) * 0.8
    const start = between(hand, -1, -0.3) * reach
    d += cut(lay(start, v), lay(start + between(hand, 0.6, 1.3) * reach, v * 0.98), size * 0.014, shade * -size * 0.02)
  }
  return d
}

/** The oil on the roast: a cool window of light and a few sparks toward the upper left. */
function sheen(hand: Hand, bean: Bean, reach: number): string {
  const { centre, size, turn, press = 1 } = bean
  const spot = moved(centre, -size * 0.3 * reach, -size * 0.36 * reach * press)
  const patch = smooth(oval(hand, spot, size * 0.25, size * 0.085 * press, 0.16, 9, turn))
  const spark = smooth(
    oval(hand, moved(spot, -size * 0.03, -size * 0.03), size * 0.13, size * 0.032 * press, 0.2, 7, turn),
  )
  return fill(patch, '#c9b6a2', 0.5) + fill(spark, palette.cream, 0.82)
}

/** A roasted coffee bean with its outline, four tones of brown, its cut and its sheen. */
export function bean(hand: Hand, look: Bean): string {
  const { id, centre, size, turn, flat, roast, press = 1 } = look
  const plump = between(hand, 0.7, 0.8)
  const lay = layOf(look, plump)
  const base = mix('#70401f', '#2e170b', roast)
  const soft = size > 60 ? ' filter="url(#breath)"' : ''
  const body = (k: number, dx: number, dy: number): string =>
    smooth(
      oval(
        hand,
        moved(centre, dx * size, dy * size * press),
        size * k,
        size * plump * k * press,
        size > 60 ? 0.07 : 0.02,
        11,
        turn,
      ),
    )
  const d = smooth(
    Array.from({ length: 16 }, (_, i) => {
      const a = (i / 16) * Math.PI * 2
      const r = 1 + between(hand, -0.02, 0.02)
      return lay(Math.cos(a) * r, Math.sin(a) * r)
    }),
  )
  const tones =
    fill(d, mix(base, CREVICE, 0.5)) +
    fill(body(0.9, -0.07, -0.08), base) +
    fill(body(0.68, -0.14, -0.15), mix(base, palette.sogaLight, 0.26), 1, soft) +
    fill(body(0.42, -0.2, -0.22), mix(base, palette.sogaLight, 0.46), 1, soft)
  const cutLine = flat ? centreCut(hand, lay, size) : ''
  return (
    line(d, CREVICE, Math.max(1.5, size * 0.05)) +
    inside(
      id,
      d,
      tones + fill(grain(hand, lay, size, turn), CREVICE, 0.75) + cutLine + sheen(hand, look, flat ? 1.12 : 0.85),
    )
  )
}
