/**
 * Motif lok chan, Tuban: the phoenix that came with Chinese silk and porcelain to Java's north coast, with three
 * long tails, spread wings and a crown. Spikes (ren, “thorns”) stand on its outlines, as on old coastal batik.
 * It is often read as luck and rank. Units are centimetres of cloth; the bird is about 52 × 38.
 */
import { lokDyes, thorns } from './creeper.ts'
import { along, brush, dot, type Hand, type Mark, type Point, pairs, placeMarks, ribbon } from './marks.ts'

const dye = lokDyes

/** A tail plume: a band that swells to an eye, striped within, thorned without. */
function plume(path: readonly Point[], fill: string, eye: string, hand: Hand): Mark[] {
  const centre = along(path, 8)
  const wide = (t: number): number => 1.6 + 2.5 * Math.sin(Math.PI * t ** 0.8) + 0.4 * t
  const tip = path[path.length - 1] ?? [0, 0]
  const edge = ribbon(centre, wide)
  const half = Math.floor(edge.length / 2)
  const marks: Mark[] = [
    ...thorns(edge.slice(4, half), 1.5, dye.blueDark, hand, -1, 3),
    ...thorns([...edge.slice(half + 4)].reverse(), 1.5, dye.blueDark, hand, 1, 3),
    { points: ribbon(centre, (t) => wide(t) + 1.1), closed: true, fill: dye.wax },
    { points: edge, closed: true, fill, stroke: dye.blueDark, width: 0.26 },
    brush(path, 0.34, dye.wax, hand, 0.5),
  ]
  centre.forEach(([x, y], i) => {
    const next = centre[i + 1]
    if (!next || i % 3 || i < 6 || i > centre.length - 6) return
    const a = Math.atan2(next[1] - y, next[0] - x)
    const w = wide(i / centre.length) * 0.36
    for (const s of [-1, 1])
      marks.push(
        brush(
          pairs([x, y, x - Math.cos(a + s * 0.9) * w * 1.3, y - Math.sin(a + s * 0.9) * w * 1.3]),
          0.2,
          dye.wax,
          hand,
        ),
      )
  })
  return [
    ...marks,
    dot(tip[0], tip[1], 3.1, dye.wax),
    dot(tip[0], tip[1], 2.5, dye.blueDark),
    dot(tip[0], tip[1], 1.8, eye),
    dot(tip[0], tip[1], 0.9, dye.wax),
    dot(tip[0], tip[1], 0.45, dye.blueDark),
  ]
}

/** One feather: outlined in wax and again in indigo, barbed within, thorned at the tip. */
function feather(hand: Hand, reach: number, body: string): Mark[] {
  const vane: Point[] = [
    [0, 0],
    [reach * 0.35, -1.3],
    [reach * 0.8, -1.55],
    [reach, 0.1],
    [reach * 0.82, 1.35],
    [reach * 0.35, 1.1],
  ]
  const marks: Mark[] = [
    { points: vane, closed: true, fill: body, stroke: dye.wax, width: 0.85 },
    { points: vane, closed: true, fill: body, stroke: dye.blueDark, width: 0.22 },
    brush(pairs([reach * 0.25, 0, reach * 0.6, 0.1, reach * 0.9, 0]), 0.3, dye.wax, hand, 0.7),
  ]
  for (let b = 0; b < 4; b++) {
    const [root, tip] = [reach * (0.42 + b * 0.13), reach * (0.48 + b * 0.13)]
    for (const s of [-1, 1]) marks.push(brush(pairs([root, 0, tip, s * 0.85]), 0.17, dye.wax, hand))
  }
  const end = pairs([reach * 0.7, -1.55, reach * 0.9, -0.9, reach, 0, reach * 0.9, 1])
  return [...marks, ...thorns(end, 1.2, dye.blueDark, hand, -1, 1)]
}

