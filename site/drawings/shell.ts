import type { Hand, Point } from './brush.ts'
import {
  arcOf,
  between,
  bow,
  cut,
  ellipse,
  fill,
  inside,
  line,
  mix,
  moved,
  oval,
  ribbon,
  smooth,
  soft,
  sweep,
} from './brush.ts'
import type { Grains } from './crystals.ts'
import { mound } from './crystals.ts'

const HUSK = '#5a3620'
const HUSK_DARK = '#22110a'
const HUSK_LIGHT = '#a9774a'
const WOOD = '#b9824a'
const WOOD_DARK = '#5c3516'
const WOOD_LIGHT = '#e6c08a'

/** The fibres of the shell, running from the rim down to its pole. */
function fibres(hand: Hand, c: Point, r: number, press: number, deep: number): string {
  let [dark, light] = ['', '']
  for (let i = 0; i < 150; i++) {
    const a = between(hand, 0.02, Math.PI - 0.02)
    const k0 = between(hand, 0, 0.75)
    const k1 = Math.min(0.97, k0 + between(hand, 0.1, 0.34))
    const place = (k: number): Point => {
      const w = Math.cos(k * 1.5)
      return moved(c, Math.cos(a) * r * w, Math.sin(a) * r * press * w + Math.sin(k * 1.5) * deep)
    }
    const mark = cut(place(k0), place(k1), r * between(hand, 0.006, 0.013), between(hand, -4, 4))
    if (a > 1.5 && hand() < 0.62) light += mark
    else dark += mark
  }
  return fill(dark, HUSK_DARK, 0.7) + fill(light, HUSK_LIGHT, 0.62)
}

/** The outside of the shell below its rim: husk, fibres, light and shade. */
function husk(hand: Hand, c: Point, r: number, press: number): string {
  const deep = r * 0.78
  const below = arcOf(moved(c, 0, 4), r * 0.995, deep * 1.03, Math.PI, 0, 12)
  const d = smooth([...arcOf(c, r, r * press, 0, Math.PI, 14), ...below])
  const lit = smooth(oval(hand, moved(c, -r * 0.5, deep * 0.52), r * 0.24, deep * 0.2, 0.1, 10, 0.7))
  const lee = ellipse(moved(c, r * 0.55, deep * 0.75), r * 0.7, deep * 0.6)
  const side = bow(moved(c, -r * 0.82, deep * 0.4), moved(c, -r * 0.72, deep * 0.74), moved(c, -r * 0.42, deep * 0.88))
  const tones = fill(d, HUSK) + soft(lit, '#d9ac79', 0.55, 'haze') + fibres(hand, c, r, press, deep)
  const light = soft(lee, HUSK_DARK, 0.6, 'haze') + fill(sweep(side, r * 0.035), '#f3d9b0', 0.75)
  return line(d, HUSK_DARK, 5) + inside('husk', d, tones + light)
}

/** Half a coconut shell filled with granules: the dark outside, the pale cut rim, and the mound within. */
export function coconutBowl(hand: Hand, c: Point, r: number, press: number, grains: Grains): string {
  const rim = ellipse(c, r, r * press)
  const glint = sweep(arcOf(c, r * 0.955, r * press * 0.955, 2.5, 5.25, 11), r * 0.05)
  const outside = husk(hand, c, r, press)
  const edge = fill(rim, '#a87443') + line(rim, HUSK_DARK, 4) + fill(glint, '#e3bd85', 0.9)
  const hollow = fill(ellipse(moved(c, 0, 4), r * 0.9, r * 0.9 * press), HUSK_DARK)
  const heap = mound(hand, moved(c, 0, r * 0.02), r * 0.87, r * 0.86 * press, r * 0.34, r * 0.03, grains)
  return outside + edge + hollow + heap
}

/** A wooden spoon: from the end of its handle over its neck to the middle of its bowl. */
export interface Spoon {
  id: string
  end: Point
  neck: Point
  centre: Point
  rx: number
  ry: number
  turn: number
  wood?: string
}

/** The handle's outline, its grain, and the light along it. */
function spoonHandle(hand: Hand, { id, end, neck, rx, ry, wood = WOOD }: Spoon): string {
  const spine = bow(end, [(end[0] + neck[0]) / 2, (end[1] + neck[1]) / 2 - rx * 0.06], neck, 12)
  const girth = (t: number): number => ry * (0.52 - 0.2 * t + 0.12 * Math.max(0, t - 0.8) * 5) * (t < 0.03 ? 0.6 : 1)
  const d = ribbon(spine, girth)
  let grain = ''
  for (let i = 0; i < 40; i++) {
    const k = Math.floor(between(hand, 0, 9))
    const [p, q] = [spine[k] ?? end, spine[k + 3] ?? neck]
    const lift = between(hand, -0.2, 0.2) * ry
    grain += cut(moved(p, 0, lift), moved(q, 0, lift * 0.8), ry * 0.016)
  }
  const upper = spine.map((p) => moved(p, 0, -ry * 0.12))
  const light = fill(
    ribbon(upper, () => ry * 0.09),
    WOOD_LIGHT,
    0.8,
  )
  return line(d, WOOD_DARK, 5) + fill(d, wood) + light + inside(`${id}g`, d, fill(grain, WOOD_DARK, 0.6))
}

/** A wooden spoon, with `load` as what it carries. */
export function woodenSpoon(hand: Hand, spoon: Spoon, load = ''): string {
  const { id, centre, rx, ry, turn, wood = WOOD } = spoon
  const scoop = smooth(oval(hand, centre, rx, ry, 0.012, 18, turn))
  const hollow = smooth(oval(hand, moved(centre, 0, ry * 0.02), rx * 0.86, ry * 0.8, 0.012, 18, turn))
  const edge = oval(hand, centre, rx * 0.94, ry * 0.91, 0, 30, turn).slice(14, 27)
  const floor = smooth(oval(hand, moved(centre, rx * 0.14, ry * 0.26), rx * 0.7, ry * 0.6, 0.02, 14, turn))
  const depth = fill(hollow, mix(wood, WOOD_DARK, 0.62)) + soft(floor, wood, 0.8, 'veil')
  const bowl = line(scoop, WOOD_DARK, 5) + spoonHandle(hand, spoon) + fill(scoop, wood)
  return bowl + fill(sweep(edge, ry * 0.08), WOOD_LIGHT) + inside(`${id}h`, hollow, depth) + load
}
