import type { Hand, Point } from './brush.ts'
import {
  along,
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
  ribbon,
  smooth,
} from './brush.ts'
import { palette } from './studio.ts'

const SKIN = '#b56a50'
const SKIN_DARK = '#4d1d18'
const SKIN_LIGHT = '#e2ac8c'
const BLUSH = '#a83a38'
const FLESH = '#e6b44f'
const FLESH_DARK = '#a8691f'

/** One finger of a rhizome: its spine over a handle point, its thickness, and whether its end is cut. */
export interface Finger {
  from: Point
  over: Point
  to: Point
  thick: number
  cutEnd?: boolean
}

const girth =
  (thick: number) =>
  (t: number): number =>
    thick * Math.max(0.05, 1 - Math.abs(2 * t - 1) ** 5) ** 0.5 * (1 + 0.07 * Math.sin(t * 19))

/** The ringed scars and the fine bark strokes that run across a finger. */
function rings(hand: Hand, spine: readonly Point[], thick: number): string {
  let [dark, light] = ['', '']
  const n = spine.length - 1
  for (let t = 0.1; t < 0.95; t += between(hand, 0.07, 0.12)) {
    const i = Math.min(n - 1, Math.floor(t * n))
    const p: Point = spine[i] ?? [0, 0]
    const q: Point = spine[i + 1] ?? [1, 0]
    const c = along(p, q, t * n - i)
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1
    const [nx, ny] = [-(q[1] - p[1]) / length, (q[0] - p[0]) / length]
    const half = thick * 0.47
    const lean = thick * between(hand, 0.06, 0.16)
    const [a, b] = [moved(c, nx * half, ny * half), moved(c, -nx * half, -ny * half)]
    dark += cut(a, b, thick * between(hand, 0.012, 0.03), lean)
    light += cut(along(a, b, 0.12), along(a, b, 0.75), thick * 0.014, lean + thick * 0.035)
  }
  return fill(light, SKIN_LIGHT, 0.7) + fill(dark, SKIN_DARK, 0.72)
}

/** The cut face of a root: yellow flesh in a red ring, with its fibres. */
export function cutFace(hand: Hand, id: string, centre: Point, rx: number, ry: number, turn = 0): string {
  const layer = (k: number, stray = 0.02): string => smooth(oval(hand, centre, rx * k, ry * k, stray, 18, turn))
  const edge = layer(1)
  const place = (a: number, r: number): Point => {
    const [x, y] = [Math.cos(a) * rx * r, Math.sin(a) * ry * r]
    return moved(centre, x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn))
  }
  let [dots, rays] = ['', '']
  const many = Math.min(150, Math.round(rx * 0.55 + 14))
  for (let i = 0; i < many; i++) {
    const r = Math.sqrt(hand()) * 0.68
    dots += ellipse(place(hand() * 6.283, r), rx * between(hand, 0.008, 0.017), ry * between(hand, 0.008, 0.017))
    const a = hand() * 6.283
    rays += cut(
      place(a, between(hand, 0.4, 0.76)),
      place(a + between(hand, -0.05, 0.05), between(hand, 0.86, 0.95)),
      rx * 0.008,
    )
  }
  const wet = fill(smooth(oval(hand, place(-2.4, 0.5), rx * 0.26, ry * 0.12, 0.14, 9, turn - 0.5)), '#fff0bd', 0.6)
  return (
    line(edge, SKIN_DARK, Math.max(2.4, rx * 0.035)) +
    inside(
      id,
      edge,
      fill(edge, mix(BLUSH, SKIN, 0.35)) +
        fill(layer(0.965), '#d98a58') +
        fill(layer(0.94), FLESH) +
        fill(layer(0.76, 0.03), '#d8983a') +
        fill(layer(0.735, 0.03), '#ecc468') +
        fill(layer(0.4, 0.06), '#f2d283', 0.8) +
        fill(rays, FLESH_DARK, 0.6) +
        fill(dots, FLESH_DARK, 0.75) +
        wet,
    )
  )
}

