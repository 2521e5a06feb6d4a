/**
 * Motif manggur (mangga + anggur), Kota Probolinggo: mangoes and grapes on one wandering vine.
 * The curls are often read as the wind (bayu) of the “Bayuangga” city. Units are centimetres of cloth.
 */
import { palette } from '../studio.ts'
import { brush, dot, type Hand, type Mark, type Point, pairs, placed, placeMarks, round, spiral } from './marks.ts'

/** Mahogany bark, mango leaf, and both darkened by iron, on unbleached cotton. */
export const manggurDyes = {
  ground: '#f2e6cc',
  wax: '#f6ecd6',
  bark: '#8a3d27',
  barkDark: '#40221a',
  barkPale: '#b8734a',
  leaf: '#7d7436',
  leafDark: '#4d4a29',
  line: palette.sogaDark,
} as const
const dye = manggurDyes

const mangoShape: Point[] = pairs([
  0, -6.2, 2.8, -5.9, 5, -3.4, 5.2, 0, 3.4, 3.2, 0.6, 5.6, -1.6, 6.4, -2.6, 5, -4, 2.6, -4.6, -0.6, -3.6, -4.2,
])

/** One mango: a wax-white halo, the dyed body, a waxed inner contour, dots on one cheek and fine rain on the other. */
export function mango(hand: Hand, body: string = dye.bark): Mark[] {
  const wobble = mangoShape.map(([x, y]): Point => [x + (hand() - 0.5) * 0.35, y + (hand() - 0.5) * 0.35])
  const marks: Mark[] = [
    { points: placed(wobble, 0, 0, 1.13), closed: true, fill: dye.wax },
    { points: wobble, closed: true, fill: body, stroke: dye.line, width: 0.28 },
    brush([...placed(wobble, 0.1, 0, 0.8), ...placed(wobble.slice(0, 2), 0.1, 0, 0.8)], 0.24, dye.wax, hand, 0.2),
  ]
  for (let row = 0; row < 6; row++) {
    for (let k = 0; k < 4; k++) {
      const [x, y] = [-2.7 + k * 0.86 + (hand() - 0.5) * 0.25, -3.2 + row * 1.12 + (hand() - 0.5) * 0.25]
      if (x > -2.9 + Math.abs(y - 0.2) * 0.28) marks.push(dot(x, y, 0.17 + hand() * 0.07, dye.wax))
    }
  }
  for (let k = 0; k < 6; k++) {
    const y = -3.4 + k * 1.05
    const reach = 3.7 - Math.abs(y + 0.6) * 0.42
    marks.push(brush(pairs([1.1 + hand() * 0.2, y - 0.3, reach * 0.7, y - 0.1, reach, y + 0.35]), 0.2, dye.wax, hand))
  }
  marks.push(brush(pairs([0, -6, -0.3, -7.4, 0.2, -8.6]), 0.55, dye.line, hand, 0.2))
  return marks
}

/** A long mango leaf with its midrib and side veins left in wax. */
export function mangoLeaf(hand: Hand, length = 14, body: string = dye.leaf): Mark[] {
  const w = length * 0.13
  const bend = (hand() - 0.5) * length * 0.16
  const shape: Point[] = pairs([
    0,
    0,
    length * 0.2,
    -w * 0.75,
    length * 0.48,
    -w + bend * 0.5,
    length * 0.8,
    -w * 0.5 + bend * 0.8,
    length,
    bend,
    length * 0.78,
    w * 0.6 + bend * 0.8,
    length * 0.45,
    w + bend * 0.5,
    length * 0.18,
    w * 0.7,
  ])
  const marks: Mark[] = [
    { points: shape, closed: true, fill: dye.wax, stroke: dye.wax, width: 1 },
    { points: shape, closed: true, fill: body, stroke: dye.line, width: 0.24 },
    brush(pairs([0.2, 0, length * 0.45, bend * 0.5, length * 0.92, bend * 0.95]), 0.28, dye.wax, hand, 0.7),
  ]
  for (let k = 1; k < 8; k++) {
    const x = (length * k) / 9
    const reach = w * 0.74 * Math.sin((Math.PI * (k + 0.6)) / 9.2)
    const mid = bend * 0.5 * Math.min(1, (x / length) * 2)
    for (const side of [-1, 1])
      marks.push(
        brush(pairs([x, mid, x + 0.5, mid + side * reach * 0.55, x + 1.15, mid + side * reach]), 0.15, dye.wax, hand),
      )
  }
  return marks
}

