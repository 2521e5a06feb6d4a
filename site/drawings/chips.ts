import type { Hand, Point } from './brush.ts'
import {
  between,
  bow,
  cut,
  ellipse,
  fill,
  inside,
  line,
  mix,
  moved,
  oneOf,
  oval,
  polygon,
  smooth,
  sweep,
} from './brush.ts'
import { chilli, chip } from './chip.ts'
import { earthenBowl } from './earthenware.ts'
import { greatChip } from './great-chip.ts'
import type { PouchLook } from './pouch.ts'
import { onPouch, pouch } from './pouch.ts'
import { demoWord, ruled, sliceSeal } from './seal.ts'
import { contact, painted, paperTooth, pigments, table, wallWash } from './stage.ts'
import type { Drawing } from './studio.ts'
import { handOf, palette } from './studio.ts'

const WALL = '#e4dfc8'
const TABLE = '#a9a179'
const SHADE = '#2a140b'

const film = (id: string, x: number, base: number, w: number, seed: number): PouchLook => ({
  id,
  x,
  base,
  w,
  h: w * 1.42,
  film: '#a5301f',
  dark: '#470f0b',
  gleam: '#ffe0c4',
  gloss: 0.55,
  seed,
})

/** A chip with its shadow, for lying on others or on the table. */
function lying(hand: Hand, id: string, centre: Point, rx: number, ry: number, turn = between(hand, -0.6, 0.6)): string {
  return (
    fill(ellipse(moved(centre, rx * 0.12, ry * 0.28), rx * 1.02, ry * 1.02), SHADE, 0.5, ' filter="url(#breath)"') +
    chip(hand, { id, centre, rx, ry, turn, glaze: between(hand, 0.45, 1) })
  )
}

/** A heap of chips over an oval, from the back to the front. */
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
  const places = Array.from({ length: count }, (_, i) => {
    const [r, a] = [Math.sqrt((i + 0.5) / count), i * 2.39996 + between(hand, -0.3, 0.3)]
    const [x, y] = [Math.cos(a) * r, Math.sin(a) * r]
    return { x, y, lift: (1 - r ** 1.7) * rise }
  }).sort((p, q) => p.y + p.lift / 900 - q.y - q.lift / 900)
  return places
    .map(({ x, y, lift }, i) => {
      const s = size * between(hand, 0.82, 1.12)
      return lying(
        hand,
        `${name}${i}`,
        moved(centre, x * rx, y * ry - lift),
        s,
        s * between(hand, 0.48, 0.86),
        x * 0.5 + between(hand, -0.4, 0.4),
      )
    })
    .join('')
}

/** The pouch's window: chips pressed against the clear film, under a gleam. */
function window(look: PouchLook, hand: Hand): string {
  const rows = [0.462, 0.53, 0.62, 0.71, 0.785]
  const wide = [0.5, 0.66, 0.7, 0.64, 0.44]
  const edge = [
    ...rows.map((v, i) => onPouch(look, wide[i] ?? 0.5, v)),
    onPouch(look, 0, 0.815),
    ...rows.map((v, i) => onPouch(look, -(wide[i] ?? 0.5), v)).reverse(),
    onPouch(look, 0, 0.44),
  ]
  const d = smooth(edge)
  const c = onPouch(look, 0, 0.625)
  let chips = ''
  for (let i = 0; i < 34; i++) {
    const place = moved(c, between(hand, -0.4, 0.4) * look.w, between(hand, -0.22, 0.24) * look.h)
    const s = look.w * between(hand, 0.12, 0.17)
    chips += lying(hand, `${look.id}w${i}`, place, s, s * between(hand, 0.7, 0.95), hand() * 3)
  }
  const gleam = fill(
    cut(moved(c, -look.w * 0.26, look.h * 0.06), moved(c, -look.w * 0.06, -look.h * 0.15), look.w * 0.03),
    '#fff',
    0.3,
  )
  const lee = line(d, SHADE, look.w * 0.05, 0.6, ' filter="url(#veil)"')
  return (
    inside(`${look.id}win`, d, fill(d, SHADE) + chips + lee + gleam) +
    line(d, palette.cream, look.w * 0.014) +
    line(d, look.dark, look.w * 0.004)
  )
}

/** The print on the film: a cream cartouche with the seal above, the window below. */
function print(look: PouchLook, hand: Hand): string {
  const { w } = look
  const c = onPouch(look, 0, 0.287)
  const plate = smooth([
    onPouch(look, -0.62, 0.192),
    onPouch(look, 0, 0.178),
    onPouch(look, 0.62, 0.192),
    onPouch(look, 0.66, 0.29),
    onPouch(look, 0.62, 0.388),
    onPouch(look, 0, 0.406),
    onPouch(look, -0.62, 0.388),
    onPouch(look, -0.66, 0.29),
  ])
  const text = moved(c, -w * 0.06, -w * 0.05)
  let beads = ''
  for (let i = -11; i <= 11; i++) beads += ellipse(onPouch(look, i * 0.083, 0.86), w * 0.0085, w * 0.0085)
  return (
    fill(plate, look.dark, 0.5, ' transform="translate(4 5)"') +
    fill(plate, palette.cream) +
    sliceSeal(moved(c, -w * 0.19, 0), w * 0.115, palette.mengkudu) +
    ruled(text, w * 0.32, w * 0.055, [1, 0.72], palette.mengkudu, w * 0.015) +
    demoWord(moved(c, w * 0.035, w * 0.085), w * 0.036, palette.mengkudu) +
    window(look, hand) +
    fill(beads, '#e9b963')
  )
}

