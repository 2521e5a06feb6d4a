import type { Hand, Point } from './brush.ts'
import { between, cut, ellipse, fill, inside, line, mix, moved, polygon, smooth, soft, sweep } from './brush.ts'
import { palette } from './studio.ts'

/** A tumbler: the middle of its mouth, the mouth's radius, its height, and how far the view presses circles. */
export interface Glass {
  id: string
  mouth: Point
  radius: number
  tall: number
  press: number
}

const DEEP = '#7a3512'
const AMBER = '#b9651c'
const HONEY = '#e09a35'
const GLOW = '#f6c766'
const INK = '#4a2b17'

/** The half-breadth of the tumbler at share t of its height, from the mouth down. */
const breadth = ({ radius }: Glass, t: number): number => radius * (1 - 0.2 * t)

/** The wall between two heights, closed below by the front half of a circle. */
function barrel(glass: Glass, from: number, to: number, k = 1): string {
  const { mouth, tall, press } = glass
  const half = (t: number, start: number, end: number): Point[] =>
    Array.from({ length: 15 }, (_, i) => {
      const a = start + ((end - start) * i) / 14
      const r = breadth(glass, t) * k
      return moved(mouth, Math.cos(a) * r, tall * t + Math.sin(a) * r * press)
    })
  return polygon([...half(from, 0, -Math.PI), ...half(to, Math.PI, 0)])
}

/** The surface of the drink, with a glow and a few bubbles along its edge. */
function surface(hand: Hand, glass: Glass): string {
  const { id, mouth, radius, tall, press } = glass
  const level = moved(mouth, 0, tall * 0.2)
  const wide = breadth(glass, 0.2)
  const top = ellipse(level, wide * 0.93, wide * 0.93 * press)
  const froth = Array.from({ length: 26 }, () => {
    const a = between(hand, 0.3, 3.4)
    const r = wide * between(hand, 0.8, 0.9)
    const c = moved(level, Math.cos(a) * r, Math.sin(a) * r * press)
    const s = between(hand, 2, 6)
    return fill(ellipse(c, s, s * 0.7), '#f8dfa6', 0.75) + line(ellipse(c, s, s * 0.7), DEEP, 1, 0.5)
  }).join('')
  const shine = ellipse(moved(level, -radius * 0.2, -radius * press * 0.18), radius * 0.5, radius * press * 0.36)
  const glow = inside(`${id}t`, top, soft(shine, GLOW, 0.6, 'breath'))
  return fill(top, '#c97c27') + glow + line(top, DEEP, 3, 0.8) + froth
}

/** The drink inside: deep at the edges, glowing toward the light's far side, sediment at the foot. */
function drink(hand: Hand, glass: Glass): string {
  const { id, mouth, tall } = glass
  const d = barrel(glass, 0.2, 0.9, 0.93)
  const at = (x: number, t: number): Point => moved(mouth, x * breadth(glass, t), tall * t)
  const column = (x0: number, x1: number): string =>
    smooth([at(x0, 0.2), at(x1, 0.2), at(x1 - 0.02, 0.55), at(x1, 1), at(x0, 1), at(x0 + 0.02, 0.55)])
  const sediment = smooth([at(-1, 0.8), at(0, 0.86), at(1, 0.8), at(1, 1), at(-1, 1)])
  const tones =
    fill(d, AMBER) +
    fill(column(-1, -0.7), DEEP, 0.7) +
    fill(column(0.72, 1), DEEP, 0.75) +
    soft(column(-0.05, 0.66), HONEY, 0.75, 'veil') +
    soft(column(0.3, 0.58), GLOW, 0.7, 'veil') +
    soft(sediment, DEEP, 0.6, 'veil')
  let strokes = ''
  for (let i = 0; i < 44; i++) {
    const t = between(hand, 0.32, 0.9)
    const x = hand() < 0.5 ? between(hand, -0.9, -0.62) : between(hand, 0.68, 0.88)
    strokes += cut(at(x, t), at(x + between(hand, 0.06, 0.16), t + 0.006), 2.6)
  }
  return inside(id, d, tones + fill(strokes, '#4f1f0a', 0.55)) + surface(hand, glass)
}