/** A bunch of grapes hanging from its stalk; every berry keeps a crescent of light in wax. */
export function grapes(hand: Hand, rows: readonly number[] = [3, 5, 4, 5, 4, 3, 2, 1]): Mark[] {
  const marks: Mark[] = [brush(pairs([0.2, -5, -0.2, -3, 0, -0.8]), 0.5, dye.line, hand, 0.1)]
  const berries: Mark[] = []
  const halo: Mark[] = []
  rows.forEach((count, row) => {
    for (let k = 0; k < count; k++) {
      const [x, y] = [(k - (count - 1) / 2) * 1.72 + (hand() - 0.5) * 0.25, row * 1.45 + (hand() - 0.5) * 0.2]
      const body = hand() < 0.3 ? dye.barkDark : hand() < 0.5 ? dye.bark : '#6b2c25'
      halo.push(dot(x, y, 1.35, dye.wax))
      berries.push({ points: round(x, y, 0.86, hand, 0.06), closed: true, fill: body, stroke: dye.wax, width: 0.2 })
      berries.push(brush(pairs([x - 0.5, y + 0.05, x - 0.38, y - 0.36, x, y - 0.52]), 0.2, dye.wax, hand))
      berries.push(dot(x + 0.22, y + 0.2, 0.11, dye.wax))
    }
  })
  return [...halo, ...marks, ...berries]
}

/** The vine's own leaf: five lobes, veins in wax, a row of dots that follows the edge. */
export function grapeLeaf(hand: Hand, body: string = dye.leafDark): Mark[] {
  const lobe = [6.4, 3.4, 5.6, 3, 4.6, 2.6, 1.2, 2.6, 4.6, 3, 5.6, 3.4]
  const shape = lobe.map((r, i): Point => {
    const angle = -Math.PI / 2 + (i * 2 * Math.PI) / lobe.length
    return [r * Math.cos(angle) + (hand() - 0.5) * 0.3, r * Math.sin(angle) + (hand() - 0.5) * 0.3]
  })
  const marks: Mark[] = [
    { points: placed(shape, 0, 0, 1.12), closed: true, fill: dye.wax },
    { points: shape, closed: true, fill: body, stroke: dye.line, width: 0.26 },
  ]
  for (const i of [0, 2, 4, 8, 10]) {
    const [x, y] = shape[i] ?? [0, 0]
    marks.push(brush(pairs([0, 1.6, x * 0.45, 0.9 + y * 0.4, x * 0.86, y * 0.86]), 0.26, dye.wax, hand, 0.8))
    for (const t of [0.45, 0.66])
      for (const side of [-0.35, 0.35]) {
        const turn = placed([[x, y]], 0, 0, 0.24, side * 1.7)[0] ?? [0, 0]
        marks.push(
          brush(
            pairs([x * t, y * t + 0.6 * (1 - t), x * t + turn[0], y * t + turn[1] + 0.4 * (1 - t)]),
            0.14,
            dye.wax,
            hand,
          ),
        )
      }
  }
  return marks
}

/** The vine: one S-shaped stem with curls, its line swelling as the canting slows. */
export function vine(hand: Hand): Mark[] {
  const stem: Point[] = pairs([
    -27.5, 1, -24, 0.6, -18, -2.6, -11, -4, -3, -1.6, 5, 4, 12, 5.6, 19, 3.4, 24, 1.3, 27.5, 1,
  ])
  const curls: [number, number, number, 1 | -1, number][] = [
    [-19, -9, 4.6, 1, 1.2],
    [3.5, 14.5, 4.4, -1, 4.6],
    [17.5, -8.5, 4.2, -1, 2.2],
    [-9.5, 8, 3.2, 1, 5.2],
    [25, 8.5, 3.6, 1, 3.6],
    [-1, -13.5, 3.4, -1, 0.6],
  ]
  const marks = [brush(stem, 1.5, dye.wax, hand, 0), brush(stem, 0.72, dye.barkDark, hand, 0)]
  for (const [x, y, r, spin, from] of curls) {
    const points = spiral(x, y, r, 1.6, from, spin)
    marks.push(brush(points, 1.15, dye.wax, hand), brush(points, 0.5, hand() < 0.5 ? dye.bark : dye.leafDark, hand))
    for (let k = 0; k < 5; k++)
      marks.push(
        dot(
          x + (r + 1.1) * Math.cos(from + k * 0.55 * -spin - spin),
          y + (r + 1.1) * Math.sin(from + k * 0.55 * -spin - spin),
          0.24,
          dye.bark,
        ),
      )
  }
  return marks
}