/** Crumbs, flakes and seeds that fell on the table. */
function crumbs(hand: Hand, a: Point, b: Point, count: number, size: number): string {
  let out = ''
  for (let i = 0; i < count; i++) {
    const c: Point = [between(hand, a[0], b[0]), between(hand, a[1], b[1])]
    const s = size * between(hand, 0.5, 1.3)
    const bit = oval(hand, c, s, s * 0.55, 0.35, 6, hand() * 3)
    out +=
      fill(polygon(bit.map((p) => moved(p, s * 0.35, s * 0.4))), SHADE, 0.35) +
      fill(polygon(bit), oneOf(hand, ['#8c1d14', '#a5301c', '#c7702f', '#e8c981', '#741811']))
  }
  return out
}

/** The hero: a heaped earthenware bowl, red chillies before it, and the pouch behind. */
function hero(): Drawing {
  const hand = handOf(702)
  const look = film('bag', 1090, 850, 450, 83)
  const c: Point = [655, 780]
  const load = heap(hand, 'a', moved(c, 0, -6), 232, 66, 92, 44, 150)
  const over = lying(hand, 'o1', moved(c, -110, 92), 92, 58, 0.3) + lying(hand, 'o2', moved(c, 96, 100), 88, 60, -0.25)
  const loose = lying(hand, 'l1', [1060, 1010], 92, 44, -0.08) + lying(hand, 'l2', [1180, 976], 84, 42, 0.16)
  const peppers = chilli([250, 1030], [400, 960], [560, 1072], 46) + chilli([330, 1102], [520, 1128], [700, 1062], 42)
  const under =
    fill(sweep(bow([262, 1044], [412, 976], [570, 1086]), 38), SHADE, 0.5, ' filter="url(#veil)"') +
    fill(sweep(bow([344, 1116], [532, 1144], [712, 1076]), 36), SHADE, 0.5, ' filter="url(#veil)"')
  const body =
    wallWash() +
    table(640, TABLE, 71) +
    contact([1090, 846], 218, 28) +
    painted(pouch(look, print(look, hand))) +
    contact([665, 1010], 180, 42, 1.2) +
    painted(earthenBowl(hand, { mouth: c, radius: 318, press: 0.33 }, load) + over) +
    under +
    painted(crumbs(hand, [760, 1020], [1320, 1110], 40, 7) + loose + peppers, 'rough') +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The detail: one chip, near enough to count its blisters. */
function detail(): Drawing {
  const hand = handOf(706)
  const c: Point = [800, 600]
  const ground = '#d9cfae'
  const shadow =
    fill(smooth(oval(hand, moved(c, 60, 80), 610, 410, 0, 20, -0.24)), SHADE, 0.5, ' filter="url(#haze)"') +
    fill(smooth(oval(hand, moved(c, 22, 40), 612, 420, 0, 20, -0.24)), SHADE, 0.5, ' filter="url(#veil)"')
  const fallen = crumbs(hand, [40, 60], [1560, 1150], 110, 9)
  const body =
    `<rect width="1600" height="1200" fill="${ground}"/><rect width="1600" height="1200" fill="url(#studio-light)"/>${wallWash()}` +
    painted(fallen, 'rough') +
    shadow +
    painted(greatChip(hand, { id: 'great', centre: c, rx: 630, ry: 430, turn: -0.24, glaze: 0.8, wave: 0.85 })) +
    paperTooth(0.24)
  return { defs: pigments, body, wall: mix(ground, palette.cream, 0.3) }
}

/** The packaging: the stand-up pouch from the front, a row of others in the shade behind. */
function packaging(): Drawing {
  const hand = handOf(711)
  const look = film('bag', 800, 1030, 590, 91)
  const chips = lying(hand, 'f1', [1196, 1064], 96, 44, 0.1) + lying(hand, 'f2', [420, 1072], 90, 44, -0.2)
  const body =
    wallWash() +
    table(720, TABLE, 77) +
    contact([800, 1024], 286, 34) +
    painted(pouch(look, print(look, hand))) +
    painted(chips + crumbs(hand, [1090, 1080], [1360, 1130], 16, 7), 'rough') +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The three pictures of the cassava chips. */
export const chips = { hero: hero(), detail: detail(), packaging: packaging() }
