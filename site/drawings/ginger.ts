import { room, sideOf } from './boxes.ts'
import type { Point } from './brush.ts'
import { between, cut, ellipse, fill, line, polygon, smooth } from './brush.ts'
import { gingerSugar, lyingCrystal, spill } from './crystals.ts'
import { caustic, steam, tumbler } from './glass.ts'
import { sugarBlock, sugarShard } from './palm-sugar.ts'
import type { Finger } from './root.ts'
import { cutFace, rhizome, rootShadow, rootSlice } from './root.ts'
import { D, footprint, openBox, sachet, W } from './sachets.ts'
import { cameraOf } from './space.ts'
import { contact, painted, paperTooth, pigments, table, wallWash } from './stage.ts'
import type { Drawing } from './studio.ts'
import { handOf } from './studio.ts'

const WALL = '#ecd9b0'
const TABLE = '#8f6a4c'

/** The rhizome of the hero, its fingers from the back to the front. */
const ROOT: readonly Finger[] = [
  { from: [900, 985], over: [880, 900], to: [930, 850], thick: 84 },
  { from: [1040, 990], over: [1075, 905], to: [1140, 868], thick: 88 },
  { from: [1150, 1010], over: [1225, 960], to: [1300, 915], thick: 84 },
  { from: [820, 1010], over: [1000, 960], to: [1230, 1025], thick: 128 },
  { from: [840, 1005], over: [775, 1015], to: [735, 985], thick: 104, cutEnd: true },
  { from: [1180, 1020], over: [1280, 1050], to: [1372, 1030], thick: 96 },
  { from: [960, 1010], over: [985, 1075], to: [1050, 1092], thick: 82 },
]

