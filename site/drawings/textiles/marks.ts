/** Marks: the few strokes of which every motif is made, kept as points so that a fold can bend them. */
import { at } from '../studio.ts'

export type Point = readonly [number, number]
export type Hand = () => number
/** Where a point of flat cloth comes to lie in the picture. */
export type Warp = (point: Point) => Point

/** One stroke, filled shape or dot. A mark with a `dot` radius is a round spot at its first point. */
export interface Mark {
  points: readonly Point[]
  closed?: boolean
  fill?: string
  stroke?: string
  width?: number
  opacity?: number
  dot?: number
  straight?: boolean
}

const flat: Warp = (point) => point

/** A smooth path through the points (Catmull-Rom), as a hand would draw it without lifting. */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length
  const first = points[0]
  if (!first) return ''
  const pick = (index: number): Point =>
    points[closed ? (index + count) % count : Math.max(0, Math.min(count - 1, index))] ?? first
  let path = `M${at(first[0])} ${at(first[1])}`
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, d] = [pick(i - 1), pick(i), pick(i + 1), pick(i + 2)]
    path += `C${at(b[0] + (c[0] - a[0]) / 6)} ${at(b[1] + (c[1] - a[1]) / 6)} ${at(c[0] - (d[0] - b[0]) / 6)} ${at(c[1] - (d[1] - b[1]) / 6)} ${at(c[0])} ${at(c[1])}`
  }
  return closed ? `${path}Z` : path
}

/** Straight lines through the points: woodwork, card and hems. */
export function lines(points: readonly Point[], closed = true): string {
  return `M${points.map(([x, y]) => `${at(x)} ${at(y)}`).join('L')}${closed ? 'Z' : ''}`
}

/** Points along the same smooth curve, `steps` to each span, for lines that need a width. */
export function along(points: readonly Point[], steps = 6, closed = false): Point[] {
  const first = points[0]
  if (!first) return []
  const count = points.length
  const pick = (index: number): Point =>
    points[closed ? (index + count) % count : Math.max(0, Math.min(count - 1, index))] ?? first
  const out: Point[] = []
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, d] = [pick(i - 1), pick(i), pick(i + 1), pick(i + 2)]
    for (let s = 0; s < steps; s++)
      out.push([spline(a[0], b[0], c[0], d[0], s / steps), spline(a[1], b[1], c[1], d[1], s / steps)])
  }
  if (!closed) out.push(pick(count - 1))
  return out
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
}

/** Both edges of a stroke whose width changes on its way: `widthAt` is asked from 0 (start) to 1 (end). */
export function ribbon(centre: readonly Point[], widthAt: (t: number) => number): Point[] {
  const left: Point[] = []
  const right: Point[] = []
  const last = centre.length - 1
  centre.forEach(([x, y], i) => {
    const [px, py] = centre[Math.max(0, i - 1)] ?? [x, y]
    const [nx, ny] = centre[Math.min(last, i + 1)] ?? [x, y]
    const length = Math.hypot(nx - px, ny - py) || 1
    const half = widthAt(i / last) / 2
    left.push([x - ((ny - py) / length) * half, y + ((nx - px) / length) * half])
    right.unshift([x + ((ny - py) / length) * half, y - ((nx - px) / length) * half])
  })
  return [...left, ...right]
}

/** A line as a canting draws it: never the same width twice, and thin where the hand lifts. */
export function brush(points: readonly Point[], width: number, fill: string, hand: Hand, taper = 0.5): Mark {
  const centre = along(points, 4)
  const phase = hand() * 6
  const beat = 5 + hand() * 6
  const widthAt = (t: number): number => {
    const ends = 1 - taper * (1 - Math.min(1, 6 * Math.min(t, 1 - t)))
    return width * ends * (0.82 + 0.26 * Math.sin(t * beat + phase) + 0.14 * hand())
  }
  return { points: ribbon(centre, widthAt), closed: true, fill }
}

/** A round spot: the cecek of batik, a seed, a grape's light. */
export function dot(x: number, y: number, radius: number, fill: string): Mark {
  return { points: [[x, y]], dot: radius, fill }
}

/** Points from a flat list x, y, x, y …, times `scale`: how a fixed outline is written down. */
export function pairs(flat: readonly number[], scale = 1): Point[] {
  return Array.from(
    { length: flat.length >> 1 },
    (_, i): Point => [(flat[2 * i] ?? 0) * scale, (flat[2 * i + 1] ?? 0) * scale],
  )
}

/** A circle drawn by hand, a little out of true. */
export function round(x: number, y: number, radius: number, hand: Hand, jitter = 0.08): Point[] {
  return Array.from({ length: 8 }, (_, i): Point => {
    const r = radius * (1 + (hand() - 0.5) * 2 * jitter)
    return [x + r * Math.cos((i * Math.PI) / 4), y + r * Math.sin((i * Math.PI) / 4)]
  })
}

/** A spiral from its outer end inwards: tendrils, trunk ends, wind. */
export function spiral(x: number, y: number, radius: number, turns: number, from: number, spin: 1 | -1 = 1): Point[] {
  const count = Math.max(6, Math.round(turns * 9))
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const t = i / count
    const r = radius * (1 - 0.88 * t)
    const angle = from + spin * turns * 2 * Math.PI * t
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)]
  })
}

/** The same points moved, turned (radians), scaled and, with a negative `mirror`, turned over. */
export function placed(
  points: readonly Point[],
  x: number,
  y: number,
  scale = 1,
  turn = 0,
  mirror: 1 | -1 = 1,
): Point[] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return points.map(
    ([px, py]): Point => [x + scale * (mirror * px * c - py * s), y + scale * (mirror * px * s + py * c)],
  )
}

/** Whole motifs moved in the same way; line widths and dots keep step with the scale. */
export function placeMarks(
  marks: readonly Mark[],
  x: number,
  y: number,
  scale = 1,
  turn = 0,
  mirror: 1 | -1 = 1,
): Mark[] {
  return marks.map((mark) => ({
    ...mark,
    points: placed(mark.points, x, y, scale, turn, mirror),
    ...(mark.width === undefined ? {} : { width: mark.width * scale }),
    ...(mark.dot === undefined ? {} : { dot: mark.dot * scale }),
  }))
}

/** Marks as SVG, laid on a surface by `warp`; `unit` is how many picture units one cloth unit measures. */
export function ink(marks: readonly Mark[], warp: Warp = flat, unit = 1): string {
  return marks.map((mark) => inkMark(mark, warp, unit)).join('')
}

function inkMark(mark: Mark, warp: Warp, unit: number): string {
  const opacity =
    mark.opacity === undefined ? '' : ` fill-opacity="${at(mark.opacity)}" stroke-opacity="${at(mark.opacity)}"`
  if (mark.dot !== undefined) {
    const [x, y] = warp(mark.points[0] ?? [0, 0])
    return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(mark.dot * unit)}" fill="${mark.fill ?? 'none'}"${opacity}/>`
  }
  const points = mark.points.map(warp)
  const path = mark.straight ? lines(points, mark.closed ?? false) : curve(points, mark.closed ?? false)
  const stroke = mark.stroke
    ? ` stroke="${mark.stroke}" stroke-width="${at((mark.width ?? 1) * unit)}" stroke-linecap="round" stroke-linejoin="round"`
    : ''
  return `<path d="${path}" fill="${mark.fill ?? 'none'}"${stroke}${opacity}/>`
}
