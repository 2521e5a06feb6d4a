import type { Hand, Point } from './brush.ts'
import { between, cut, fill, line, mix, moved, oneOf, polygon, smooth } from './brush.ts'
import type { Camera, Vec } from './space.ts'

export const STRAW_DARK = '#3b2610'
const STRAW_LIGHT = '#f1d9a4'
const STRAWS = ['#bd924f', '#c9a35f', '#a97f42', '#b39a5e', '#d0ac6c', '#957038', '#c19a58'] as const

/** A woven box with rounded corners: the eye, its half-breadths, and how it is laid in the room. */
export interface Shell {
  camera: Camera
  a: number
  b: number
  /** Moves a place of the standing box to where it lies in the room. */
  place: (v: Vec) => Vec
  /** Turns a side's direction as the box is turned. */
  turn: (v: Vec) => Vec
}

/** A step on the way round the box: the place at floor height and the outward direction. */
interface Step {
  x: number
  y: number
  nx: number
  ny: number
}

/** Steps at even distances round a rectangle with well rounded corners. */
export function loopOf(a: number, b: number, gap: number): Step[] {
  const power = 2 / 5.5
  const sign = (v: number, p: number): number => Math.sign(v) * Math.abs(v) ** p
  const fine = Array.from({ length: 721 }, (_, i): Point => {
    const t = (i / 720) * Math.PI * 2
    return [a * sign(Math.cos(t), power), b * sign(Math.sin(t), power)]
  })
  const steps: Step[] = []
  let walked = gap
  fine.forEach((p, i) => {
    const q = fine[i + 1]
    if (!q) return
    const [dx, dy] = [q[0] - p[0], q[1] - p[1]]
    const length = Math.hypot(dx, dy)
    for (let s = gap - walked; s < length; s += gap) {
      steps.push({ x: p[0] + (dx * s) / length, y: p[1] + (dy * s) / length, nx: dy / length, ny: -dx / length })
      walked = s - length
    }
    walked = walked < 0 ? -walked : walked + length
    if (walked >= gap) walked -= gap
  })
  return steps
}

/** One visible bend of a plaited stem: a lens of straw with a lit edge and a fibre or two. */
export function strand(hand: Hand, p: Point, q: Point, width: number, light: number): string {
  const straw = oneOf(hand, STRAWS)
  const tone = light < 0.5 ? mix(STRAW_DARK, straw, 0.22 + light * 1.5) : mix(straw, STRAW_LIGHT, (light - 0.5) * 0.75)
  const reach = Math.hypot(q[0] - p[0], q[1] - p[1])
  const body = cut(p, q, width)
  const lit = cut(moved(p, -width * 0.12, -width * 0.16), moved(q, -width * 0.14, -width * 0.12), width * 0.26)
  const fibre = cut(
    moved(p, width * 0.14, width * 0.14),
    moved(q, width * 0.12, width * 0.16),
    Math.max(0.8, width * 0.09),
  )
  const detail = reach > 9 ? fill(lit, mix(tone, STRAW_LIGHT, 0.55), 0.8) + fill(fibre, STRAW_DARK, 0.55) : ''
  return fill(body, tone, 1, ` stroke="${STRAW_DARK}" stroke-width="${reach > 14 ? 1.5 : 1}"`) + detail
}

/** Plaited rows on a wall, between two heights; `inner` shows the far wall from within. */
export function wallRows(
  hand: Hand,
  shell: Shell,
  z0: number,
  z1: number,
  rows: number,
  gap: number,
  inner = false,
): string {
  const { camera, place, turn } = shell
  const steps = loopOf(shell.a, shell.b, gap)
  let out = ''
  for (let j = 0; j < rows * 2; j++) {
    const h = (z1 - z0) / (rows * 2)
    const [low, high] = [z0 + j * h, z0 + (j + 1) * h + h * 0.12]
    const lean = j % 2 ? 1 : -1
    const n = steps.length
    steps.forEach((s, i) => {
      const side: Vec = turn(inner ? [-s.nx, -s.ny, 0] : [s.nx, s.ny, 0])
      if (!camera.faces(side)) return
      const far = steps[(i + lean + n) % n] ?? s
      const next = steps[(i + 1) % n] ?? s
      const [p, q] = [camera.see(place([s.x, s.y, low])), camera.see(place([far.x, far.y, high]))]
      const beside = camera.see(place([next.x, next.y, low]))
      const width = Math.hypot(beside[0] - p[0], beside[1] - p[1]) * 0.62 + 1.5
      const light = (0.12 + 0.95 * camera.light(side)) * (inner ? 0.45 : 1) + between(hand, -0.07, 0.07)
      out += strand(hand, p, q, width, light)
    })
  }
  return out
}

