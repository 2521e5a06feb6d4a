import type { Hand, Point } from './brush.ts'
import { between, cut, fill, inside, line, moved, oneOf, oval, smooth, sweep } from './brush.ts'
import type { Chip } from './chip.ts'
import { blister, EDGE, GLAZE_DARK, GLINT, outline, strewn } from './chip.ts'

/** The woody core at the middle of the slice, with its short rays. */
function core(hand: Hand, centre: Point, r: number): string {
  let rays = ''
  for (let i = 0; i < 26; i++) {
    const a = (i / 26) * 6.28 + between(hand, -0.08, 0.08)
    const at = (k: number): Point => moved(centre, Math.cos(a) * r * k, Math.sin(a) * r * k * 0.86)
    rays += cut(at(between(hand, 0.22, 0.4)), at(between(hand, 0.8, 1.7)), r * 0.05)
  }
  return (
    fill(smooth(oval(hand, centre, r * 0.5, r * 0.4, 0.14)), '#c07a35', 0.9) +
    fill(rays, EDGE, 0.4) +
    fill(smooth(oval(hand, centre, r * 0.2, r * 0.13, 0.2)), EDGE, 0.85)
  )
}

/** A place on a chip: an angle, and the share of the way from its middle to its rim. */
function placed({ centre, rx, ry, turn }: Chip, angle: number, r: number): Point {
  const [x, y] = [Math.cos(angle) * rx * r, Math.sin(angle) * ry * r]
  return moved(centre, x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn))
}

/** The glaze of a great chip: chilli paste that runs thin toward the rim, and the broad light of the warp. */
function pools(hand: Hand, look: Chip): string {
  const { rx, ry, turn } = look
  let out = fill(
    smooth(Array.from({ length: 30 }, (_, i) => placed(look, (i / 30) * 6.283, between(hand, 0.935, 1.01)))),
    '#c95a2a',
  )
  for (let i = 0; i < 70; i++) {
    const r = Math.sqrt(hand()) * 0.84
    const c = placed(look, hand() * 6.283, r)
    const k = between(hand, 0.03, 0.13)
    const tone = oneOf(hand, ['#ab371d', '#d0602c', '#b8431f', '#dd8038', '#a12e1a', '#e0924a'])
    out += fill(
      smooth(oval(hand, c, rx * k * 1.5, ry * k, 0.2, 12, turn + between(hand, -0.4, 0.4))),
      tone,
      between(hand, 0.35, 0.7),
    )
  }
  for (let i = 0; i < 46; i++) {
    const c = placed(look, hand() * 6.283, Math.sqrt(hand()) * 0.94)
    const long = rx * between(hand, 0.05, 0.17)
    const lean = turn + between(hand, -0.12, 0.12)
    const [dx, dy] = [Math.cos(lean) * long, Math.sin(lean) * long]
    out += fill(cut(moved(c, -dx, -dy), moved(c, dx, dy), ry * between(hand, 0.012, 0.04), 4), '#eab060', 0.42)
  }
  const wave = (a: number, r: number, w: number, h: number, colour: string, veil: number): string =>
    fill(
      smooth(oval(hand, placed(look, a, r), rx * w, ry * h, 0.08, 10, turn - 0.3)),
      colour,
      veil,
      ' filter="url(#haze)"',
    )
  return (
    out +
    wave(-2.4, 0.52, 0.4, 0.22, '#f09a4e', 0.7) +
    wave(0.5, 0.14, 0.62, 0.13, GLAZE_DARK, 0.55) +
    wave(0.25, 0.6, 0.32, 0.26, '#e58542', 0.65) +
    wave(1.5, 0.74, 0.6, 0.16, GLAZE_DARK, 0.6)
  )
}

/** Creases of the crust along the slice, each a dark valley and a lit crest beside it. */
function ripples(hand: Hand, look: Chip): string {
  let [dark, light] = ['', '']
  for (let i = 0; i < 22; i++) {
    const c = placed(look, hand() * 6.283, Math.sqrt(hand()) * 0.8)
    const long = look.rx * between(hand, 0.06, 0.2)
    const lean = look.turn + between(hand, -0.3, 0.3)
    const points = [-1, -0.5, 0, 0.5, 1].map((t) =>
      moved(c, Math.cos(lean) * long * t, Math.sin(lean) * long * t + between(hand, -7, 7)),
    )
    dark += sweep(points, look.rx * between(hand, 0.012, 0.024))
    light += sweep(
      points.map((p) => moved(p, -6, -9)),
      look.rx * 0.01,
    )
  }
  return fill(dark, GLAZE_DARK, 0.55) + fill(light, '#f5a468', 0.6)
}