/** A spray of mango blossom: a stalk with side shoots that end in dots; it fills the gaps between the fruits. */
export function blossom(hand: Hand, size = 7): Mark[] {
  const tone = hand() < 0.5 ? dye.bark : dye.barkDark
  const marks = [brush(pairs([0, 0, size * 0.5, -size * 0.05, size, size * 0.08]), 0.36, tone, hand, 0.8)]
  for (let k = 1; k < 6; k++) {
    const x = (size * k) / 6
    const reach = (size * 0.42 * (7 - k)) / 7
    for (const side of [-1, 1]) {
      marks.push(
        brush(pairs([x, 0, x + reach * 0.5, side * reach * 0.6, x + reach * 0.7, side * reach]), 0.2, tone, hand, 0.8),
      )
      marks.push(
        dot(x + reach * 0.78, side * (reach + 0.3), 0.36, dye.barkPale),
        dot(x + reach * 0.2, side * (reach * 0.72 + 0.2), 0.26, dye.leaf),
      )
    }
  }
  return [...marks, dot(size + 0.5, size * 0.1, 0.4, dye.barkPale)]
}

/** The filled ground (isen-isen): cecek in threes, placed by eye and never in a straight row. */
export function manggurGround(width: number, height: number, hand: Hand, gap = 2.1): Mark[] {
  const marks: Mark[] = []
  for (let y = gap / 2; y < height; y += gap) {
    for (let x = gap / 2; x < width; x += gap) {
      const [px, py, turn] = [x + (hand() - 0.5) * gap * 0.5, y + (hand() - 0.5) * gap * 0.5, hand() * 6.3]
      const fill = hand() < 0.84 ? dye.barkPale : dye.bark
      for (let k = 0; k < 3; k++)
        marks.push(
          dot(px + 0.34 * Math.cos(turn + k * 2.1), py + 0.34 * Math.sin(turn + k * 2.1), 0.11 + hand() * 0.06, fill),
        )
    }
  }
  return marks
}

/** One measure of the pattern, about 54 × 44 cm; drawn anew each time, as batik tulis never repeats itself. */
export function manggurMeasure(hand: Hand): Mark[] {
  const nudge = (): number => (hand() - 0.5) * 1.1
  const leaf = (x: number, y: number, turn: number, length = 13): Mark[] =>
    placeMarks(
      mangoLeaf(hand, length, hand() < 0.6 ? dye.leaf : dye.leafDark),
      x + nudge() * 0.4,
      y,
      1,
      turn + nudge() * 0.08,
    )
  const spray = (x: number, y: number, turn: number): Mark[] =>
    placeMarks(blossom(hand, 6 + hand() * 2), x + nudge(), y + nudge(), 1, turn + nudge() * 0.1)
  return [
    ...vine(hand),
    ...spray(-23, -3, -1.4),
    ...spray(14.5, -1, -1.25),
    ...spray(-22, 5, 2),
    ...spray(27, 6, 1.4),
    ...spray(1.5, 10, 1.5),
    ...leaf(-14, -3, -1.9),
    ...leaf(-13, -3, -1.15, 12),
    ...leaf(-12, -2, 2.5, 11),
    ...placeMarks(mango(hand), -14.5 + nudge(), 8.5, 1, 0.15 + nudge() * 0.1),
    ...placeMarks(mango(hand, dye.leaf), -5 + nudge(), 8, 0.9, -0.25, -1),
    ...leaf(9, 5, 0.9, 13),
    ...leaf(10, 5.5, 1.55, 12),
    ...leaf(7.5, 5, 2.2, 9),
    ...placeMarks(grapeLeaf(hand), 7 + nudge(), -8.5, 1, 0.35 + nudge() * 0.1),
    ...placeMarks(grapes(hand), 19.5 + nudge(), 9, 0.98, -0.05),
    ...placeMarks(grapeLeaf(hand, dye.leaf), 25 + nudge(), -10.5, 0.72, -0.5),
    ...placeMarks(grapes(hand, [2, 3, 4, 3, 2, 1]), -6.5 + nudge(), -13.5, 0.8, 0.1),
  ]
}
