import { room, sideOf } from './boxes.ts'
import type { Shell } from './braid.ts'
import { boundEdge, ironRod, levelRing, lidRows, STRAW_DARK, silhouette, wallRows } from './braid.ts'
import type { Hand } from './brush.ts'
import { fill, inside, line, polygon } from './brush.ts'
import { CD, CH, CW, cartonBack, cartonFront, gelSachet } from './carton.ts'
import { greatBraid } from './plait.ts'
import type { Camera, Vec } from './space.ts'
import { cameraOf } from './space.ts'
import { painted, paperTooth, pigments, table, wallWash } from './stage.ts'
import type { Drawing } from './studio.ts'
import { handOf, palette } from './studio.ts'

const WALL = '#e4e1d6'
const TABLE = '#56657f'

/** A basket's measures in centimetres. */
interface Size {
  l: number
  w: number
  h: number
}

const LARGE: Size = { l: 40, w: 30, h: 25 }
const MIDDLE: Size = { l: 32, w: 23, h: 20 }
const SMALL: Size = { l: 24, w: 17, h: 15 }
const LID = 4.4

const standing = (camera: Camera, { l, w }: Size, grow = 0): Shell => ({
  camera,
  a: l / 2 + grow,
  b: w / 2 + grow,
  place: (v) => v,
  turn: (v) => v,
})

/** The open body of a basket: the far wall from within, the near wall, the frame's rod and the bound rim. */
function openBody(hand: Hand, camera: Camera, size: Size): string {
  const shell = standing(camera, size)
  const rows = Math.round(size.h / 2.5)
  const mouth = levelRing(shell, size.h)
  const within = inside(`m${size.l}`, mouth, fill(mouth, '#2b1b0c') + wallRows(hand, shell, 0, size.h, rows, 1.5, true))
  return (
    fill(silhouette(shell, 0, size.h), STRAW_DARK) +
    within +
    wallRows(hand, shell, 0, size.h, rows, 1.5) +
    ironRod(shell, size.h, 5) +
    boundEdge(hand, shell, size.h - 0.7, 1.7, 1.5)
  )
}

/** A lid at height z of its shell: skirt, top and bound edge. */
function lid(hand: Hand, shell: Shell, z: number): string {
  const skirt = fill(silhouette(shell, z, z + LID), STRAW_DARK) + wallRows(hand, shell, z, z + LID, 2, 1.5)
  return (
    skirt +
    fill(levelRing(shell, z + LID), STRAW_DARK) +
    lidRows(hand, shell, z + LID, Math.round(shell.b / 2.3), 1.5) +
    boundEdge(hand, shell, z + LID - 0.2, 1.5, 1.4, true) +
    boundEdge(hand, shell, z + 0.3, 1.4, 1.4)
  )
}

/** The shadow that the body throws on the table. */
function floorShadow(camera: Camera, size: Size): string {
  const shell = standing(camera, size, 0.6)
  const long: Shell = { ...shell, place: ([x, y, z]) => [x + z * 0.5, y + z * 0.16, 0] }
  return (
    fill(silhouette(long, 0, size.h * 0.9), '#21140a', 0.42, ' filter="url(#haze)"') +
    fill(levelRing(shell, 0), '#150c05', 0.75, ' transform="translate(5 8)" filter="url(#veil)"')
  )
}

/** A closed basket with its lid on. */
function closed(hand: Hand, camera: Camera, size: Size): string {
  const lip = fill(
    silhouette(standing(camera, size, 0.2), size.h - LID - 1.4, size.h - LID + 0.6),
    STRAW_DARK,
    0.8,
    ' filter="url(#breath)"',
  )
  return openBody(hand, camera, size) + lip + lid(hand, standing(camera, size, 0.9), size.h - LID + 1)
}

