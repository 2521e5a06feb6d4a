/** Product 1: hand-drawn batik with motif manggur, hung over a stand, seen closely, and packed for the journey. */
import { type Drawing, handOf, palette, shadowOf } from '../studio.ts'
import {
  blossom,
  manggurDyes as dye,
  grapeLeaf,
  grapes,
  manggurGround,
  manggurMeasure,
  mango,
  mangoLeaf,
} from './manggur.ts'
import { brush, dot, type Hand, ink, type Mark, type Point, pairs, placeMarks, spiral, type Warp } from './marks.ts'
import { bow, careCard, cord, kraft, kraftSheet, layers } from './packing.ts'
import { cottonSheen, outline, pleats, type Surface, shading, sheenDefs, warpOf } from './surface.ts'
import { bar, stand } from './timber.ts'
import { finishDefs, slubs, tooth, wash, weavePattern } from './weave.ts'

const [LENGTH, WIDTH] = [240, 105]

/** The end bands (tumpal side): dark, with mango tips pointing to the field. */
function endBand(x: number, inward: 1 | -1, hand: Hand): Mark[] {
  const width = 17
  const marks: Mark[] = [{ points: strip(x, x + inward * width), closed: true, straight: true, fill: dye.barkDark }]
  for (const [offset, w] of [
    [1.2, 0.5],
    [2.4, 0.25],
    [width - 0.9, 0.5],
    [width + 0.7, 0.28],
  ] as const) {
    const line: Point[] = Array.from({ length: 16 }, (_, i) => [x + inward * offset, (i * WIDTH) / 15])
    marks.push(brush(line, w, offset > width ? dye.barkDark : dye.wax, hand, 0))
  }
  for (let k = 0; k < 7; k++) {
    const y = 7.5 + k * 15
    marks.push(
      ...placeMarks(mangoLeaf(hand, 10.5, k % 2 ? dye.bark : dye.leaf), x + inward * 4, y, 1, inward > 0 ? 0 : Math.PI),
    )
    marks.push(...placeMarks(mango(hand, k % 2 ? dye.leaf : dye.bark), x + inward * 7.6, y + 7.6, 0.52, inward * 1.4))
    for (let d = 0; d < 4; d++) marks.push(dot(x + inward * (3.4 + hand() * 0.4), y + 2 + d * 3.4, 0.32, dye.wax))
  }
  return marks
}

function strip(from: number, to: number): Point[] {
  const steps = Array.from({ length: 22 }, (_, i) => (i * WIDTH) / 21)
  return [...steps.map((y): Point => [from, y]), ...steps.reverse().map((y): Point => [to, y])]
}

/** The whole cloth in centimetres: ground, ten measures of the motif, borders along both selvedges, dark ends. */
function wholeCloth(hand: Hand): Mark[] {
  const marks = manggurGround(LENGTH, WIDTH, hand, 2.6)
  for (let row = 0; row < 4; row++) {
    for (let column = -1; column < 6; column++) {
      const mirror = (row + column) % 2 === 0 ? 1 : -1
      marks.push(
        ...placeMarks(manggurMeasure(hand), 10 + column * 53 + (row % 2) * 26.5, 14.5 + row * 31.5, 0.972, 0, mirror),
      )
    }
  }
  return [...marks, ...endBand(0, 1, hand), ...endBand(LENGTH, -1, hand)]
}

/** Folds of a cloth on a bar: shallow at the bar, deeper below, no two alike. */
function hung(): Surface {
  const wave = (u: number, v: number): number => {
    const deep = 0.72 + 0.26 * Math.min(1, v / 60)
    const drift = (v / WIDTH) * 0.5
    return (
      deep *
      (0.62 * Math.sin(u * 0.165 + drift) +
        0.5 * Math.sin(u * 0.092 - drift * 1.4 + 1.3) +
        0.22 * Math.sin(u * 0.37 + 2))
    )
  }
  const fold = pleats(LENGTH, WIDTH, wave)
  const scale = 5.9
  const full = fold(LENGTH, WIDTH / 2)[0]
  return {
    width: LENGTH,
    height: WIDTH,
    place: (u, v) => {
      const [x, z] = fold(u, v)
      const [end] = fold(LENGTH, v)
      const over = Math.max(0, 1 - v / 5)
      return [
        800 + (x - end / 2) * scale * (196 / full),
        232 + v * 6.15 + z * 0.9 * Math.min(1, v / 30),
        z * scale - 26 * over * over,
      ]
    },
  }
}

