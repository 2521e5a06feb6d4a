/**
 * Leaves for contact printing: teak, castor, eucalyptus and kenikir, as outlines and veins. A contact print is the
 * plant's own mark: body uneven, edge darker where the juice stopped, veins as the leaf had them. No wax, no batik.
 * Every leaf starts at its stalk (0, 0) and grows to the right by `length` centimetres.
 */
import { at } from '../studio.ts'
import {
  along,
  brush,
  curve,
  type Hand,
  ink,
  type Mark,
  type Point,
  pairs,
  placed,
  placeMarks,
  ribbon,
  type Warp,
} from './marks.ts'

export interface LeafPrint {
  outlines: Point[][]
  veins: Mark[]
}

export interface LeafTone {
  body: string
  edge: string
  vein: string
}

/** Prints of secang (pinks and reds) and of leaf tannin (browns and olives). */
export const leafTones = {
  teak: { body: '#96423f', edge: '#5b2426', vein: '#56201f' },
  castor: { body: '#7b6a3a', edge: '#463a1f', vein: '#f0ddcb' },
  eucalyptus: { body: '#a5562c', edge: '#6b3118', vein: '#f3dcc6' },
  kenikir: { body: '#4c4a2c', edge: '#33301c', vein: '#33301c' },
} as const satisfies Record<string, LeafTone>

const line = (points: Point[], width: number, hand: Hand): Mark => brush(points, width, 'vein', hand, 0.85)

/** Teak: broad, nearly as wide as long, with strong side veins and a ladder of small ones between. */
export function teak(hand: Hand, length = 22): LeafPrint {
  const half = [0.1, 0.25, 0.345, 0.378, 0.36, 0.3, 0.205, 0.1]
  const edge = (side: 1 | -1): Point[] =>
    half.map((h, i): Point => [length * (0.06 + i * 0.122), side * length * h * (0.96 + hand() * 0.08)])
  const outlines = [[[0, 0], ...edge(-1), [length * 1.05, length * 0.02], ...edge(1).reverse()] as Point[]]
  const veins = [
    line(pairs([-length * 0.1, 0.2, length * 0.3, 0.1, length * 0.7, -0.1, length * 0.97, 0]), length * 0.022, hand),
  ]
  for (let k = 0; k < 7; k++) {
    const t = 0.05 + k * 0.11
    const reach = (half[Math.min(7, k + 1)] ?? 0.2) * 0.94
    for (const side of [-1, 1] as const) {
      const tip: Point = [length * (t + 0.15), side * length * reach]
      const mid: Point = [length * (t + 0.06), side * length * reach * 0.52]
      veins.push(line([[length * t, 0], mid, tip], length * 0.012, hand))
      for (let r = 1; r < 6; r++) {
        const f = r / 6
        const [ax, ay] = [length * (t + 0.17 * f * f * 0.6 + 0.06 * f), side * length * reach * f]
        veins.push(
          line(
            pairs([
              ax,
              ay,
              ax + length * 0.05,
              ay + side * length * (0.004 + 0.006 * hand()),
              ax + length * 0.1,
              ay + side * length * 0.006 * (hand() - 0.5),
            ]),
            length * 0.0036,
            hand,
          ),
        )
      }
    }
  }
  return { outlines, veins }
}

/** Castor: eight fingers round the stalk, toothed, each with its own midrib. */
export function castor(hand: Hand, length = 18): LeafPrint {
  const outline: Point[] = []
  const veins: Mark[] = [
    line(pairs([-length * 0.4, length * 0.16, -length * 0.15, length * 0.06, 0, 0]), length * 0.026, hand),
  ]
  const fingers = 9
  for (let k = 0; k < fingers; k++) {
    const turn = -2.45 + (k * 4.9) / (fingers - 1)
    const reach = length * (0.72 - 0.34 * Math.abs(turn / 2.45) ** 1.6) * (0.95 + hand() * 0.1)
    const finger: Point[] = pairs(
      [
        0.36, -0.13, 0.52, -0.17, 0.6, -0.14, 0.74, -0.13, 0.84, -0.07, 1, 0, 0.85, 0.06, 0.72, 0.13, 0.62, 0.14, 0.5,
        0.17, 0.36, 0.13,
      ],
      reach,
    )
    outline.push(...placed(finger, 0, 0, 1, turn))
    const rib: Mark[] = [line(pairs([0, 0, reach * 0.5, reach * 0.01, reach * 0.96, 0]), length * 0.014, hand)]
    for (let b = 0; b < 6; b++)
      for (const side of [-1, 1])
        rib.push(
          line(
            pairs([
              reach * (0.3 + b * 0.1),
              0,
              reach * (0.36 + b * 0.1),
              side * reach * 0.06,
              reach * (0.41 + b * 0.095),
              side * reach * (0.13 - b * 0.012),
            ]),
            length * 0.006,
            hand,
          ),
        )
    veins.push(...placeMarks(rib, 0, 0, 1, turn))
  }
  outline.push([-length * 0.06, 0])
  return { outlines: [outline], veins }
}