/** A clear tumbler of amber drink; the table shows faintly through its upper wall. */
export function tumbler(hand: Hand, glass: Glass): string {
  const { id, mouth, radius, tall, press } = glass
  const whole = barrel(glass, 0, 1)
  const at = (x: number, t: number): Point => moved(mouth, x * breadth(glass, t), tall * t)
  const rim = ellipse(mouth, radius, radius * press)
  const foot = barrel(glass, 0.91, 1, 0.97)
  const thickFoot =
    fill(foot, '#d9c39a', 0.75) +
    fill(smooth([at(-0.8, 0.95), at(-0.2, 1.01), at(-0.1, 1.05), at(-0.75, 1.01)]), '#fffbe9', 0.8) +
    fill(smooth([at(0.25, 1.01), at(0.8, 0.96), at(0.78, 1.02), at(0.3, 1.06)]), HONEY, 0.8)
  const streak = (x: number, t0: number, t1: number, w: number): string =>
    sweep(
      [0, 0.5, 1].map((t) => at(x, t0 + (t1 - t0) * t)),
      w,
    )
  const light =
    fill(streak(-0.8, 0.08, 0.9, radius * 0.12), '#fffaf0', 0.55) +
    fill(streak(-0.62, 0.14, 0.62, radius * 0.035), '#fffaf0', 0.7) +
    fill(streak(0.9, 0.1, 0.85, radius * 0.05), '#fffaf0', 0.4)
  const walls = line(whole, INK, 4.5, 0.85)
  return (
    fill(whole, '#fbf3df', 0.32) +
    thickFoot +
    drink(hand, glass) +
    inside(`${id}w`, whole, light) +
    walls +
    line(rim, INK, 4) +
    line(ellipse(moved(mouth, 0, 2), radius * 0.955, radius * 0.955 * press), '#fffaf0', 3.5, 0.85) +
    fill(
      sweep(
        [-2.7, -2.3, -1.9].map((a) => moved(mouth, Math.cos(a) * radius, Math.sin(a) * radius * press)),
        8,
      ),
      '#fffdf6',
    )
  )
}

/** The warm light that falls through the glass on to the table beside it. */
export function caustic(foot: Point, radius: number): string {
  const [x, y] = foot
  return (
    fill(
      ellipse([x + radius * 1.25, y + radius * 0.14], radius * 0.95, radius * 0.2),
      mix(HONEY, palette.turmeric, 0.3),
      0.75,
      ' filter="url(#haze)"',
    ) +
    fill(
      ellipse([x + radius * 1.1, y + radius * 0.12], radius * 0.5, radius * 0.08),
      '#ffe2a0',
      0.8,
      ' filter="url(#veil)"',
    )
  )
}

/** Steam that rises from a mouth in three loose curls. */
export function steam(hand: Hand, mouth: Point, radius: number, tall: number): string {
  let out = ''
  for (const [x, lean, high] of [
    [-0.42, -0.25, 0.8],
    [0.05, 0.2, 1],
    [0.45, 0.42, 0.72],
  ] as const) {
    const phase = between(hand, 0, 3)
    const points = Array.from({ length: 12 }, (_, i) => {
      const t = i / 11
      return moved(
        mouth,
        (x + lean * t + Math.sin(t * 6.4 + phase) * 0.17 * (0.3 + t)) * radius,
        -tall * high * t + radius * 0.1,
      )
    })
    out +=
      fill(sweep(points, radius * 0.26), '#fffdf6', 0.55, ' filter="url(#veil)"') +
      fill(sweep(points, radius * 0.075), '#fffdf6', 0.85, ' filter="url(#breath)"')
    out += fill(
      sweep(
        points.slice(2, 9).map((p) => moved(p, radius * 0.08, 4)),
        radius * 0.025,
      ),
      '#b9a37c',
      0.5,
      ' filter="url(#breath)"',
    )
  }
  return out
}
