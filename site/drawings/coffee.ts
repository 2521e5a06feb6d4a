import type { Bean } from './bean.ts'
import { bean } from './bean.ts'
import type { Hand, Point } from './brush.ts'
import { between, cut, ellipse, fill, line, moved, polygon, smooth } from './brush.ts'
import type { PouchLook } from './pouch.ts'
import { onPouch, pouch } from './pouch.ts'
import { coffeeSeal, demoWord, ruled } from './seal.ts'
import { contact, painted, paperTooth, pigments, table, wallWash } from './stage.ts'
import type { Drawing } from './studio.ts'
import { handOf, palette } from './studio.ts'
import { wovenDish } from './woven.ts'

const WALL = '#e9dfc9'
const TABLE = '#cdb58c'
const SHADE = '#21140a'
const VIGNETTE = '<rect width="1600" height="1200" fill="url(#vignette)"/>'

const film = (id: string, x: number, base: number, w: number, seed: number): PouchLook => ({
  id,
  x,
  base,
  w,
  h: w * 1.48,
  film: '#24365a',
  dark: palette.indigoDark,
  gleam: '#cfdcf0',
  gloss: 0.75,
  seed,
})

/** The one-way valve: a small pressed disc with five pinholes. */
function valve(centre: Point, r: number): string {
  const holes = [0, 1, 2, 3, 4]
    .map((i) =>
      fill(
        ellipse(moved(centre, Math.cos(i * 1.257) * r * 0.4, Math.sin(i * 1.257) * r * 0.4), r * 0.085, r * 0.085),
        palette.indigoDark,
      ),
    )
    .join('')
  return (
    fill(ellipse(moved(centre, r * 0.12, r * 0.16), r, r), palette.indigoDark, 0.7) +
    fill(ellipse(centre, r, r), '#33496f') +
    line(ellipse(centre, r * 0.94, r * 0.94), '#7f95bd', r * 0.07) +
    line(ellipse(centre, r * 0.66, r * 0.66), palette.indigoDark, r * 0.06) +
    fill(
      cut(moved(centre, -r * 0.72, r * 0.2), moved(centre, r * 0.05, -r * 0.8), r * 0.09, -r * 0.14),
      '#dfe8f6',
      0.8,
    ) +
    holes
  )
}

/** A panel on the pouch's face between two places, with corners that follow the film. */
function panel(look: PouchLook, u: number, v0: number, v1: number): string {
  const rows = [0, 0.33, 0.66, 1].map((t) => v0 + (v1 - v0) * t)
  return polygon([...rows.map((v) => onPouch(look, -u, v)), ...rows.map((v) => onPouch(look, u, v)).reverse()])
}

/** The border of lozenges that runs over and under the label. */
function lozenges(look: PouchLook, v: number, ink: string): string {
  let d = ''
  for (let i = -9; i <= 9; i++) {
    const c = onPouch(look, i * 0.108, v)
    const r = look.w * 0.019
    d += polygon([moved(c, 0, -r), moved(c, r, 0), moved(c, 0, r), moved(c, -r, 0)])
  }
  return fill(d, ink)
}

/** The print on the front: valve, lozenge borders, and a cream label with the seal. */
function frontPrint(look: PouchLook): string {
  const { w } = look
  const label = panel(look, 0.66, 0.36, 0.76)
  const inner = panel(look, 0.61, 0.375, 0.745)
  return (
    valve(onPouch(look, 0, 0.225), w * 0.055) +
    lozenges(look, 0.32, palette.turmeric) +
    lozenges(look, 0.8, palette.turmeric) +
    fill(label, palette.indigoDark, 0.5, ' transform="translate(4 5)"') +
    fill(label, palette.cream) +
    line(inner, palette.sogaLight, w * 0.006) +
    coffeeSeal(onPouch(look, 0, 0.485), w * 0.125, palette.soga, palette.cream) +
    ruled(onPouch(look, -0.42, 0.61), w * 0.42, w * 0.05, [0.92, 0.6], palette.sogaDark, w * 0.013, true) +
    demoWord(onPouch(look, 0, 0.705), w * 0.034, palette.sogaDark)
  )
}

/** The fin seam that closes the pouch down the middle of its back. */
function finSeam(look: PouchLook): string {
  const down = (u: number): string => {
    const points = [0.07, 0.4, 0.7, 1].map((v) => onPouch(look, u, v))
    return smooth(points, false)
  }
  return line(down(0.02), palette.indigoDark, look.w * 0.012, 0.6) + line(down(0), '#8ea4cb', look.w * 0.006, 0.6)
}

/** A ruled table of two columns, and a dashed box for a date, both left blank. */
function blankTable(look: PouchLook): string {
  const { w } = look
  const rule = (u0: number, v0: number, u1: number, v1: number): string =>
    line(polygon([onPouch(look, u0, v0), onPouch(look, u1, v1)]), palette.soga, w * 0.004)
  const frame = (u0: number, v0: number, u1: number, v1: number): string =>
    polygon([onPouch(look, u0, v0), onPouch(look, u1, v0), onPouch(look, u1, v1), onPouch(look, u0, v1)])
  const rows = [0.5, 0.54, 0.58, 0.62].map((v) => rule(-0.58, v, 0.1, v)).join('')
  const grid = line(frame(-0.58, 0.46, 0.1, 0.66), palette.soga, w * 0.006) + rows + rule(-0.16, 0.46, -0.16, 0.66)
  const dashes = ' stroke-dasharray="9 7"'
  return grid + line(frame(0.22, 0.46, 0.58, 0.58), palette.soga, w * 0.006, 1, dashes)
}

