import { fill, line, polygon } from './brush.ts'
import type { Camera, Vec } from './space.ts'
import { at } from './studio.ts'

/** Places in the room from their numbers in threes: x, y, z, x, y, z and so on. */
export function room(...numbers: readonly number[]): Vec[] {
  const places: Vec[] = []
  for (let i = 0; i < numbers.length; i += 3) places.push([numbers[i] ?? 0, numbers[i + 1] ?? 0, numbers[i + 2] ?? 0])
  return places
}

/** A flat side of card: its corners in the room, its colour, and the ink of its edges. */
export function card(camera: Camera, corners: readonly Vec[], colour: string, ink: string, weight = 3): string {
  const d = polygon(corners.map(camera.see))
  return fill(d, colour) + line(d, ink, weight)
}

/** The outline of a flat side, for clipping and shading. */
export function sideOf(camera: Camera, corners: readonly Vec[]): string {
  return polygon(corners.map(camera.see))
}

/** Lays a flat picture on a side: its units run from `origin` along `across` and `down`, `units` to the full length. */
export function onSide(camera: Camera, origin: Vec, across: Vec, down: Vec, units: number, picture: string): string {
  const o = camera.see(origin)
  const end = (v: Vec): readonly [number, number] => {
    const [x, y] = camera.see([origin[0] + v[0], origin[1] + v[1], origin[2] + v[2]])
    return [(x - o[0]) / units, (y - o[1]) / units]
  }
  const [ax, ay] = end(across)
  const [dx, dy] = end(down)
  const four = (n: number): string => String(Math.round(n * 10000) / 10000)
  return `<g transform="matrix(${four(ax)} ${four(ay)} ${four(dx)} ${four(dy)} ${at(o[0])} ${at(o[1])})">${picture}</g>`
}