/** Eucalyptus: a twig of narrow sickles. */
export function eucalyptus(hand: Hand, length = 20): LeafPrint {
  const stem: Point[] = pairs([0, 0, 0.3, -0.03, 0.62, 0.02, 0.9, 0], length)
  const outlines: Point[][] = []
  const veins: Mark[] = [line(stem, length * 0.018, hand)]
  for (let k = 0; k < 7; k++) {
    const side = k % 2 ? 1 : -1
    const reach = length * (0.5 - k * 0.03)
    const turn = side * (0.75 - k * 0.07)
    const [x, y] = [length * (0.08 + k * 0.125), 0]
    const sickle: Point[] = [
      [0, 0],
      [reach * 0.25, -reach * 0.075],
      [reach * 0.6, -reach * 0.06 + side * reach * 0.03],
      [reach, side * reach * 0.16],
      [reach * 0.58, reach * 0.075 + side * reach * 0.05],
      [reach * 0.22, reach * 0.06],
    ]
    outlines.push(placed(sickle, x, y, 1, turn))
    const midrib = pairs([0, 0, reach * 0.5, side * reach * 0.04, reach * 0.94, side * reach * 0.14])
    veins.push(...placeMarks([line(midrib, length * 0.008, hand)], x, y, 1, turn))
  }
  return { outlines, veins }
}

/** Kenikir: finely cut, like lace; its small leaflets print as strokes. */
export function kenikir(hand: Hand, length = 15): LeafPrint {
  const outlines: Point[][] = []
  const stroke = (from: Point, to: Point, width: number): void => {
    outlines.push(
      ribbon(
        along([from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + (hand() - 0.5) * 0.3], to], 3),
        (t) => width * (0.35 + 1.1 * Math.sin(Math.PI * (0.15 + t * 0.8))),
      ),
    )
  }
  stroke([-length * 0.12, 0], [length, 0], length * 0.022)
  for (let k = 0; k < 6; k++)
    for (const side of [-1, 1]) {
      const x = length * (0.12 + k * 0.15)
      const reach = length * (0.42 - k * 0.05)
      const turn = side * (0.85 - k * 0.04)
      const tip: Point = [x + reach * Math.cos(turn), reach * Math.sin(turn)]
      stroke([x, 0], tip, length * 0.022)
      for (let b = 1; b < 4; b++)
        for (const s of [-1, 1]) {
          const f = b * 0.27
          const [bx, by] = [x + (tip[0] - x) * f, tip[1] * f]
          stroke(
            [bx, by],
            [bx + reach * 0.3 * Math.cos(turn + s * 0.75), by + reach * 0.3 * Math.sin(turn + s * 0.75)],
            length * 0.02,
          )
        }
    }
  return { outlines, veins: [] }
}

/** A leaf laid on cloth: soft halo, uneven body, dark rim, veins. `strength` is lower for the ghost of a print. */
export function printed(leaf: LeafPrint, tone: LeafTone, warp: Warp, unit: number, strength = 1): string {
  const shapes = leaf.outlines.map((outline) => `<path d="${curve(outline.map(warp), true)}"/>`).join('')
  const veins = ink(
    leaf.veins.map((mark) => ({ ...mark, fill: tone.vein })),
    warp,
    unit,
  )
  return `<g opacity="${at(strength)}"><g fill="${tone.body}" opacity="0.35" filter="url(#halo)">${shapes}</g><g filter="url(#contact)"><g fill="${tone.body}" opacity="0.94">${shapes}</g></g><g fill="${tone.edge}" opacity="0.42" filter="url(#stain)">${shapes}</g><g fill="${tone.edge}" opacity="0.75" filter="url(#margin)">${shapes}</g><g fill="none" stroke="${tone.edge}" stroke-width="${at(Math.min(4, unit * 0.2))}" opacity="0.55" filter="url(#rim)">${shapes}</g><g opacity="0.72" filter="url(#rim)">${veins}</g></g>`
}

/** Filters of contact printing: patchy body, broken rim, damp halo. */
export const printDefs = `<filter color-interpolation-filters="sRGB" id="contact" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.022 0.03" numOctaves="5" seed="21" result="n"/><feColorMatrix in="n" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 2.6 0 0 -0.28" result="a"/><feComposite in="SourceGraphic" in2="a" operator="in" result="p"/><feDisplacementMap in="p" in2="n" scale="6" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter color-interpolation-filters="sRGB" id="rim" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.03" numOctaves="4" seed="9" result="n"/><feColorMatrix in="n" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  2.2 0 0 0 -0.3" result="a"/><feComposite in="SourceGraphic" in2="a" operator="in" result="p"/><feDisplacementMap in="p" in2="n" scale="5" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter color-interpolation-filters="sRGB" id="stain" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.012 0.017" numOctaves="5" seed="44" result="n"/><feColorMatrix in="n" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 3.4 0 -1.35" result="a"/><feComposite in="SourceGraphic" in2="a" operator="in"/></filter>
<filter color-interpolation-filters="sRGB" id="margin" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur in="SourceAlpha" stdDeviation="13" result="b"/><feComposite in="SourceGraphic" in2="b" operator="out"/></filter>
<filter color-interpolation-filters="sRGB" id="halo" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>
<filter color-interpolation-filters="sRGB" id="bath" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.006" numOctaves="2" seed="31"/><feColorMatrix values="0 0 0 0 0.72  0 0 0 0 0.30  0 0 0 0 0.30  1.7 0 0 0 -0.72"/></filter>`
