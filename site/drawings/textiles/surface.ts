/** Surfaces: how a length of cloth hangs or lies, where the light falls on it, and where its edges run. */
import { at } from '../studio.ts'
import { lines, type Point, type Warp } from './marks.ts'

/** Cloth coordinates to a point in space; z comes towards the viewer. */
export type Place = (u: number, v: number) => readonly [number, number, number]

export interface Surface {
  /** The cloth's own size, in its own units (centimetres in these drawings). */
  width: number
  height: number
  place: Place
}

/** The tone of the light from 0 (deep fold) to 1 (full light), and how silk or cotton answers it. */
export interface Sheen {
  shadow: string
  light: string
  /** How dark the deepest fold may become, 0 to 1. */
  depth: number
  /** How bright the highest ridge may become, 0 to 1. */
  gloss: number
  /** How narrow the highlight is: cotton about 3, silk 12 and more. */
  polish: number
}

/** The two-dimensional picture of a surface, for motifs. */
export function warpOf(surface: Surface): Warp {
  return ([u, v]) => {
    const [x, y] = surface.place(u, v)
    return [x, y]
  }
}

/** The outline of a cloth between two lengths of it. */
export function outline(surface: Surface, from = 0, to = surface.width, steps = 90): string {
  const { height, place } = surface
  const edge: Point[] = []
  const push = (u: number, v: number): void => {
    const [x, y] = place(u, v)
    edge.push([x, y])
  }
  for (let i = 0; i <= steps; i++) push(from + ((to - from) * i) / steps, 0)
  for (let i = 1; i < 24; i++) push(to, (height * i) / 24)
  for (let i = steps; i >= 0; i--) push(from + ((to - from) * i) / steps, height)
  for (let i = 23; i > 0; i--) push(from, (height * i) / 24)
  return lines(edge)
}

function normalAt(surface: Surface, u: number, v: number): readonly [number, number, number] {
  const e = Math.min(surface.width, surface.height) / 400
  const [a, b] = [surface.place(u - e, v), surface.place(u + e, v)]
  const [c, d] = [surface.place(u, v - e), surface.place(u, v + e)]
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [d[0] - c[0], d[1] - c[1], d[2] - c[2]]
  const n: [number, number, number] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const size = Math.hypot(...n) || 1
  const face = n[2] < 0 ? -1 : 1
  return [(face * n[0]) / size, (face * n[1]) / size, (face * n[2]) / size]
}

/** Light from the upper left, a little before the cloth: [how lit, how much it shines]. */
function litAt(surface: Surface, u: number, v: number, polish: number): readonly [number, number] {
  const [nx, ny, nz] = normalAt(surface, u, v)
  const light = Math.max(0, nx * -0.52 + ny * -0.4 + nz * 0.755)
  const half = Math.max(0, nx * -0.28 + ny * -0.22 + nz * 0.935)
  return [light, half ** polish]
}

interface Grid {
  columns: number
  rows: number
  from: number
  to: number
}

function patches(surface: Surface, grid: Grid, tone: (u: number, v: number) => string): string {
  const { columns, rows, from, to } = grid
  const [du, dv] = [(to - from) / columns, surface.height / rows]
  let out = ''
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const u = from + i * du
      const v = j * dv
      const corners = [
        [u, v],
        [u + du * 1.25, v],
        [u + du * 1.25, v + dv * 1.25],
        [u, v + dv * 1.25],
      ] as const
      const quad = corners.map(([cu, cv]): Point => {
        const [x, y] = surface.place(cu, cv)
        return [x, y]
      })
      out += `<path d="${lines(quad)}" fill="${tone(u + du / 2, v + dv / 2)}"/>`
    }
  }
  return out
}

const grey = (value: number): string => {
  const v = Math.round(255 * Math.max(0, Math.min(1, value)))
  return `rgb(${v},${v},${v})`
}

/**
 * Fold shading over a surface: shadows laid as a warm wash (multiply), lights as thin body colour (screen).
 * Needs `sheenDefs` in the picture's defs; `id` must be new in the picture.
 */
export function shading(surface: Surface, id: string, sheen: Sheen, grid: Partial<Grid> = {}): string {
  const full: Grid = { columns: 120, rows: 12, from: 0, to: surface.width, ...grid }
  const shape = outline(surface, full.from, full.to)
  const dark = (u: number, v: number): string => grey(1 - Math.min(1, litAt(surface, u, v, 1)[0] * 1.28))
  const bright = (u: number, v: number): string => grey(litAt(surface, u, v, sheen.polish)[1])
  const layer = (mask: string, tone: string, opacity: number, quads: string): string =>
    `<mask id="${mask}" style="mask-type:luminance"><g filter="url(#fold-blur)">${quads}</g></mask>
<g style="mix-blend-mode:${tone === sheen.shadow ? 'multiply' : 'screen'}"><path d="${shape}" fill="${tone}" opacity="${at(opacity)}" mask="url(#${mask})"/></g>`
  return (
    layer(`${id}-dark`, sheen.shadow, sheen.depth, patches(surface, full, dark)) +
    layer(`${id}-light`, sheen.light, sheen.gloss, patches(surface, full, bright))
  )
}

/** The blur that joins the shaded patches into one soft wash. */
export const sheenDefs =
  '<filter color-interpolation-filters="sRGB" id="fold-blur" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="3.2"/></filter>'

export const cottonSheen: Sheen = { shadow: '#3a2716', light: '#fff8e6', depth: 0.86, gloss: 0.16, polish: 5 }
export const silkSheen: Sheen = { shadow: '#5a2b26', light: '#fffaf0', depth: 0.9, gloss: 0.66, polish: 15 }

/**
 * Pleats that keep the cloth's true length: the surface turns by `angle(u, v)` and the picture sees its cosine.
 * Returns x and z for every u, by a table, so that motifs are squeezed where a fold turns away.
 */
export function pleats(
  length: number,
  height: number,
  angle: (u: number, v: number) => number,
  rows = 24,
): (u: number, v: number) => readonly [number, number] {
  const columns = 600
  const table: (readonly [number, number])[][] = []
  for (let j = 0; j <= rows; j++) {
    const line: (readonly [number, number])[] = []
    let [x, z] = [0, 0]
    for (let i = 0; i <= columns; i++) {
      line.push([x, z])
      const a = angle(((i + 0.5) * length) / columns, (j * height) / rows)
      x += (Math.cos(a) * length) / columns
      z += (Math.sin(a) * length) / columns
    }
    table.push(line)
  }
  return (u, v) => {
    const [fi, fj] = [clamp((u / length) * columns, columns), clamp((v / height) * rows, rows)]
    const [i, j] = [Math.min(columns - 1, Math.floor(fi)), Math.min(rows - 1, Math.floor(fj))]
    const get = (a: number, b: number): readonly [number, number] => table[b]?.[a] ?? [0, 0]
    const mix = (k: 0 | 1): number =>
      (get(i, j)[k] * (1 - (fi - i)) + get(i + 1, j)[k] * (fi - i)) * (1 - (fj - j)) +
      (get(i, j + 1)[k] * (1 - (fi - i)) + get(i + 1, j + 1)[k] * (fi - i)) * (fj - j)
    return [mix(0), mix(1)]
  }
}

const clamp = (value: number, top: number): number => Math.max(0, Math.min(top, value))
