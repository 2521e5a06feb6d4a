import type { Hand, Point } from './brush.ts'
import { along, between, bow, cut, fill, inside, line, mix, moved, oneOf, ribbon, soft } from './brush.ts'
import { at } from './studio.ts'

const DARK = '#2c1a0a'
const LIGHT = '#f4deae'
const STEMS = ['#b98d4b', '#c8a15d', '#a57a3e', '#ab9257', '#cfab6a', '#8f6a36', '#bb9553'] as const

/** A stem's course: its spine, its breadth along the way, and a place at share t and k of half that breadth across. */
interface Course {
  spine: readonly Point[]
  girth: (t: number) => number
  across: (t: number, k: number) => Point
}

/** The course of a stem that runs over a handle point. */
function courseOf(from: Point, over: Point, to: Point, wide: number): Course {
  const spine = bow(from, over, to, 12)
  const girth = (t: number): number => wide * (0.62 + 0.38 * Math.sin(Math.PI * (0.08 + t * 0.84)))
  const across = (t: number, k: number): Point => {
    const i = Math.min(11, Math.floor(t * 12))
    const [p, q] = [spine[i] ?? from, spine[i + 1] ?? to]
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1
    const r = (k * girth(t) * 0.5) / length
    return moved(along(p, q, t * 12 - i), -(q[1] - p[1]) * r, (q[0] - p[0]) * r)
  }
  return { spine, girth, across }
}

/** The creases of a dried stem, along its length. */
function creases(hand: Hand, { across }: Course, wide: number): string {
  let [dark, light] = ['', '']
  for (let i = 0; i < 30; i++) {
    const k = between(hand, -0.92, 0.92)
    const t = between(hand, 0.02, 0.6)
    const end = across(Math.min(0.99, t + between(hand, 0.16, 0.4)), k * between(hand, 0.9, 1.05))
    const mark = cut(across(t, k), end, wide * between(hand, 0.008, 0.02))
    if (hand() < 0.6) dark += mark
    else light += mark
  }
  return fill(dark, DARK, 0.55) + fill(light, LIGHT, 0.55)
}

/** One dried stem as it crosses the plait: flat, creased along its length, lit on its upper edge. */
function stem(hand: Hand, id: string, from: Point, over: Point, to: Point, wide: number): string {
  const tone = oneOf(hand, STEMS)
  const course = courseOf(from, over, to, wide)
  const { spine, girth, across } = course
  const d = ribbon(spine, girth)
  const marks = creases(hand, course, wide)
  const upper = from[0] > to[0] ? 1 : -1
  const edge = (k: number, w: number): string => {
    const points = Array.from({ length: 11 }, (_, i) => across(0.04 + i * 0.09, k))
    return ribbon(points, () => w)
  }
  const end = (part: readonly Point[]): string => ribbon(part, () => wide * 1.3)
  const tones =
    fill(d, tone) +
    soft(edge(-upper * 0.66, wide * 0.4), mix(tone, DARK, 0.5), 0.6, 'breath') +
    soft(edge(upper * 0.34, wide * 0.3), mix(tone, LIGHT, 0.5), 0.75, 'breath') +
    fill(edge(upper * 0.5, wide * 0.07), LIGHT, 0.75)
  const ends = soft(end(spine.slice(0, 4)), DARK, 0.55, 'veil') + soft(end(spine.slice(9)), DARK, 0.42, 'veil')
  const drop = ` transform="translate(${at(wide * 0.05)} ${at(wide * 0.09)})" filter="url(#breath)"`
  return fill(d, DARK, 0.6, drop) + line(d, DARK, 4) + inside(id, d, tones + marks + ends)
}

/** A plait that runs across the sheet: stems cross from both edges to the middle, one over the other. */
function plaitRow(hand: Hand, name: string, y: number, high: number, step: number, from: number, to: number): string {
  let out = ''
  let i = 0
  for (let x = from; x < to; x += step / 2) {
    const up = i % 2 === 0
    const [edge, middle] = up ? [y - high * 0.5, y + high * 0.17] : [y + high * 0.5, y - high * 0.17]
    const stray = between(hand, -6, 6)
    const start: Point = [x - step * 0.62, edge + stray]
    const end: Point = [x + step * 0.62, middle + stray]
    const over: Point = [x + step * 0.12, edge + (middle - edge) * 0.18]
    out += stem(hand, `${name}${i}`, start, over, end, step * between(hand, 0.56, 0.64))
    i++
  }
  return out
}

/** The post of the frame: an iron rod, bare for a hand's breadth, and the stem wound round it. */
function post(hand: Hand, x: number, wide: number): string {
  const rod =
    fill(`M${x - 17} -20H${x + 17}V1220H${x - 17}Z`, '#211e1c') +
    fill(`M${x - 11} -20H${x - 5}V1220H${x - 11}Z`, '#8c857c', 0.8)
  let wound = ''
  for (let y = -60, i = 0; y < 1270; y += wide * 0.37, i++) {
    if (y > 520 && y < 600) continue
    wound += stem(
      hand,
      `w${i}`,
      [x + wide * 0.52, y - wide * 0.12],
      [x, y + wide * 0.12],
      [x - wide * 0.52, y + wide * 0.16],
      wide * 0.43,
    )
  }
  return (
    fill(`M${x - wide * 0.42} -20H${x + wide * 0.62}V1220H${x - wide * 0.42}Z`, DARK, 0.75, ' filter="url(#haze)"') +
    rod +
    wound
  )
}

/** The braid, near: five plaited rows and the wound post that holds them. */
export function greatBraid(hand: Hand): string {
  const rows = [-1, 0, 1, 2, 3, 4, 5].map((i) => plaitRow(hand, `p${i + 1}_`, 90 + i * 246, 238, 176, -120, 1740))
  return fill('M0 0H1600V1200H0Z', DARK) + rows.join('') + post(hand, 1190, 170)
}
