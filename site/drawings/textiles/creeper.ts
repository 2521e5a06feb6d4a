/**
 * The garden of lok chan: creepers with thorns (ren), carnations and pointed leaves between the birds, as on old
 * coastal batik; and the two dyes they share, indigo and mengkudu. Units are centimetres of cloth.
 */
import { palette } from '../studio.ts'
import { along, brush, type Hand, type Mark, type Point, pairs, placed, placeMarks } from './marks.ts'

/** Indigo and mengkudu on hand-spun natural cotton. */
export const lokDyes = {
  ground: '#ece0c6',
  wax: '#f3e9d2',
  blue: '#2c4068',
  blueDark: palette.indigoDark,
  bluePale: '#6f86ad',
  red: palette.mengkudu,
  redDark: '#5f1f1f',
} as const
const dye = lokDyes

/** Thorns along a line: short strokes leaning the way the line runs. */
export function thorns(
  line: readonly Point[],
  length: number,
  fill: string,
  hand: Hand,
  side: 1 | -1 = 1,
  every = 2,
): Mark[] {
  const marks: Mark[] = []
  for (let i = 1; i < line.length - 1; i += every) {
    const [p, q] = [line[i], line[i + 1]]
    if (!p || !q) continue
    const angle = Math.atan2(q[1] - p[1], q[0] - p[0]) + side * 1.05
    const reach = length * (0.8 + hand() * 0.4)
    marks.push(
      brush(
        [
          p,
          [p[0] + Math.cos(angle) * reach * 0.5, p[1] + Math.sin(angle) * reach * 0.5],
          [p[0] + Math.cos(angle) * reach, p[1] + Math.sin(angle) * reach],
        ],
        0.34,
        fill,
        hand,
        0.9,
      ),
    )
  }
  return marks
}

/** A carnation of the coast: a drop with spiky petals. */
export function carnation(hand: Hand, size = 5): Mark[] {
  const marks: Mark[] = []
  for (let k = 0; k < 9; k++) {
    const turn = -Math.PI / 2 + ((k - 4) * 2.5) / 8
    const petal: Point[] = pairs([
      0,
      0,
      size * 0.6,
      -size * 0.17,
      size * (1 + hand() * 0.1),
      0,
      size * 0.6,
      size * 0.17,
    ])
    marks.push({
      points: placed(petal, 0, 0, 1, turn),
      closed: true,
      fill: k % 2 ? dye.red : dye.redDark,
      stroke: dye.wax,
      width: 0.4,
    })
  }
  const cup: Point[] = pairs([-0.4, -0.2, 0, -0.36, 0.4, -0.2, 0.24, 0.3, 0, 0.55, -0.24, 0.3], size)
  return [
    ...marks,
    { points: cup, closed: true, fill: dye.blue, stroke: dye.wax, width: 0.4 },
    ...[-0.2, 0, 0.2].map((k) =>
      brush(pairs([k * size, -size * 0.16, k * size * 0.5, size * 0.3]), 0.22, dye.wax, hand),
    ),
  ]
}

/** A pointed leaf with a thorned edge. */
export function thornLeaf(hand: Hand, length = 7, body: string = dye.blue): Mark[] {
  const shape: Point[] = pairs([0, 0, 0.3, -0.22, 0.7, -0.18, 1, 0, 0.7, 0.18, 0.3, 0.22], length)
  return [
    ...thorns([...shape.slice(0, 4)], length * 0.2, dye.blueDark, hand, -1, 1),
    { points: shape, closed: true, fill: body, stroke: dye.wax, width: 0.5 },
    brush(pairs([0.2, 0, length * 0.9, 0]), 0.3, dye.wax, hand, 0.7),
    ...[0.3, 0.5, 0.7].flatMap((t) =>
      [-1, 1].map((s) => brush(pairs([length * t, 0, length * (t + 0.1), s * length * 0.13]), 0.18, dye.wax, hand)),
    ),
  ]
}

/** The creeper between the birds: a wandering stem with thorns, leaves and carnations. */
export function creeper(hand: Hand, stem: readonly Point[]): Mark[] {
  const line = along(stem, 5)
  const marks: Mark[] = [
    ...thorns(line, 1.3, dye.blueDark, hand, 1, 2),
    ...thorns(line, 1.3, dye.blueDark, hand, -1, 2),
    brush(stem, 0.75, dye.blueDark, hand, 0.2),
  ]
  line.forEach(([x, y], i) => {
    const next = line[i + 1]
    if (!next || i % 5 !== 2) return
    const a = Math.atan2(next[1] - y, next[0] - x)
    const side = i % 2 ? 1 : -1
    if (i % 15 === 7)
      marks.push(
        ...placeMarks(
          carnation(hand, 4.6),
          x + Math.cos(a + side * 1.5) * 2.4,
          y + Math.sin(a + side * 1.5) * 2.4,
          1,
          a + side * 1.5 + 1.57,
        ),
      )
    else
      marks.push(
        ...placeMarks(
          thornLeaf(hand, 4.6 + hand() * 2, hand() < 0.3 ? dye.red : hand() < 0.5 ? dye.bluePale : dye.blue),
          x,
          y,
          1,
          a + side * 0.85,
        ),
      )
  })
  return marks
}