/** A blister that has broken: a dark hollow in a ring of pale crust. */
function crater(hand: Hand, c: Point, r: number): string {
  return (
    fill(smooth(oval(hand, c, r, r * 0.78, 0.14, 10)), '#e6a857') +
    fill(smooth(oval(hand, moved(c, -r * 0.04, -r * 0.05), r * 0.76, r * 0.56, 0.16, 10)), EDGE) +
    fill(smooth(oval(hand, moved(c, r * 0.1, r * 0.14), r * 0.55, r * 0.34, 0.16, 9)), '#8c3a1c')
  )
}

/** The blisters of a great chip, small ones in swarms and a few broken ones. */
function blisters(hand: Hand, look: Chip): string {
  let out = ''
  for (let i = 0; i < 27; i++) {
    const [a, r] = [i * 2.39996 + between(hand, -0.3, 0.3), Math.sqrt((i + 0.7) / 27) * 0.86]
    const heart = placed(look, a, r)
    const swarm = 2 + Math.floor(hand() * 6)
    for (let k = 0; k < swarm; k++) {
      const size = look.rx * (k === 0 ? between(hand, 0.03, 0.066) : between(hand, 0.01, 0.026))
      const c = k === 0 ? heart : moved(heart, between(hand, -0.1, 0.1) * look.rx, between(hand, -0.08, 0.08) * look.ry)
      out += blister(hand, c, size, between(hand, 0.6, 0.86))
    }
    if (i % 4 === 1)
      out += crater(hand, moved(heart, look.rx * 0.1, look.ry * 0.06), look.rx * between(hand, 0.024, 0.04))
  }
  return out
}

/** Where the rim curls up: the pale underside as a crescent, and the shade that it throws on the face. */
function curl(look: Chip, from: number, to: number, wide: number): string {
  const arc = (r: (t: number) => number): Point[] =>
    Array.from({ length: 11 }, (_, i) => placed(look, from + ((to - from) * i) / 10, r(i / 10)))
  const dip =
    (k: number) =>
    (t: number): number =>
      0.985 - wide * k * Math.sin(Math.PI * t) ** 0.8
  const flap = (k: number): string => smooth([...arc(() => 1.06), ...arc(dip(k)).reverse()])
  const inner = arc(dip(1))
  const strokes = arc(() => 1)
    .slice(2, 9)
    .map((p, i) => cut(p, inner[i + 2] ?? p, look.rx * 0.006, 3))
    .join('')
  return (
    fill(flap(1.35), GLAZE_DARK, 0.75, ' filter="url(#veil)"') +
    line(flap(1), EDGE, 3.5) +
    fill(flap(1), '#dca552') +
    fill(flap(0.5), '#b9752f', 0.65, ' filter="url(#breath)"') +
    fill(strokes, EDGE, 0.45) +
    fill(sweep(inner, look.rx * 0.013), GLINT, 0.9)
  )
}

/** One chip seen so near that every blister, flake and seed can be counted. */
export function greatChip(hand: Hand, look: Chip): string {
  const { id, rx, ry } = look
  const edge = outline(hand, look)
  const d = smooth(edge)
  const thick = smooth(edge.map((p) => moved(p, rx * 0.012, rx * 0.03)))
  let hatch = ''
  for (let i = 0; i < 130; i++) {
    const [a, r] = [between(hand, -0.7, 2.4), between(hand, 0.8, 0.98)]
    hatch += cut(placed(look, a, r), placed(look, a - 0.02, r - between(hand, 0.04, 0.1)), 3.4, between(hand, -3, 3))
  }
  const shade = line(d, GLAZE_DARK, rx * 0.06, 0.5, ' filter="url(#veil)"')
  const rim = fill(
    sweep(
      edge.slice(9, 19).map((p) => moved(p, rx * 0.014, ry * 0.022)),
      rx * 0.022,
    ),
    GLINT,
    0.85,
  )
  const crust =
    fill(d, '#dda24c') +
    pools(hand, look) +
    core(hand, placed(look, 0, 0.03), rx * 0.085) +
    ripples(hand, look) +
    shade +
    blisters(hand, look) +
    strewn(hand, look, 130, 52, rx * 0.015) +
    fill(hatch, EDGE, 0.55) +
    rim +
    curl(look, -0.95, 0.75, 0.085) +
    curl(look, 2.5, 3.75, 0.06)
  return line(thick, EDGE, 7) + fill(thick, '#9a5a28') + line(d, EDGE, 4) + inside(id, d, crust)
}
