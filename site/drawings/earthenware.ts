import type { Hand, Point } from './brush.ts'
import { arcOf, between, cut, ellipse, fill, inside, line, moved, oval, smooth, soft, sweep } from './brush.ts'

const CLAY = '#a9603a'
const DARK = '#4a2413'

/** A bowl: the middle of its mouth, the mouth's radius, and how far the view presses circles. */
export interface Bowl {
  mouth: Point
  radius: number
  press: number
}

/** The profile of the wall below the mouth, as shares of the radius across and of the depth down. */
const PROFILE: readonly Point[] = [
  [-0.93, 0.34],
  [-0.74, 0.74],
  [-0.5, 1.1],
  [-0.42, 1.22],
  [0, 1.3],
  [0.42, 1.22],
  [0.5, 1.1],
  [0.74, 0.74],
  [0.93, 0.34],
]

/** The lines that the thrower's fingers left round the wall. */
function throwingLines({ mouth, radius: r, press }: Bowl, deep: number): string {
  const lines = [0.16, 0.24, 0.42, 0.62, 0.84, 1.0].map((k) => {
    const w = r * (1 - k * k * 0.5)
    return sweep(arcOf(moved(mouth, 0, deep * k), w, w * press, 0, Math.PI, 10), r * 0.014)
  })
  return fill(lines.join(''), DARK, 0.4)
}

/** Gouge strokes round the shaded side of the wall. */
function wallStrokes(hand: Hand, { mouth, radius: r, press }: Bowl, deep: number): string {
  let strokes = ''
  for (let i = 0; i < 70; i++) {
    const k = between(hand, 0.08, 1.05)
    const w = r * (1 - k * k * 0.5)
    const a = between(hand, 0.02, 1.05)
    const place = (b: number): Point => moved(mouth, Math.cos(b) * w, deep * k + Math.sin(b) * w * press)
    strokes += cut(place(a), place(a + between(hand, 0.08, 0.24)), r * 0.009)
  }
  return fill(strokes, DARK, 0.42)
}

/** An earthenware bowl: the hollow behind, then `load`, then the front wall with its throwing lines. */
export function earthenBowl(hand: Hand, bowl: Bowl, load: string): string {
  const { mouth, radius: r, press } = bowl
  const deep = r * 0.62
  const rim = ellipse(mouth, r, r * press)
  const front = arcOf(mouth, r, r * press, 0, Math.PI, 12)
  const d = smooth([...front, ...PROFILE.map(([x, y]) => moved(mouth, x * r, y * deep))])
  const strokes = wallStrokes(hand, bowl, deep)
  const lee: readonly Point[] = [
    moved(mouth, r * 0.3, r * 0.1),
    moved(mouth, r * 1.1, -r * 0.1),
    moved(mouth, r, deep),
    moved(mouth, r * 0.2, deep * 1.45),
    moved(mouth, r * 0.45, deep * 0.7),
  ]
  const lit = smooth(oval(hand, moved(mouth, -r * 0.5, deep * 0.52), r * 0.3, deep * 0.22, 0.1, 10, 0.5))
  const tones = fill(d, CLAY) + soft(smooth(lee), DARK, 0.5, 'haze') + soft(lit, '#e7b084', 0.55, 'haze')
  const wall = inside('bowlwall', d, tones + throwingLines(bowl, deep) + strokes)
  const lip = (drop: number, width: number): string =>
    sweep(
      front.map((p) => moved(p, 0, drop)),
      width,
      0.3,
    )
  const edge = fill(lip(3, r * 0.05), '#d08f63') + fill(lip(11, r * 0.025), DARK, 0.55)
  return line(rim, DARK, r * 0.03) + fill(rim, '#5a2d18') + load + line(d, DARK, 4.5) + wall + edge
}