/** A wing: feathers fanned from the shoulder, blue and red in turn, with a scalloped covert. */
function wing(hand: Hand, count: number, from: number, to: number, length: number): Mark[] {
  const marks: Mark[] = []
  for (let k = count - 1; k >= 0; k--) {
    const t = k / (count - 1)
    const reach = length * (0.62 + 0.38 * Math.sin(Math.PI * (0.22 + t * 0.62)))
    const body = k % 3 === 1 ? dye.red : k % 3 === 2 ? dye.bluePale : dye.blue
    marks.push(...placeMarks(feather(hand, reach, body), 0, 0, 1, from + (to - from) * t))
  }
  for (let k = 0; k < count; k++) {
    const turn = from + ((to - from) * k) / (count - 1)
    const [x, y] = [Math.cos(turn) * length * 0.33, Math.sin(turn) * length * 0.33]
    marks.push(dot(x, y, 1.25, dye.wax), dot(x, y, 0.95, dye.blueDark), dot(x, y, 0.4, dye.wax))
  }
  return marks
}

function head(hand: Hand): Mark[] {
  const marks: Mark[] = []
  for (const [turn, length] of [
    [-2.3, 6],
    [-1.95, 7.4],
    [-1.6, 6.4],
    [-1.3, 4.6],
  ] as const) {
    const [x, y] = [16.4 + Math.cos(turn) * length, -10.6 + Math.sin(turn) * length]
    marks.push(
      brush(
        pairs([
          16.2,
          -11,
          16.4 + Math.cos(turn + 0.25) * length * 0.6,
          -10.6 + Math.sin(turn + 0.25) * length * 0.6,
          x,
          y,
        ]),
        0.5,
        dye.red,
        hand,
        0.4,
      ),
      dot(x, y, 0.85, dye.blueDark),
      dot(x, y, 0.4, dye.wax),
    )
  }
  const skull: Point[] = pairs([13.6, -8.6, 14, -11.4, 16.4, -12.6, 18.8, -11.4, 19.4, -9.6, 18.4, -7.8, 16, -7])
  const beak: Point[] = pairs([18.8, -11, 22, -10.4, 23.4, -8.4, 21.2, -9, 19.2, -8.6])
  return [
    ...marks,
    { points: beak, closed: true, fill: dye.red, stroke: dye.blueDark, width: 0.24 },
    { points: skull, closed: true, fill: dye.blue, stroke: dye.wax, width: 1 },
    { points: skull, closed: true, fill: dye.blue, stroke: dye.blueDark, width: 0.24 },
    brush(pairs([15.8, -7.4, 17, -5.2, 16.2, -3.6]), 0.9, dye.red, hand, 0.6),
    dot(17.2, -10, 1, dye.wax),
    dot(17.4, -10, 0.5, dye.blueDark),
  ]
}

/** The bird, flying to the right. */
export function lokChan(hand: Hand): Mark[] {
  const trunk: Point[] = pairs([
    14.6, -9.4, 17.6, -7, 16.4, -2.4, 13.4, 2.4, 8, 5.8, 1.6, 6.4, -5, 4.6, -9.6, 2.2, -5, 0, 1.4, -1.6, 7, -2.4, 11,
    -5,
  ])
  const scales: Mark[] = []
  for (let row = 0; row < 4; row++)
    for (let k = 0; k < 7; k++) {
      const [x, y] = [-4 + k * 2.5 + (row % 2) * 1.2, 0.6 + row * 1.5 - k * 0.18]
      if (y < 5.4 - Math.abs(k - 3) * 0.45)
        scales.push(brush(pairs([x - 0.9, y - 0.3, x, y + 0.55, x + 0.9, y - 0.3]), 0.24, dye.wax, hand, 0.4))
    }
  return [
    ...plume(pairs([-8, 2, -15, -1, -22, -7, -30, -9, -35, -5, -33, -0.5]), dye.blue, dye.red, hand),
    ...plume(pairs([-8, 3.6, -16, 8, -23, 15, -31, 17, -37, 13]), dye.blue, dye.red, hand),
    ...plume(pairs([-8, 2.8, -17, 3.2, -25, 5.6, -33, 7.6, -42, 4.6]), dye.red, dye.bluePale, hand),
    ...placeMarks(wing(hand, 6, 0.95, 2.25, 13), 3, 3),
    { points: trunk, closed: true, fill: dye.wax, stroke: dye.wax, width: 1.4 },
    { points: trunk, closed: true, fill: dye.blue, stroke: dye.blueDark, width: 0.28 },
    ...scales,
    ...placeMarks(wing(hand, 8, -2.75, -1.15, 17), 4, -0.6),
    ...head(hand),
  ]
}