/** Light, shade and bark of one finger, inside its own outline. */
function modelled(hand: Hand, id: string, finger: Finger): string {
  const { from, over, to, thick } = finger
  const spine = bow(from, over, to, 16)
  const d = ribbon(spine, girth(thick))
  const band = (k: number, shift: number): string =>
    ribbon(
      spine.map((p) => moved(p, shift * thick, shift * thick)),
      girth(thick * k),
    )
  const bud = finger.cutEnd
    ? ''
    : fill(smooth(oval(hand, to, thick * 0.4, thick * 0.4, 0.1)), BLUSH, 0.8, ' filter="url(#veil)"')
  let bark = ''
  for (let i = 0; i < 34; i++) {
    const t = between(hand, 0.05, 0.92)
    const p = moved(
      spine[Math.round(t * 16)] ?? from,
      thick * between(hand, 0, 0.42),
      thick * between(hand, 0.02, 0.42),
    )
    bark += cut(p, moved(p, thick * between(hand, -0.06, 0.1), thick * between(hand, 0, 0.1)), thick * 0.012)
  }
  const tone =
    fill(d, mix(SKIN, SKIN_DARK, 0.42)) +
    fill(band(0.86, -0.06), SKIN) +
    fill(band(0.5, -0.15), mix(SKIN, SKIN_LIGHT, 0.5)) +
    fill(band(0.2, -0.22), SKIN_LIGHT, 0.8)
  return inside(id, d, tone + bud + rings(hand, spine, thick) + fill(bark, SKIN_DARK, 0.55))
}

/** The shadow that a whole rhizome throws on what it lies on. */
export function rootShadow(fingers: readonly Finger[], dx: number, dy: number): string {
  const outlines = fingers.map(({ from, over, to, thick }) => ribbon(bow(from, over, to, 16), girth(thick))).join('')
  return (
    fill(outlines, '#21140a', 0.6, ` transform="translate(${dx} ${dy})" filter="url(#haze)"`) +
    fill(outlines, '#21140a', 0.5, ` transform="translate(${dx * 0.35} ${dy * 0.4})" filter="url(#veil)"`)
  )
}

/** A whole rhizome: its fingers grown together, with scars, buds and cut ends. */
export function rhizome(hand: Hand, name: string, fingers: readonly Finger[]): string {
  const outlines = fingers.map(({ from, over, to, thick }) => ribbon(bow(from, over, to, 16), girth(thick)))
  const key = outlines.map((d) => line(d, SKIN_DARK, 6)).join('') + outlines.map((d) => fill(d, SKIN)).join('')
  const bodies = fingers.map((f, i) => modelled(hand, `${name}${i}`, f)).join('')
  const ends = fingers.map(({ over, to, thick, cutEnd }, i) => {
    if (!cutEnd) return ''
    const turn = Math.atan2(to[1] - over[1], to[0] - over[0])
    return cutFace(
      hand,
      `${name}e${i}`,
      moved(to, -Math.cos(turn) * thick * 0.1, -Math.sin(turn) * thick * 0.1),
      thick * 0.3,
      thick * 0.46,
      turn,
    )
  })
  return key + bodies + ends.join('')
}

/** A slice of the root lying on the table, with its thin edge. */
export function rootSlice(hand: Hand, id: string, c: Point, rx: number, ry: number): string {
  const edge = ellipse(moved(c, 0, ry * 0.24), rx, ry)
  return (
    fill(ellipse(moved(c, rx * 0.14, ry * 0.5), rx * 1.04, ry), palette.charcoal, 0.45, ' filter="url(#breath)"') +
    line(edge, SKIN_DARK, 4) +
    fill(edge, oneOf(hand, ['#8d4534', '#9a4c38'])) +
    cutFace(hand, id, c, rx, ry)
  )
}