/** The hero: a steaming glass, the red root, and blocks of palm sugar. */
function hero(): Drawing {
  const hand = handOf(801)
  const glass = { id: 'glass', mouth: [560, 420] as const, radius: 190, tall: 480, press: 0.27 }
  const blocks =
    sugarBlock(hand, { id: 'b1', top: [1180, 770], radius: 150, tall: 74, press: 0.3 }) +
    sugarBlock(hand, { id: 'b2', top: [1196, 686], radius: 138, tall: 70, press: 0.3 })
  const bound = tied([1192, 686])
  const root = rootShadow(ROOT, 26, 40) + painted(rhizome(hand, 'r', ROOT))
  const slices = rootSlice(hand, 's1', [400, 1040], 82, 38) + rootSlice(hand, 's2', [522, 1084], 74, 34)
  const shards = sugarShard(hand, [916, 800], 40) + sugarShard(hand, [986, 838], 26)
  const body =
    wallWash() +
    table(640, TABLE, 81) +
    contact([1185, 850], 150, 42) +
    painted(blocks + bound + shards) +
    contact([560, 905], 160, 40, 1.2) +
    caustic([560, 910], 165) +
    steam(hand, [560, 420], 190, 330) +
    painted(tumbler(hand, glass)) +
    root +
    painted(slices) +
    painted(spill(hand, [690, 1090], 60, 22, 9, 40, gingerSugar), 'rough') +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The strip of dried palm leaf that ties the two blocks together, with its knot on top. */
function tied([x, y]: Point): string {
  const strip = polygon([
    [x - 2, y - 40],
    [x + 20, y - 40],
    [x + 8, y + 42],
    [x + 4, y + 112],
    [x - 6, y + 172],
    [x - 26, y + 170],
    [x - 20, y + 112],
    [x - 16, y + 42],
  ])
  const fibres = [-8, -2, 3]
    .map(
      (dx) =>
        cut([x + dx + 10, y - 36], [x + dx - 4, y + 40], 1.6) + cut([x + dx - 4, y + 46], [x + dx - 14, y + 166], 1.6),
    )
    .join('')
  const tails =
    cut([x, y - 4], [x - 74, y + 12], 15, -7) +
    cut([x, y - 4], [x + 66, y - 26], 15, 7) +
    cut([x, y - 4], [x + 58, y + 18], 13, -6)
  return (
    line(strip, '#4b3414', 3) +
    fill(strip, '#cdb274') +
    fill(fibres, '#7c5d2a', 0.7) +
    line(tails, '#4b3414', 3) +
    fill(tails, '#d8c088') +
    line(ellipse([x, y - 4], 15, 11), '#4b3414', 3) +
    fill(ellipse([x, y - 4], 15, 11), '#bfa262')
  )
}

const GREAT: readonly Finger[] = [
  { from: [420, 560], over: [250, 330], to: [330, 90], thick: 270 },
  { from: [300, 640], over: [60, 640], to: [-120, 520], thick: 320 },
  { from: [120, 740], over: [420, 760], to: [690, 545], thick: 520 },
  { from: [330, 830], over: [420, 980], to: [350, 1110], thick: 250 },
]

/** The detail: the cut root, its yellow flesh in a red ring, and a drift of granules beside it. */
function detail(): Drawing {
  const hand = handOf(805)
  const drift: Point[] = []
  for (let i = 0; i < 1150; i++) {
    const [x, y] = [between(hand, 560, 1680), between(hand, 560, 1260)]
    if (y > 1230 - (x - 560) * 0.62 + 60 * Math.sin(x / 130)) drift.push([x, y])
  }
  const grains = drift
    .sort((a, b) => a[1] - b[1])
    .map((p) => lyingCrystal(hand, p, between(hand, 16, 34), gingerSugar))
    .join('')
  const face = cutFace(hand, 'face', [648, 570], 185, 268, -0.62)
  const body =
    `<rect width="1600" height="1200" fill="#e2c693"/><rect width="1600" height="1200" fill="url(#studio-light)"/>${wallWash()}` +
    `<g transform="translate(170 -10)">${rootShadow(GREAT, 70, 84)}${painted(rhizome(hand, 'g', GREAT) + face)}</g>` +
    painted(rootSlice(hand, 'slice', [1270, 300], 176, 132)) +
    fill(
      smooth([
        [600, 1240],
        [900, 1060],
        [1250, 830],
        [1650, 560],
        [1650, 1300],
        [600, 1300],
      ]),
      '#3a1c0a',
      0.5,
      ' filter="url(#haze)"',
    ) +
    painted(grains, 'rough') +
    paperTooth(0.22)
  return { defs: pigments, body, wall: WALL }
}

/** The packaging: the open box, and two sachets lying before it. */
function packaging(): Drawing {
  const hand = handOf(811)
  const camera = cameraOf(-22, 20, 30, [395, 850])
  const lay = (x: number, y: number, turn: number, id: string): string => {
    const a = (turn * Math.PI) / 180
    const k = 2.9
    return `<g transform="translate(${x} ${y}) matrix(${k * Math.cos(a)} ${k * Math.sin(a) * 0.5} ${-k * Math.sin(a)} ${k * Math.cos(a) * 0.5} 0 0)">${fill('M2 4H48V156H2Z', '#21140a', 0.45, ' filter="url(#breath)"')}${sachet(hand, id)}</g>`
  }
  const shadow =
    fill(
      sideOf(camera, room(0, 0, 0, W, 0, 0, W + 7, D, 0, W + 5, D + 5, 0, 2, D, 0)),
      '#21140a',
      0.7,
      ' filter="url(#haze)"',
    ) + fill(footprint(camera), '#21140a', 0.7, ' filter="url(#veil)"')
  const loose = lay(520, 1060, -58, 'z1') + lay(850, 1100, -80, 'z2')
  const body =
    wallWash() +
    table(600, TABLE, 85) +
    shadow +
    painted(openBox(hand, camera)) +
    painted(loose, 'rough') +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The three pictures of the red-ginger drink. */
export const ginger = { hero: hero(), detail: detail(), packaging: packaging() }