/** Plaited rows on a flat lid at height z, ring within ring. */
export function lidRows(hand: Hand, shell: Shell, z: number, rings: number, gap: number, under = false): string {
  const { camera, place, turn } = shell
  const up: Vec = turn([0, 0, under ? -1 : 1])
  if (!camera.faces(up)) return ''
  let out = ''
  const base = 0.12 + 0.88 * camera.light(up)
  for (let j = 0; j < rings * 2; j++) {
    const [k0, k1] = [1 - j / (rings * 2), 1 - (j + 1.1) / (rings * 2)]
    const steps = loopOf(shell.a * k0, shell.b * k0, gap)
    const n = steps.length
    const lean = j % 2 ? 1 : -1
    steps.forEach((s, i) => {
      const far = steps[(i + lean + n) % n] ?? s
      const next = steps[(i + 1) % n] ?? s
      const shrink = Math.max(0, k1) / k0
      const [p, q] = [camera.see(place([s.x, s.y, z])), camera.see(place([far.x * shrink, far.y * shrink, z]))]
      const beside = camera.see(place([next.x, next.y, z]))
      const [ux, uy] = [beside[0] - p[0], beside[1] - p[1]]
      const [vx, vy] = [q[0] - p[0], q[1] - p[1]]
      const width = (Math.abs(ux * vy - uy * vx) / (Math.hypot(vx, vy) || 1)) * 1.12 + 1.2
      out += strand(hand, p, q, width, base + between(hand, -0.09, 0.07))
    })
  }
  return out
}

/** A rope-like edge wound round the box at height z: thick slanted turns. */
export function boundEdge(hand: Hand, shell: Shell, z: number, thick: number, gap: number, all = false): string {
  const { camera, place, turn } = shell
  const steps = loopOf(shell.a, shell.b, gap)
  const n = steps.length
  const turns = steps.map((s, i) => {
    const side: Vec = turn([s.nx, s.ny, 0])
    const next = steps[(i + 1) % n] ?? s
    const p = camera.see(place([s.x, s.y, z - thick / 2]))
    const q = camera.see(place([next.x, next.y, z + thick / 2]))
    const beside = camera.see(place([next.x, next.y, z - thick / 2]))
    const width = Math.hypot(beside[0] - p[0], beside[1] - p[1]) * 0.7 + 2.2
    const seen = camera.faces(side)
    const piece =
      seen || all
        ? strand(
            hand,
            p,
            q,
            width,
            0.3 + 0.8 * camera.light(seen ? side : turn([0, 0, 1])) + between(hand, -0.08, 0.08),
          )
        : ''
    return { y: p[1], piece }
  })
  return turns
    .sort((s, t) => s.y - t.y)
    .map((t) => t.piece)
    .join('')
}

/** The outline of the box's silhouette between two heights, for its ground and its shadow. */
export function silhouette(shell: Shell, z0: number, z1: number): string {
  const steps = loopOf(shell.a, shell.b, 0.8)
  const points = [z0, z1].flatMap((z) => steps.map((s) => shell.camera.see(shell.place([s.x, s.y, z]))))
  return polygon(hull(points))
}

/** The convex hull of points (monotone chain). */
export function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1])
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = []
    for (const p of list) {
      while (out.length > 1) {
        const [a, b] = [out[out.length - 2] ?? p, out[out.length - 1] ?? p]
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break
        out.pop()
      }
      out.push(p)
    }
    return out.slice(0, -1)
  }
  return [...half(sorted), ...half([...sorted].reverse())]
}

/** The ring that a level of the box makes, as a path. */
export function levelRing(shell: Shell, z: number, k = 1): string {
  return smooth(loopOf(shell.a * k, shell.b * k, 1.2).map((s) => shell.camera.see(shell.place([s.x, s.y, z]))))
}

/** An iron rod of the frame that runs round the box at height z. */
export function ironRod(shell: Shell, z: number, thick: number): string {
  const d = levelRing(shell, z)
  return line(d, '#1d1b1a', thick) + line(d, '#77716a', thick * 0.3, 0.8, ' transform="translate(-0.6 -1.2)"')
}
