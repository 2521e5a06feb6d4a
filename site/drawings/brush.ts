import { at } from './studio.ts'

/** A place on the sheet, in drawing units. */
export type Point = readonly [number, number]

/** A seeded source of numbers in [0, 1), as handOf() gives it. */
export type Hand = () => number

/** A number between two bounds, as the hand falls. */
export function between(hand: Hand, low: number, high: number): number {
  return low + (high - low) * hand()
}

/** One of a list, as the hand falls. */
export function oneOf<T>(hand: Hand, list: readonly [T, ...T[]]): T {
  return list[Math.floor(hand() * list.length)] ?? list[0]
}

/** The member at an index that runs round the list in both directions. */
function round(points: readonly Point[], index: number): Point {
  const n = points.length
  return points[((index % n) + n) % n] ?? [0, 0]
}

/** The point moved by a distance. */
export function moved([x, y]: Point, dx: number, dy: number): Point {
  return [x + dx, y + dy]
}

/** The point that lies at a share t of the way from a to b. */
export function along(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

const pen = ([x, y]: Point): string => `${at(x)} ${at(y)}`

/** A straight-edged outline through the points. */
export function polygon(points: readonly Point[]): string {
  return `M${points.map(pen).join('L')}Z`
}

/** A soft outline through the points (Catmull–Rom); open for a line, closed for a body. */
export function smooth(points: readonly Point[], closed = true): string {
  const last = points.length - 1
  const look = (i: number): Point => (closed ? round(points, i) : (points[Math.max(0, Math.min(last, i))] ?? [0, 0]))
  let d = `M${pen(look(0))}`
  for (let i = 0; i < (closed ? points.length : last); i++) {
    const [p0, p1, p2, p3] = [look(i - 1), look(i), look(i + 1), look(i + 2)]
    const a = moved(p1, (p2[0] - p0[0]) / 6, (p2[1] - p0[1]) / 6)
    const b = moved(p2, (p1[0] - p3[0]) / 6, (p1[1] - p3[1]) / 6)
    d += `C${pen(a)} ${pen(b)} ${pen(p2)}`
  }
  return closed ? `${d}Z` : d
}

/** The corners of a hand-cut oval: `wobble` is the share by which the radius may stray. */
export function oval(hand: Hand, centre: Point, rx: number, ry: number, wobble = 0.04, count = 12, turn = 0): Point[] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2
    const r = 1 + (hand() - 0.5) * 2 * wobble
    const [x, y] = [Math.cos(angle) * rx * r, Math.sin(angle) * ry * r]
    return moved(centre, x * c - y * s, x * s + y * c)
  })
}

/** An exact ellipse as a path, for rims and rings. */
export function ellipse([cx, cy]: Point, rx: number, ry: number): string {
  return `M${at(cx - rx)} ${at(cy)}a${at(rx)} ${at(ry)} 0 1 0 ${at(rx * 2)} 0a${at(rx)} ${at(ry)} 0 1 0 ${at(-rx * 2)} 0Z`
}

/** One stroke of the gouge: a line that swells to `width` and ends in two points; `bend` bows it. */
export function cut(a: Point, b: Point, width: number, bend = 0): string {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [-dy / length, dx / length]
  const middle = along(a, b, 0.5)
  const out = moved(middle, nx * (bend * 2 + width), ny * (bend * 2 + width))
  const back = moved(middle, nx * (bend * 2 - width), ny * (bend * 2 - width))
  return `M${pen(a)}Q${pen(out)} ${pen(b)}Q${pen(back)} ${pen(a)}Z`
}

/** A tapered stroke along many points, thickest in the middle. */
export function sweep(points: readonly Point[], width: number, open = 0.06): string {
  const n = points.length - 1
  const side = (sign: number): Point[] =>
    points.map((p, i) => {
      const before = points[Math.max(0, i - 1)] ?? p
      const after = points[Math.min(n, i + 1)] ?? p
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
      const length = Math.hypot(dx, dy) || 1
      const r = (width / 2) * (open + (1 - open) * Math.sin((i / n) * Math.PI)) * sign
      return moved(p, (-dy / length) * r, (dx / length) * r)
    })
  return smooth([...side(1), ...side(-1).reverse()])
}

/** A flat shape of opaque colour. */
export function fill(d: string, colour: string, opacity = 1, more = ''): string {
  const veil = opacity < 1 ? ` opacity="${at(opacity)}"` : ''
  return `<path d="${d}" fill="${colour}"${veil}${more}/>`
}

/** A drawn line of even width with round ends. */
export function line(d: string, colour: string, width: number, opacity = 1, more = ''): string {
  const veil = opacity < 1 ? ` opacity="${at(opacity)}"` : ''
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${at(width)}" stroke-linecap="round" stroke-linejoin="round"${veil}${more}/>`
}

/** What lies inside an outline only; `id` is the outline's name, unique in its drawing. */
export function inside(id: string, d: string, content: string): string {
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${content}</g>`
}

/** A colour between two others, mixed as pigment of the share t of the second. */
export function mix(a: string, b: string, t: number): string {
  const part = (hex: string, i: number): number => Number.parseInt(hex.slice(1 + i * 2, 3 + i * 2), 16)
  const two = (i: number): string =>
    Math.round(part(a, i) + (part(b, i) - part(a, i)) * Math.max(0, Math.min(1, t)))
      .toString(16)
      .padStart(2, '0')
  return `#${two(0)}${two(1)}${two(2)}`
}

/** Parallel gouge strokes that fill a box from a to b, slanted by `slope`, broken as a hand breaks them. */
export function hatching(hand: Hand, a: Point, b: Point, gap: number, width: number, slope = 0): string {
  let d = ''
  for (let y = Math.min(a[1], b[1]) - Math.abs(slope) * 0.5; y < Math.max(a[1], b[1]); y += gap) {
    const start = a[0] + between(hand, -0.08, 0.16) * (b[0] - a[0])
    const end = b[0] - between(hand, -0.06, 0.22) * (b[0] - a[0])
    const lift = between(hand, -0.25, 0.25) * gap
    d += cut([start, y + lift], [end, y + lift + slope], width * between(hand, 0.5, 1.1))
  }
  return d
}

/** A band along many points whose breadth at share t of the way is `breadth(t)`. */
export function ribbon(points: readonly Point[], breadth: (t: number) => number): string {
  const n = points.length - 1
  const side = (sign: number): Point[] =>
    points.map((p, i) => {
      const before = points[Math.max(0, i - 1)] ?? p
      const after = points[Math.min(n, i + 1)] ?? p
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
      const length = Math.hypot(dx, dy) || 1
      const r = (breadth(i / n) / 2) * sign
      return moved(p, (-dy / length) * r, (dx / length) * r)
    })
  return smooth([...side(1), ...side(-1).reverse()])
}

/** Points on a bow from a over the handle b to c. */
export function bow(a: Point, b: Point, c: Point, count = 10): Point[] {
  return Array.from({ length: count + 1 }, (_, i) => along(along(a, b, i / count), along(b, c, i / count), i / count))
}

/** Points on an arc of an ellipse about a centre, from one angle to another, in even steps. */
export function arcOf(centre: Point, rx: number, ry: number, from: number, to: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const a = from + ((to - from) * i) / steps
    return moved(centre, Math.cos(a) * rx, Math.sin(a) * ry)
  })
}

/** A shape of colour with a soft edge, by one of the stage's veils. */
export function soft(d: string, colour: string, opacity: number, veil: 'breath' | 'veil' | 'haze'): string {
  return fill(d, colour, opacity, ` filter="url(#${veil})"`)
}