function hero(): Drawing {
  const hand = handOf(35741)
  const cloth = hung()
  const shape = outline(cloth)
  const warp: Warp = warpOf(cloth)
  const body = `${wash(0.22)}${stand()}${bar()}
${shadowOf(shape, 30, 30, 0.36)}
<g filter="url(#gouache)"><clipPath id="cloth"><path d="${shape}"/></clipPath>
<g clip-path="url(#cloth)"><path d="${shape}" fill="${dye.ground}"/>${ink(wholeCloth(hand), warp, 5.6)}
${shading(cloth, 'hang', cottonSheen, { columns: 200, rows: 14 })}</g></g>
${tooth()}`
  return { defs: finishDefs + sheenDefs, body, wall: '#d8ccb4' }
}

/** Cracks in the wax, through which the last dye bath crept: broken, branching hairlines. */
function crackle(hand: Hand, count: number, fill: string): Mark[] {
  const marks: Mark[] = []
  for (let k = 0; k < count; k++) {
    let [x, y, angle] = [hand() * 48 - 2, hand() * 36 - 2, hand() * 6.3]
    const points: Point[] = [[x, y]]
    for (let step = 0; step < 4 + hand() * 7; step++) {
      angle += (hand() - 0.5) * 1.5
      x += Math.cos(angle) * (0.5 + hand())
      y += Math.sin(angle) * (0.5 + hand())
      points.push([x, y])
    }
    marks.push({ ...brush(points, 0.05 + hand() * 0.06, fill, hand, 0.8), opacity: 0.35 + hand() * 0.4 })
  }
  return marks
}

/** The honest accident: a drop of wax that fell from the canting and kept its place undyed. */
function drip(): Mark[] {
  const trail: Point[] = pairs([0, 0, 0.5, 0.4, 0.66, 1.1, 0.3, 1.75, -0.35, 1.7, -0.62, 1.05, -0.4, 0.35])
  return [
    { points: trail, closed: true, fill: dye.wax, stroke: dye.barkDark, width: 0.07 },
    dot(0.25, -0.8, 0.2, dye.wax),
    dot(0.5, -1.3, 0.11, dye.wax),
  ]
}

function detail(): Drawing {
  const hand = handOf(35742)
  const unit = 40
  const twig = (points: Point[]): Mark[] => [
    brush(points, 1.5, dye.wax, hand, 0),
    brush(points, 0.8, dye.barkDark, hand, 0),
  ]
  const curlAt = (x: number, y: number, r: number, from: number, spin: 1 | -1): Mark[] => [
    brush(spiral(x, y, r, 1.6, from, spin), 1.1, dye.wax, hand),
    brush(spiral(x, y, r, 1.6, from, spin), 0.5, hand() < 0.5 ? dye.bark : dye.leafDark, hand),
  ]
  const scene: Mark[] = [
    ...manggurGround(40, 30, hand, 1.5),
    ...twig(pairs([-2, 9.6, 4, 8.4, 9.5, 7.4, 14, 8, 20, 10.4, 27, 11.4, 34, 11.2, 42, 8])),
    ...curlAt(36.6, 4.4, 3.6, 2.4, -1),
    ...curlAt(26.5, 24.6, 3.4, 5.2, 1),
    ...curlAt(3.6, 21.4, 2.9, 4, -1),
    ...placeMarks(mangoLeaf(hand, 15), 11.5, 7.5, 1, -2.5),
    ...placeMarks(mangoLeaf(hand, 13, dye.leafDark), 12.5, 7.2, 1, -1.75),
    ...placeMarks(blossom(hand, 8), 20.5, 8.4, 1, -1.1),
    ...placeMarks(blossom(hand, 8), 3.4, 13, 1, 2.1),
    ...placeMarks(mango(hand), 9.8, 17.6, 1.28, 0.16),
    ...placeMarks(mango(hand, dye.leaf), 19.6, 18.4, 1.16, -0.22, -1),
    ...placeMarks(mangoLeaf(hand, 13, dye.leafDark), 26, 12, 1, 1.2),
    ...placeMarks(mangoLeaf(hand, 12, dye.leafDark), 19, 29.6, 1, -0.3),
    ...placeMarks(grapeLeaf(hand), 30, 7.2, 1.12, 0.3),
    ...placeMarks(grapes(hand), 34, 17.6, 1.12, -0.04),
    ...placeMarks(mangoLeaf(hand, 12), 0.5, 30.2, 1, -0.42),
  ]
  const warp: Warp = ([x, y]) => [x * unit, y * unit]
  const extras = [...crackle(hand, 150, dye.barkDark), ...placeMarks(drip(), 22.4, 20.2, 0.95, 0.25)]
  const body = `<rect width="1600" height="1200" fill="${dye.ground}"/><g filter="url(#creep)">${ink(scene, warp, unit)}${ink(extras, warp, unit)}</g>
<rect width="1600" height="1200" fill="url(#weave)" opacity="0.8"/>${slubs(90, hand, palette.sogaDark, '#d8c49c', 4)}${wash(0.55)}<rect width="1600" height="1200" fill="url(#studio-light)"/>`
  return { defs: finishDefs + weavePattern('weave', 4, '#3a2716', '#ffffff'), body }
}

