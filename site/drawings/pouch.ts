import type { Hand, Point } from './brush.ts'
import { between, cut, fill, hatching, inside, line, mix, smooth, sweep } from './brush.ts'
import { handOf } from './studio.ts'

/** A stand-up pouch: where it stands, how large it is, and of which film it is made. */
export interface PouchLook {
  /** The name of its outline, unique in the drawing. */
  id: string
  x: number
  base: number
  w: number
  h: number
  film: string
  /** The deepest tone, for edges and gouge strokes. */
  dark: string
  /** The tone of the light on the film. */
  gleam: string
  /** From 0 (matt paper) to 1 (foil). */
  gloss: number
  seed: number
}

const ramp = (a: number, b: number, v: number): number => {
  const t = Math.max(0, Math.min(1, (v - a) / (b - a)))
  return t * t * (3 - 2 * t)
}

/** A place on the pouch's face: u from −1 (left) to 1 (right), v from 0 (top) to 1 (foot). */
export function onPouch({ x, base, w, h }: PouchLook, u: number, v: number): Point {
  const side = 0.92 + 0.08 * ramp(0.06, 0.6, v) - 0.045 * ramp(0.78, 1, v)
  const sag = h * 0.04 * (1 - u * u) * ramp(0.7, 1, v)
  return [x + (u * side * w) / 2, base - h + v * h + sag - h * 0.036]
}

/** The outline of the pouch as a path. */
export function pouchOutline(look: PouchLook): string {
  const hand = handOf(look.seed)
  const edge = (u: number): Point[] =>
    Array.from({ length: 11 }, (_, i): Point => {
      const [x, y] = onPouch(look, u, 0.02 + (i / 10) * 0.94)
      return [x + between(hand, -1.6, 1.6), y]
    })
  const foot = [0.93, 0.7, 0.35, 0, -0.35, -0.7, -0.93].map((u) => onPouch(look, u, 1))
  const top = [-0.98, -0.5, 0, 0.5, 0.98].map((u) => onPouch(look, u, 0))
  return smooth([...top, ...edge(1), ...foot, ...edge(-1).reverse()])
}

/** A tall tone on the face from u0 to u1, with a wavering inner edge. */
function flank(look: PouchLook, hand: Hand, u0: number, u1: number, colour: string, opacity: number): string {
  const side = (u: number, stray: number): Point[] =>
    Array.from({ length: 8 }, (_, i) => onPouch(look, u + between(hand, -stray, stray), 0.06 + (i / 7) * 0.98))
  return fill(smooth([...side(u0, 0.035), ...side(u1, 0.015).reverse()]), colour, opacity)
}

/** The folds that run from the seal and up from the foot, where the film is pulled. */
function folds(look: PouchLook, hand: Hand): string {
  const { w, dark, gleam, gloss } = look
  let [shade, light] = ['', '']
  for (let i = 0; i < 9; i++) {
    const u = between(hand, -0.9, 0.9)
    const [a, b] = [
      onPouch(look, u, 0.115),
      onPouch(look, u * 0.93 + between(hand, -0.03, 0.03), between(hand, 0.15, 0.225)),
    ]
    shade += cut(a, b, w * 0.011)
    light += cut([a[0] - w * 0.011, a[1]], [b[0] - w * 0.011, b[1]], w * 0.007)
  }
  for (const u of [-0.93, -0.86, 0.84, 0.93]) {
    const [a, b] = [onPouch(look, u, 0.87), onPouch(look, u * 0.82, between(hand, 0.64, 0.76))]
    shade += cut(a, b, w * 0.012, u * 6)
    light += cut([a[0] - 7, a[1]], [b[0] - 7, b[1]], w * 0.006, u * 6)
  }
  return fill(shade, dark, 0.4) + fill(light, gleam, 0.18 + gloss * 0.3)
}

