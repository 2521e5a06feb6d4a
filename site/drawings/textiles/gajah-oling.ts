/**
 * Motif gajah oling, Banyuwangi: a curl like a question mark or a reversed S, seen as an elephant's trunk and as
 * an eel (oling), with dilem leaves, manggar (palm blossom) and five-petalled jasmine. It is often read as a
 * reminder (eling) of God's greatness. One stamp is 200 × 200 units, about 16 cm of copper.
 */
import {
  along,
  brush,
  dot,
  type Hand,
  type Mark,
  type Point,
  pairs,
  placed,
  placeMarks,
  ribbon,
  spiral,
} from './marks.ts'

export const STAMP = 200

export interface StampInk {
  wax: string
  fill: string
  accent: string
}

const back: Point[] = pairs([
  66, 186, 96, 172, 122, 150, 128, 122, 108, 100, 80, 84, 66, 60, 76, 34, 104, 24, 128, 36, 134, 58, 120, 72, 104, 66,
  102, 54,
])

/** The curl itself: swelling where trunk and eel are thickest, ending in a coil, with scales along its spine. */
export function curl(hand: Hand, ink: StampInk): Mark[] {
  const spine = along(back, 7)
  const thick = (t: number): number => 3 + 27 * Math.sin(Math.PI * Math.min(1, t * 1.02) ** 0.72) * (1 - 0.5 * t)
  const marks: Mark[] = [
    { points: ribbon(spine, thick), closed: true, fill: ink.wax },
    { points: ribbon(spine.slice(3, -6), (t) => Math.max(1, thick(t) - 7.5)), closed: true, fill: ink.fill },
  ]
  spine.forEach(([x, y], i) => {
    if (i % 4 === 0 && i > 5 && i < spine.length - 16) marks.push(dot(x, y, 2.5 - i * 0.014, ink.wax))
  })
  const tail = spiral(50, 176, 19, 1.4, 0.55, 1)
  return [...marks, brush(tail, 3.6, ink.wax, hand, 0.6)]
}

/** A dilem leaf: broad, toothed, with its midrib. */
function dilem(hand: Hand, ink: StampInk, length: number): Mark[] {
  const edge: Point[] = [[0, 0]]
  for (let k = 1; k < 6; k++)
    edge.push(
      [(length * (k - 0.3)) / 6, -length * 0.25 * Math.sin((Math.PI * k) / 6.4)],
      [(length * k) / 6, -length * 0.18 * Math.sin((Math.PI * k) / 6.4)],
    )
  const shape = [
    ...edge,
    [length, 0] as Point,
    ...edge
      .slice(1)
      .reverse()
      .map(([x, y]): Point => [x, -y]),
  ]
  const marks: Mark[] = [
    { points: shape, closed: true, fill: ink.accent, stroke: ink.wax, width: 2.6 },
    brush(pairs([1, 0, length * 0.5, 1, length * 0.92, 0]), 2, ink.wax, hand, 0.7),
  ]
  for (let k = 1; k < 4; k++)
    for (const side of [-1, 1])
      marks.push(
        brush(pairs([length * k * 0.22, 0, length * (k * 0.22 + 0.12), side * length * 0.11]), 1.3, ink.wax, hand),
      )
  return marks
}

/** A manggar spray: the palm's blossom, a fan of stalks with buds. */
function manggar(hand: Hand, ink: StampInk, length: number): Mark[] {
  const marks: Mark[] = []
  for (let k = -2; k <= 2; k++) {
    const [x, y] = [length * (1 - Math.abs(k) * 0.08), k * length * 0.17]
    marks.push(brush(pairs([0, 0, x * 0.5, y * 0.35, x, y]), 1.9, ink.wax, hand, 0.4))
    for (const t of [0.5, 0.72, 0.94]) marks.push(dot(x * t + 1, y * t * t + (k < 0 ? -2.4 : 2.4), 2.1, ink.wax))
    marks.push(dot(x + 3, y, 2.8, ink.accent))
  }
  return marks
}

/** Jasmine: five petals round an eye. */
export function jasmine(hand: Hand, ink: StampInk, radius: number): Mark[] {
  const petal: Point[] = pairs([0, 0, 0.4, -0.36, 0.92, -0.26, 1.02, 0, 0.92, 0.26, 0.4, 0.36], radius)
  const marks: Mark[] = []
  for (let k = 0; k < 5; k++) {
    const turn = (k * 2 * Math.PI) / 5 - 0.3
    marks.push({ points: placed(petal, 0, 0, 1, turn), closed: true, fill: ink.wax })
    marks.push(...placeMarks([brush(pairs([radius * 0.3, 0, radius * 0.76, 0]), 1.2, ink.fill, hand)], 0, 0, 1, turn))
  }
  return [...marks, dot(0, 0, radius * 0.24, ink.accent)]
}

/** The whole stamp: drawn once, so that every impression is the same, as copper makes it. */
export function gajahOling(hand: Hand, ink: StampInk): Mark[] {
  const leaf = (x: number, y: number, turn: number, length: number): Mark[] =>
    placeMarks(dilem(hand, ink, length), x, y, 1, turn)
  const dots: Mark[] = []
  for (const [x, y, turn] of [
    [18, 122, 0.2],
    [180, 24, 0.8],
    [30, 20, 0.1],
    [176, 188, 0],
    [18, 66, 0.6],
    [100, 118, 0.3],
  ] as const) {
    for (let k = 0; k < 3; k++)
      dots.push(dot(x + 5 * Math.cos(turn + k * 2.1), y + 5 * Math.sin(turn + k * 2.1), 2, ink.wax))
  }
  const drawn = [
    ...leaf(134, 128, -0.35, 46),
    ...leaf(134, 140, 0.2, 44),
    ...leaf(124, 158, 0.75, 40),
    ...placeMarks(manggar(hand, ink, 46), 60, 82, 1, 2.75),
    ...placeMarks(manggar(hand, ink, 34), 96, 108, 1, 2.3),
    ...placeMarks(manggar(hand, ink, 34), 146, 60, 1, 0.15),
    ...curl(hand, ink),
    ...placeMarks(jasmine(hand, ink, 17), 170, 92, 1),
    ...placeMarks(jasmine(hand, ink, 13), 24, 152, 1, 0.4),
    ...placeMarks(jasmine(hand, ink, 12), 46, 26, 1, 0.2),
    ...dots,
  ]
  return placeMarks(drawn, STAMP, 0, 1, 0, -1)
}
