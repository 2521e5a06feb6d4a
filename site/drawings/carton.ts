import { card, onSide, room } from './boxes.ts'
import type { Hand } from './brush.ts'
import { between, cut, fill, line, mix, moved, polygon } from './brush.ts'
import { demoWord, ruled } from './seal.ts'
import type { Camera, Vec } from './space.ts'
import { palette } from './studio.ts'

const KRAFT = '#b8905d'
const KRAFT_DARK = '#4b3217'
/** Half the carton's length, half its depth, and its height, in centimetres. */
export const [CW, CD, CH] = [23, 18, 27] as const

/** One side of the carton, deeper by `shade`. */
const wall = (camera: Camera, corners: readonly Vec[], shade: number): string =>
  card(camera, corners, mix(KRAFT, KRAFT_DARK, shade), KRAFT_DARK, 3)

/** The carton's inner sides, its floor, and the three flaps thrown open behind and beside. */
export function cartonBack(hand: Hand, camera: Camera): string {
  const [w, d, h] = [CW, CD, CH]
  const inner =
    wall(camera, room(-w, -d, 0, w, -d, 0, w, d, 0, -w, d, 0), 0.6) +
    wall(camera, room(-w, d, 0, w, d, 0, w, d, h, -w, d, h), 0.3) +
    wall(camera, room(-w, -d, 0, -w, d, 0, -w, d, h, -w, -d, h), 0.5) +
    wall(camera, room(w, -d, 0, w, d, 0, w, d, h, w, -d, h), 0.12)
  const flaps =
    wall(camera, room(-w, d, h, w, d, h, w - 1, d + 11, h + 3, -w + 1, d + 11, h + 3), 0.02) +
    wall(camera, room(-w, -d, h, -w, d, h, -w - 11, d - 1, h + 1, -w - 11, -d + 1, h + 1), -0.1) +
    wall(camera, room(w, -d, h, w, d, h, w + 11, d - 1, h - 1, w + 11, -d + 1, h - 1), 0.2)
  let flute = ''
  for (let i = 0; i < 70; i++) {
    const p = camera.see([between(hand, -w, w), d + between(hand, 0.6, 9), h + 1.4])
    flute += cut(p, moved(p, between(hand, 30, 90), 4), 1.6)
  }
  return inner + flaps + fill(flute, KRAFT_DARK, 0.25)
}

/** The carton's near side and its flap, with ruled lines where a mark will stand. */
export function cartonFront(camera: Camera): string {
  const [w, d, h] = [CW, CD, CH]
  const near = wall(camera, room(-w, -d, 0, w, -d, 0, w, -d, h, -w, -d, h), 0.28)
  const flap = wall(camera, room(-w, -d, h, w, -d, h, w - 1, -d - 10, h - 6, -w + 1, -d - 10, h - 6), 0.06)
  const marks = ruled([44, 52], 110, 20, [1, 0.7], KRAFT_DARK, 5) + demoWord([386, 62], 17, KRAFT_DARK)
  return near + flap + onSide(camera, [-w, -d, h], [w * 2, 0, 0], [0, -39, -23], 460, marks)
}

/** A small sachet of drying gel, with rows of dots and no words. */
export function gelSachet(camera: Camera, at: Vec): string {
  const [x, y, z] = at
  const corners: Vec[] = [
    [x, y, z],
    [x + 5.4, y + 1.6, z],
    [x + 3.8, y + 6.6, z],
    [x - 1.6, y + 5, z],
  ]
  const d = polygon(corners.map(camera.see))
  let dots = ''
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 4; j++) dots += `<circle cx="${18 + i * 16}" cy="${20 + j * 16}" r="3.2"/>`
  const face = onSide(
    camera,
    [x - 1.6, y + 5, z],
    [5.4, 1.6, 0],
    [1.6, -5, 0],
    100,
    `<g fill="${palette.indigoLight}">${dots}</g>` +
      line('M8 6H92M8 94H92M6 8V92M94 8V92', palette.indigo, 2.4, 0.7) +
      ruled([22, 84], 56, 8, [1], palette.indigo, 4),
  )
  return (
    fill(d, '#150c05', 0.6, ' transform="translate(7 9)" filter="url(#breath)"') +
    fill(d, '#f4f0e6') +
    line(d, palette.indigo, 2.4) +
    face
  )
}
