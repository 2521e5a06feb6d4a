import type { Point } from './brush.ts'

/** A place in the room: x to the right, y away from the viewer, z up. */
export type Vec = readonly [number, number, number]

/** A simple eye without perspective: where a place falls on the sheet, and how light falls on a side. */
export interface Camera {
  /** Where the place falls on the sheet. */
  see: (place: Vec) => Point
  /** From 0 in the shade to 1 in full light, for a side that looks along `normal`. */
  light: (normal: Vec) => number
  /** Whether a side that looks along `normal` can be seen. */
  faces: (normal: Vec) => boolean
  /** The share by which a flat circle is pressed to an ellipse. */
  press: number
}

const LIGHT: Vec = [-0.52, -0.42, 0.74]

/** An eye turned by `yaw` and raised by `elevation` (degrees), with the room's origin at `origin`. */
export function cameraOf(yaw: number, elevation: number, scale: number, origin: Point): Camera {
  const [a, e] = [(yaw * Math.PI) / 180, (elevation * Math.PI) / 180]
  const [ca, sa, ce, se] = [Math.cos(a), Math.sin(a), Math.cos(e), Math.sin(e)]
  const turn = ([x, y, z]: Vec): Vec => [x * ca - y * sa, x * sa + y * ca, z]
  return {
    see: (place) => {
      const [x, y, z] = turn(place)
      return [origin[0] + x * scale, origin[1] - (z * ce + y * se) * scale]
    },
    light: (normal) => {
      const n = turn(normal)
      return Math.max(0, Math.min(1, n[0] * LIGHT[0] + n[1] * LIGHT[1] + n[2] * LIGHT[2]))
    },
    faces: (normal) => {
      const n = turn(normal)
      return n[2] * se - n[1] * ce > 0
    },
    press: se,
  }
}