/** The cloth folded for its sleeve: one face of it, flat, with the folded edges below. */
function folded(hand: Hand): string {
  const unit = 17
  const warp: Warp = ([x, y]) => [x * unit - 420, y * unit - 300]
  const marks = [...manggurGround(50, 36, hand, 2), ...placeMarks(manggurMeasure(hand), 24, 18, 0.92, 0.03)]
  marks.push(
    ...placeMarks(manggurMeasure(hand), 51, 34, 0.92, 0, -1),
    ...placeMarks(manggurMeasure(hand), -2, 35, 0.92, 0, -1),
  )
  return `${layers(-420, 262, 840, 74, 6, '#e6d7b8', palette.soga)}<clipPath id="face"><rect x="-420" y="-300" width="840" height="580" rx="16"/></clipPath><g filter="url(#gouache)"><g clip-path="url(#face)"><rect x="-420" y="-300" width="840" height="600" fill="${dye.ground}"/>${ink(marks, warp, unit)}<rect x="-420" y="-300" width="840" height="580" rx="16" fill="none" stroke="${palette.sogaDark}" stroke-width="26" opacity="0.25" filter="url(#soft)"/></g></g>`
}

function packaging(): Drawing {
  const hand = handOf(35743)
  const sleeve = 'M-250 -332H210V352H-250Z'
  const emblem = `<g transform="translate(0 -4)">${ink(placeMarks([...placeMarks(mangoLeaf(hand, 11), 1, -6, 1, 0.7), ...placeMarks(mangoLeaf(hand, 10, dye.leafDark), -1, -6, 1, 2.6), ...mango(hand)], 0, 0, 6.4))}</g>`
  const stamp = `<g transform="translate(-20 -190) scale(.8)" opacity="0.82">${ink(placeMarks(grapes(hand, [3, 4, 3, 2, 1]), 0, 0, 9).map((mark) => ({ ...mark, ...(mark.fill ? { fill: mark.fill === dye.wax ? kraft.face : dye.barkDark } : {}), ...(mark.stroke ? { stroke: kraft.face } : {}) })))}</g>`
  const block = 'M-420 -300H420V336H-420Z'
  const body = `${wash(0.22)}<g transform="translate(790 596) rotate(-4) scale(1.1)">${shadowOf(block, 30, 40, 0.4)}${folded(hand)}
${shadowOf(sleeve, 10, 8, 0.3)}${kraftSheet(sleeve, 77, 'sleeve')}<path d="M-250 264H210" stroke="${kraft.deep}" stroke-width="3" opacity="0.4"/><rect x="-250" y="264" width="460" height="88" fill="${kraft.deep}" opacity="0.22"/>
${stamp}${cord(pairs([-424, 66, -300, 60, -100, 64, 100, 60, 300, 66, 424, 62]))}<g transform="translate(250 0) rotate(7)">${careCard(emblem)}</g>${cord(
    pairs([140, 64, 250, 62, 380, 66]),
  )}${bow(-20, 62, 1.15)}</g>${tooth()}`
  return { defs: finishDefs, body, wall: '#cfc4a8' }
}

/** The three pictures of the hand-drawn cloth. */
export const batikCloth = { hero: hero(), detail: detail(), packaging: packaging() }