/** A lid stood on its long edge and leaned back by `angle` degrees. */
function leaning(hand: Hand, camera: Camera, size: Size, angle: number): string {
  const a = (angle * Math.PI) / 180
  const [c, s] = [Math.cos(a), Math.sin(a)]
  const roll = ([x, y, z]: Vec): Vec => [x, y * c - z * s, y * s + z * c]
  const half = size.w / 2 + 0.9
  const shell: Shell = {
    camera,
    a: size.l / 2 + 0.9,
    b: half,
    turn: roll,
    place: ([x, y, z]) => {
      const [rx, ry, rz] = roll([x, y + half, z])
      return [rx, ry, rz]
    },
  }
  const foot = levelRing(shell, 0.4)
  return line(foot, STRAW_DARK, 15) + line(foot, '#a8803f', 11) + lid(hand, shell, 0)
}

/** The hero: three sizes in a row, the smallest open, its lid leaning on the middle one. */
function hero(): Drawing {
  const hand = handOf(1001)
  const eye = (x: number, y: number): Camera => cameraOf(-24, 24, 14.2, [x, y])
  const [big, mid, small, loose] = [eye(430, 800), eye(960, 880), eye(1330, 985), eye(905, 1085)]
  const rest = fill(
    polygon([
      [760, 1085],
      [1010, 1150],
      [1110, 1120],
      [1020, 1040],
    ]),
    '#150c05',
    0.6,
    ' filter="url(#haze)"',
  )
  const body =
    wallWash() +
    table(560, TABLE, 101) +
    floorShadow(big, LARGE) +
    painted(closed(hand, big, LARGE), 'rough') +
    floorShadow(mid, MIDDLE) +
    painted(closed(hand, mid, MIDDLE), 'rough') +
    floorShadow(small, SMALL) +
    painted(openBody(hand, small, SMALL), 'rough') +
    rest +
    painted(leaning(hand, loose, SMALL, 66), 'rough') +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The detail: the plaited rows, and the wound post under which the iron runs. */
function detail(): Drawing {
  return {
    defs: pigments,
    body:
      painted(greatBraid(handOf(1005)), 'rough') +
      `<rect width="1600" height="1200" fill="url(#vignette)"/>` +
      paperTooth(0.2),
    wall: palette.sand,
  }
}

/** The packaging: the three baskets nested in a carton, seen from above, with a sachet of drying gel. */
function packaging(): Drawing {
  const hand = handOf(1011)
  const camera = cameraOf(-9, 66, 17.6, [790, 800])
  const back = cartonBack(hand, camera)
  const dim = (size: Size): string =>
    fill(levelRing(standing(camera, size), size.h), '#120a04', 0.5, ' filter="url(#veil)"')
  const nest =
    openBody(hand, camera, LARGE) +
    inside('inL', levelRing(standing(camera, LARGE), LARGE.h, 0.97), openBody(hand, camera, { ...MIDDLE, h: 22 })) +
    inside('inM', levelRing(standing(camera, MIDDLE), 22, 0.97), dim(SMALL) + closed(hand, camera, { ...SMALL, h: 17 }))
  const mouth = sideOf(camera, room(-CW, -CD, CH, CW, -CD, CH, CW, CD, CH, -CW, CD, CH))
  const shadow = fill(
    sideOf(camera, room(-CW, -CD, 0, CW + 10, -CD - 3, 0, CW + 12, CD, 0, -CW, CD, 0)),
    '#150c05',
    0.5,
    ' filter="url(#haze)"',
  )
  const body =
    table(-60, TABLE, 107) +
    shadow +
    painted(back, 'gouache') +
    painted(inside('open', mouth, nest), 'rough') +
    painted(gelSachet(camera, [-3, -4, 19.6]), 'rough') +
    painted(cartonFront(camera), 'gouache') +
    paperTooth()
  return { defs: pigments, body, wall: TABLE }
}

/** The three pictures of the water-hyacinth baskets. */
export const basket = { hero: hero(), detail: detail(), packaging: packaging() }
