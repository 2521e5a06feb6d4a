/**
 * Ikat: yarn tied and dyed before weaving. In Kota Kediri it is the weft that is tied, so every crosswise thread
 * carries its own piece of the design and lies a little to the left or right of its neighbours: the edges feather
 * sideways. Diamonds in bands, zigzags between them, indigo and natural. Units are centimetres of cloth.
 */
import { at } from '../studio.ts'
import type { Hand, Point, Warp } from './marks.ts'

export const ikatTones = {
  natural: '#ebe0c6',
  pale: '#9fb0c9',
  mid: '#4f6a99',
  dark: '#22335a',
  ground: '#1d2a4b',
} as const

type Tone = 0 | 1 | 2 | 3
const fills: Record<Tone, string> = { 0: ikatTones.dark, 1: ikatTones.mid, 2: ikatTones.pale, 3: ikatTones.natural }

const saw = (value: number): number => Math.abs((((value % 1) + 1) % 1) - 0.5) * 2

/** Which dye a thread should show at (u, v), before the tying, dyeing and weaving have moved it. */
export function ikatDesign(u: number, v: number): Tone {
  const repeat = 38
  const w = ((v % repeat) + repeat) % repeat
  if (w < 24) {
    const d = saw(u / 21) + Math.abs(w - 12) / 12
    if (d < 0.2) return 3
    if (d < 0.36) return 0
    if (d < 0.52) return 1
    if (d < 0.66) return 3
    if (d < 0.78) return 0
    if (d < 0.9) return 2
    return d > 1.34 && d < 1.5 ? 3 : d > 1.72 ? 2 : 0
  }
  if (w < 25.2 || w > 36.8) return 3
  const zig = w - 31 + (saw(u / 7) - 0.5) * 5
  return Math.abs(zig) < 1 ? 3 : Math.abs(zig) < 1.9 ? 2 : Math.abs(zig) > 3.6 && Math.abs(zig) < 4.3 ? 3 : 0
}

export interface Threads {
  width: number
  from: number
  to: number
  /** Centimetres from one weft to the next. */
  pitch: number
  /** How far a bundle and a single thread may slip sideways. */
  slip: number
}

/** Weft after weft, each slipped by its own amount; ends of every tied piece fade over a few millimetres. */
export function ikatThreads(cloth: Threads, warp: Warp, unit: number, hand: Hand): string {
  let out = ''
  let bundle = 0
  let row = 0
  for (let v = cloth.from; v < cloth.to; v += cloth.pitch, row++) {
    if (row % 3 === 0) bundle = (hand() - 0.5) * cloth.slip * 1.5
    const slip = bundle + (hand() - 0.5) * cloth.slip
    out += thread(cloth, v, slip, warp, unit, hand)
  }
  return `<g fill="none" stroke-linecap="butt">${out}</g>`
}

function thread(cloth: Threads, v: number, slip: number, warp: Warp, unit: number, hand: Hand): string {
  const step = 0.25
  let out = ''
  let start = 0
  let tone = ikatDesign(slip, v)
  const width = at(cloth.pitch * unit * (0.96 + hand() * 0.24))
  for (let u = 0; u <= cloth.width + step; u += step) {
    const next = ikatDesign(u + slip, v)
    if (next === tone && u < cloth.width) continue
    if (tone !== 0) out += piece(Math.max(0, start), Math.min(cloth.width, u), v, warp, fills[tone], width, hand)
    start = u
    tone = next
  }
  return out
}

function piece(from: number, to: number, v: number, warp: Warp, tone: string, width: string, hand: Hand): string {
  const draw = (a: number, b: number, opacity: number): string => {
    const count = Math.max(1, Math.ceil((b - a) / 2.5))
    const points = Array.from({ length: count + 1 }, (_, i): Point => warp([a + ((b - a) * i) / count, v]))
    return `<path d="M${points.map(([x, y]) => `${at(x)} ${at(y)}`).join('L')}" stroke="${tone}" stroke-width="${width}" stroke-opacity="${at(opacity)}"/>`
  }
  const bleed = Math.min((to - from) * 0.3, 0.25 + hand() * 0.5)
  return (
    draw(from - bleed * 0.6, to + bleed * 0.6, 0.42) + draw(from + bleed * 0.4, to - bleed * 0.4, 0.78 + hand() * 0.22)
  )
}
