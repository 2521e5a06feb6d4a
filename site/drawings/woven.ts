import type { Hand, Point } from './brush.ts'
import { between, cut, ellipse, fill, inside, line, mix, moved, polygon } from './brush.ts'

/** A round dish of split bamboo: where its rim's centre lies, its radius, and how far the view presses it. */
export interface Dish {
  id: string
  centre: Point
  radius: number
  press: number
}

const BAMBOO = '#cfae74'
const BAMBOO_DARK = '#6f4d22'

/** One strip of the weave between two corners of the plan, with its lit edge. */
function strip(hand: Hand, corners: readonly Point[], lengthwise: boolean): string {
  const tone = mix(BAMBOO, lengthwise ? '#a87f44' : '#e2cc9b', between(hand, 0.1, 0.75))
  const [a, b, c, d] = corners
  if (!a || !b || !c || !d) return ''
  const grain = lengthwise
    ? cut(a, d, 1.6) + cut([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], [(c[0] + d[0]) / 2, (c[1] + d[1]) / 2], 1)
    : cut(a, b, 1.6) + cut([(a[0] + d[0]) / 2, (a[1] + d[1]) / 2], [(b[0] + c[0]) / 2, (b[1] + c[1]) / 2], 1)
  return fill(polygon(corners), tone, 1, ` stroke="${BAMBOO_DARK}" stroke-width="1.3"`) + fill(grain, BAMBOO_DARK, 0.4)
}

/** The twill of the floor: each strip passes over two and under two. */
function twill(hand: Hand, { centre, radius, press }: Dish): string {
  const cell = radius / 11
  const c = Math.SQRT1_2
  const lay = (x: number, y: number): Point => moved(centre, (x - y) * c, (x + y) * c * press)
  let out = ''
  const n = 13
  for (let i = -n; i < n; i++) {
    for (let j = -n; j < n; j++) {
      if (i * i + j * j > n * n) continue
      const [x, y, s] = [i * cell, j * cell, cell * 0.97]
      const phase = (((i + j) % 4) + 4) % 4
      out += strip(hand, [lay(x, y), lay(x + s, y), lay(x + s, y + s), lay(x, y + s)], phase < 2)
    }
  }
  return out
}

/** The rim, bound all round with a split of rattan. */
function boundRim(hand: Hand, { centre, radius, press }: Dish, from: number, to: number): string {
  const ring = (r: number, a: number): Point => moved(centre, Math.cos(a) * r, Math.sin(a) * r * press)
  let [bands, shade] = ['', '']
  const n = 74
  for (let i = 0; i < n; i++) {
    const a = from + ((to - from) * i) / n
    const wide = ((to - from) / n) * between(hand, 0.78, 0.95)
    const skew = 0.05
    const corners = [
      ring(radius * 1.01, a),
      ring(radius * 1.01, a + wide),
      ring(radius * 0.915, a + wide + skew),
      ring(radius * 0.915, a + skew),
    ]
    bands += fill(
      polygon(corners),
      mix('#b98c4c', Math.sin(a - 0.7) > 0 ? '#8b6430' : '#e5cd98', between(hand, 0.25, 0.7)),
    )
    shade += cut(ring(radius * 1.0, a + wide), ring(radius * 0.92, a + wide + skew), 2)
  }
  return bands + fill(shade, BAMBOO_DARK, 0.6)
}

/** A shallow round dish of woven bamboo strips; `load` is what lies in it, drawn inside its floor. */
export function wovenDish(hand: Hand, dish: Dish, load = ''): string {
  const { id, centre, radius, press } = dish
  const outer = ellipse(centre, radius, radius * press)
  const floor = ellipse(moved(centre, 0, 4), radius * 0.925, radius * 0.925 * press)
  const deep = radius * 0.13
  const wall = `${ellipse(moved(centre, 0, deep), radius * 0.9, radius * 0.9 * press)}`
  const skirt =
    fill(wall, BAMBOO_DARK) +
    fill(ellipse(moved(centre, -3, deep * 0.55), radius * 0.95, radius * 0.95 * press), '#8b6430')
  const key = line(outer, BAMBOO_DARK, 5) + fill(outer, '#7d5a2b')
  const rimShade = line(
    ellipse(moved(centre, 0, 4), radius * 0.925, radius * 0.925 * press),
    '#3b2610',
    22,
    0.35,
    ' filter="url(#veil)"',
  )
  return skirt + key + inside(id, floor, twill(hand, dish) + rimShade) + boundRim(hand, dish, 0, Math.PI * 2) + load
}