/** The crimped seal along the top, the notches for tearing, and the closing strip below. */
function topSeal(look: PouchLook): string {
  const { dark, gleam, film, h } = look
  const band = smooth([
    onPouch(look, -1, 0.015),
    onPouch(look, 0, 0.003),
    onPouch(look, 1, 0.015),
    onPouch(look, 1, 0.068),
    onPouch(look, 0, 0.07),
    onPouch(look, -1, 0.068),
  ])
  const across = (v: number): string =>
    smooth([onPouch(look, -1, v), onPouch(look, 0, v + 0.003), onPouch(look, 1, v)], false)
  let ribs = ''
  for (let v = 0.014; v < 0.066; v += 0.0085)
    ribs += line(across(v), dark, h * 0.0026, 0.42) + line(across(v + 0.003), gleam, h * 0.002, 0.32)
  const zip =
    line(across(0.115), dark, h * 0.005, 0.5) +
    line(across(0.121), gleam, h * 0.0045, 0.45) +
    line(across(0.13), dark, h * 0.003, 0.35)
  const notches = [-1, 1]
    .map((u) => fill(cut(onPouch(look, u * 1.03, 0.092), onPouch(look, u * 0.945, 0.092), h * 0.008), dark))
    .join('')
  return fill(band, mix(film, gleam, 0.16), 0.75) + ribs + line(across(0.07), dark, h * 0.003, 0.6) + zip + notches
}

/** The smile of the folded foot: a deeper tone under a curved edge. */
function gusset(look: PouchLook, hand: Hand): string {
  const { w, dark, gleam } = look
  const edge = [-1, -0.8, -0.5, 0, 0.5, 0.8, 1].map((u) => onPouch(look, u, 0.88 + 0.075 * (1 - Math.abs(u) ** 2.4)))
  const under = smooth([...edge, onPouch(look, 1.1, 1.1), onPouch(look, -1.1, 1.1)])
  const strokes = hatching(hand, onPouch(look, 0.3, 0.93), onPouch(look, 0.98, 1.03), 9, 3.2, -9)
  return (
    fill(under, dark, 0.3) +
    fill(sweep(edge, w * 0.013), dark, 0.62) +
    fill(
      sweep(
        edge.map(([x, y]): Point => [x, y - w * 0.012]),
        w * 0.008,
      ),
      gleam,
      0.4,
    ) +
    fill(strokes, dark, 0.35)
  )
}

/** A soft-edged tone over part of the face, between two places across it. */
function swell(
  look: PouchLook,
  u0: number,
  u1: number,
  v0: number,
  v1: number,
  colour: string,
  opacity: number,
): string {
  const side = (u: number): Point[] => [0, 0.3, 0.7, 1].map((t) => onPouch(look, u, v0 + (v1 - v0) * t))
  return fill(smooth([...side(u0), ...side(u1).reverse()]), colour, opacity, ' filter="url(#haze)"')
}

/** Light and shade over the print: a gleam on the left, two shades and gouge strokes on the right. */
function relief(look: PouchLook, hand: Hand): string {
  const { w, h, dark, gleam, gloss } = look
  const belly =
    swell(look, -0.72, -0.1, 0.2, 0.8, gleam, 0.12 + gloss * 0.14) +
    swell(look, 0.42, 1.3, 0.12, 1, dark, 0.42) +
    swell(look, -1.25, -0.95, 0.1, 1, dark, 0.3) +
    swell(look, -1, 1, 0.86, 1.1, dark, 0.25)
  const shade =
    flank(look, hand, 0.66, 1.15, dark, 0.16) +
    flank(look, hand, 0.86, 1.15, dark, 0.34) +
    flank(look, hand, -1.15, -0.955, dark, 0.25)
  const streak = (u: number, v0: number, v1: number, width: number): string =>
    sweep(
      [0, 0.25, 0.5, 0.75, 1].map((t) => onPouch(look, u + between(hand, -0.012, 0.012), v0 + (v1 - v0) * t)),
      width,
    )
  const light =
    fill(streak(-0.8, 0.15, 0.86, w * 0.085), gleam, 0.1 + gloss * 0.22) +
    fill(streak(-0.83, 0.17, 0.7, w * 0.03), gleam, 0.16 + gloss * 0.42) +
    fill(streak(0.74, 0.2, 0.72, w * 0.022), gleam, 0.06 + gloss * 0.2)
  const strokes = hatching(hand, onPouch(look, 0.8, 0.17), onPouch(look, 0.985, 0.86), h * 0.0165, 2.6, -h * 0.012)
  return belly + shade + light + fill(strokes, dark, 0.42)
}

/** A stand-up pouch seen from the front; `print` is what is printed or glued on its face. */
export function pouch(look: PouchLook, print = ''): string {
  const hand = handOf(look.seed + 1)
  const d = pouchOutline(look)
  const key = fill(d, look.dark, 1, ' transform="translate(3 3.5)"') + line(d, look.dark, 4.5)
  return (
    key +
    inside(
      look.id,
      d,
      fill(d, look.film) + print + relief(look, hand) + folds(look, hand) + gusset(look, hand) + topSeal(look),
    )
  )
}
