import type { Hand, Point } from './brush.ts'
import {
  arcOf,
  between,
  cut,
  ellipse,
  fill,
  inside,
  line,
  mix,
  moved,
  oval,
  polygon,
  ribbon,
  smooth,
  soft,
  sweep,
} from './brush.ts'

const BODY = '#8a4d20'
const DARK = '#3d1c0a'
const LIGHT = '#c98a4a'

/** A round block: the middle of its top, its radius, its height, and how far the view presses circles. */
export interface Block {
  id: string
  top: Point
  radius: number
  tall: number
  press: number
}

/** The strokes on the block's shaded side, and the pits in its top. */
function marks(hand: Hand, { top, radius: r, tall, press }: Block): { strokes: string; pits: string } {
  let [strokes, pits] = ['', '']
  for (let i = 0; i < 60; i++) {
    const a = between(hand, 0.05, 1.5)
    const p = moved(top, Math.cos(a) * r * 0.98, Math.sin(a) * r * press + between(hand, 0.05, 0.95) * tall)
    strokes += cut(p, moved(p, -r * between(hand, 0.08, 0.2), r * 0.03), r * 0.014)
    const [b, q] = [hand() * 6.28, Math.sqrt(hand()) * 0.86]
    const pit = moved(top, Math.cos(b) * q * r, Math.sin(b) * q * r * press)
    pits += ellipse(pit, r * between(hand, 0.008, 0.026), r * between(hand, 0.006, 0.012))
  }
  return { strokes: fill(strokes, DARK, 0.6), pits: fill(pits, DARK, 0.55) }
}

/** A block of palm sugar, moulded round: its side, its top, and the rings of the mould. */
export function sugarBlock(hand: Hand, block: Block): string {
  const { id, top: c, radius: r, tall, press } = block
  const half = (drop: number, k: number): Point[] => arcOf(moved(c, 0, drop), r * k, r * k * press, 0, Math.PI, 12)
  const side = smooth([...half(0, 1), ...half(tall, 0.94).reverse()])
  const top = smooth(oval(hand, c, r, r * press, 0.012, 20))
  const { strokes, pits } = marks(hand, block)
  const lit = soft(
    ribbon(half(tall * 0.45, 0.98).slice(7, 11), () => tall * 0.7),
    LIGHT,
    0.5,
    'veil',
  )
  const shade = soft(
    ribbon(half(tall * 0.5, 0.98).slice(0, 5), () => tall * 1.1),
    DARK,
    0.6,
    'veil',
  )
  const rings = [0.86, 0.62].map((k) => line(ellipse(c, r * k, r * k * press), DARK, 2, 0.3)).join('')
  const rim = fill(sweep(arcOf(c, r * 0.96, r * press * 0.95, 2.6, 5.24, 11), r * 0.045), '#efc485', 0.8)
  const glow = smooth(oval(hand, moved(c, -r * 0.24, -r * 0.2 * press), r * 0.6, r * 0.5 * press, 0.1))
  return (
    line(side, DARK, 5) +
    line(top, DARK, 5) +
    inside(`${id}s`, side, fill(side, BODY) + lit + shade + strokes) +
    inside(`${id}t`, top, fill(top, '#b06f35') + fill(glow, LIGHT, 0.65) + rings + pits + rim)
  )
}

/** A broken piece of palm sugar: a few flat faces, sharply lit. */
export function sugarShard(hand: Hand, c: Point, r: number): string {
  const corners = oval(hand, c, r, r * 0.66, 0.22, 7, hand())
  const peak = moved(c, -r * 0.2, -r * 0.3)
  const faces = corners.map((p, i) => {
    const q = corners[(i + 1) % 7] ?? p
    const shine = -((p[0] + q[0]) / 2 - c[0]) / r - ((p[1] + q[1]) / 2 - c[1]) / r
    return fill(polygon([peak, p, q]), mix('#6d3814', '#cf9350', 0.45 + shine * 0.45))
  })
  return (
    fill(ellipse(moved(c, r * 0.2, r * 0.5), r * 1.05, r * 0.4), '#21140a', 0.45, ' filter="url(#breath)"') +
    line(polygon(corners), '#3d1c0a', 3.5) +
    faces.join('')
  )
}