/** The print on the back: a fin seam, ruled lines for text, a small table and a blank date box. */
function backPrint(look: PouchLook): string {
  const { w } = look
  const label = panel(look, 0.7, 0.24, 0.8)
  return (
    finSeam(look) +
    fill(label, palette.indigoDark, 0.5, ' transform="translate(4 5)"') +
    fill(label, palette.cream) +
    ruled(onPouch(look, -0.58, 0.29), w * 0.56, w * 0.042, [0.55], palette.sogaDark, w * 0.014) +
    ruled(onPouch(look, -0.58, 0.335), w * 0.56, w * 0.042, [1, 0.94, 0.7], palette.soga, w * 0.007) +
    blankTable(look) +
    ruled(onPouch(look, 0.22, 0.61), w * 0.18, w * 0.04, [1, 0.8], palette.soga, w * 0.007) +
    demoWord(onPouch(look, 0, 0.735), w * 0.034, palette.sogaDark)
  )
}

/** A bean with the shadow it throws on what it lies on. */
function lyingBean(hand: Hand, id: string, centre: Point, size: number, press: number): string {
  const turn = between(hand, 0, Math.PI)
  const look: Bean = { id, centre, size, turn, flat: hand() < 0.6, roast: between(hand, 0.1, 0.85), press }
  const long = size * (1 - 0.2 * Math.abs(Math.sin(turn)))
  return (
    fill(
      ellipse(moved(centre, size * 0.24, size * 0.3 * press), long * 1.02, size * 0.82 * press),
      SHADE,
      0.5,
      ' filter="url(#breath)"',
    ) + bean(hand, look)
  )
}

/** A heap of beans on an oval floor, from the back to the front, higher in the middle. */
function heap(
  hand: Hand,
  name: string,
  centre: Point,
  rx: number,
  ry: number,
  size: number,
  count: number,
  rise: number,
): string {
  const places = Array.from({ length: count }, (_, i): Point => {
    const r = Math.sqrt((i + 0.5) / count)
    const a = i * 2.39996 + between(hand, -0.25, 0.25)
    return [Math.cos(a) * r, Math.sin(a) * r]
  })
  const order = places
    .map(([x, y]) => ({ x, y, lift: (1 - Math.min(1, Math.hypot(x, y))) * rise }))
    .sort((p, q) => p.y - q.y)
  return order
    .map(({ x, y, lift }, i) =>
      lyingBean(hand, `${name}${i}`, moved(centre, x * rx, y * ry - lift), size * between(hand, 0.9, 1.1), 0.74),
    )
    .join('')
}

const SCATTER: readonly Point[] = [
  [742, 1062],
  [640, 1092],
  [905, 1082],
  [560, 1030],
  [820, 1110],
  [705, 1132],
  [430, 1076],
  [1010, 1118],
  [1390, 1010],
  [1318, 1074],
  [1150, 1102],
]

/** The hero: the indigo pouch, a bamboo dish of beans, and beans scattered before them. */
function hero(): Drawing {
  const hand = handOf(601)
  const look = film('bag', 590, 960, 520, 61)
  const dish = { id: 'dish', centre: [1075, 925] as const, radius: 282, press: 0.34 }
  const load = heap(hand, 'd', [1075, 915], 190, 56, 33, 66, 56)
  const scatter = [...SCATTER]
    .sort((a, b) => a[1] - b[1])
    .map((p, i) => lyingBean(hand, `s${i}`, p, 33, 0.74))
    .join('')
  const body =
    wallWash() +
    table(690, TABLE, 62) +
    contact([590, 955], 250, 30) +
    contact([1075, 968], 258, 76, 0.5) +
    painted(pouch(look, frontPrint(look))) +
    painted(wovenDish(hand, dish, load)) +
    painted(scatter, 'rough') +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The detail: roasted beans filling the sheet, at every angle. */
function detail(): Drawing {
  const hand = handOf(604)
  const place = (gap: number, jitter: number): Point[] => {
    const out: Point[] = []
    for (let y = -60; y < 1300; y += gap * 0.84) {
      for (let x = -60 + ((y / gap) % 2) * gap * 0.5; x < 1700; x += gap)
        out.push([x + between(hand, -jitter, jitter), y + between(hand, -jitter, jitter)])
    }
    return out.sort(() => hand() - 0.5)
  }
  const layer = (name: string, gap: number, size: number): string =>
    place(gap, gap * 0.2)
      .map((p, i) => lyingBean(hand, `${name}${i}`, p, size * between(hand, 0.92, 1.1), 1))
      .join('')
  const lower = `${layer('l', 175, 116)}<rect width="1600" height="1200" fill="${SHADE}" opacity="0.42"/>`
  const body =
    `<rect width="1600" height="1200" fill="${SHADE}"/>` +
    painted(lower + layer('u', 232, 128)) +
    VIGNETTE +
    paperTooth(0.22)
  return { defs: pigments, body, wall: palette.sogaDark }
}

/** The packaging: the pouch's front and back, side by side. */
function packaging(): Drawing {
  const hand = handOf(609)
  const [front, back] = [film('front', 510, 985, 500, 71), film('back', 1100, 985, 500, 75)]
  const beans = (
    [
      [792, 1050],
      [842, 1078],
      [760, 1090],
    ] as const
  )
    .map((p, i) => lyingBean(hand, `p${i}`, p, 29, 0.74))
    .join('')
  const body =
    wallWash() +
    table(700, TABLE, 66) +
    contact([510, 980], 242, 28) +
    contact([1100, 980], 242, 28) +
    painted(pouch(front, frontPrint(front)) + pouch(back, backPrint(back))) +
    painted(beans, 'rough') +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The three pictures of the roasted coffee. */
export const coffee = { hero: hero(), detail: detail(), packaging: packaging() }
