/** Product 3: hand-spun, back-strap woven cotton shawl with hand-drawn lok chan, indigo and mengkudu red. */
import { at, type Drawing, handOf, palette, shadowOf } from '../studio.ts'
import { carnation, creeper, lokDyes as dye, thornLeaf } from './creeper.ts'
import { lokChan } from './lok-chan.ts'
import {
  brush,
  curve,
  dot,
  type Hand,
  ink,
  type Mark,
  type Point,
  pairs,
  placeMarks,
  ribbon,
  type Warp,
} from './marks.ts'
import { cord, layers } from './packing.ts'
import { cottonSheen, outline, type Surface, shading, sheenDefs, warpOf } from './surface.ts'
import { finishDefs, slubs, tooth, wash, weavePattern } from './weave.ts'

const [HALF, WIDE] = [125, 55]

function row(x: number, from = 0, to = WIDE): Point[] {
  return Array.from({ length: 14 }, (_, i): Point => [x, from + ((to - from) * i) / 13])
}

/** The shawl's end: bands, then bamboo shoots (pucuk rebung) that point to the field, then drawn fringe. */
function endPanel(hand: Hand): Mark[] {
  const marks: Mark[] = [
    { points: [...row(HALF - 22.4), ...row(HALF + 1).reverse()], closed: true, straight: true, fill: dye.ground },
    { points: [...row(HALF - 21), ...row(HALF - 17.5).reverse()], closed: true, fill: dye.blue },
    { points: [...row(HALF - 3.4), ...row(HALF - 1.2).reverse()], closed: true, fill: dye.red },
  ]
  for (const x of [HALF - 22, HALF - 16.6, HALF - 4.2, HALF - 0.5])
    marks.push(brush(row(x), 0.4, dye.blueDark, hand, 0))
  for (let k = 0; k < 11; k++)
    marks.push(dot(HALF - 19.2, 2.5 + k * 5, 0.9, dye.wax), dot(HALF - 19.2, 5 + k * 5, 0.45, dye.wax))
  for (let k = 0; k < 6; k++) {
    const y = (k * WIDE) / 6 + WIDE / 12
    const shoot: Point[] = pairs([
      HALF - 5,
      y - 4.2,
      HALF - 9,
      y - 2.6,
      HALF - 15.6,
      y,
      HALF - 9,
      y + 2.6,
      HALF - 5,
      y + 4.2,
    ])
    marks.push(
      { points: shoot, closed: true, fill: k % 2 ? dye.red : dye.blue, stroke: dye.blueDark, width: 0.3 },
      brush(pairs([HALF - 5.6, y, HALF - 13.6, y]), 0.4, dye.wax, hand, 0.6),
    )
    for (const s of [-1, 1])
      for (const t of [0, 1, 2])
        marks.push(
          brush(pairs([HALF - 7 - t * 2.2, y, HALF - 6 - t * 2.2, y + s * (2.5 - t * 0.7)]), 0.26, dye.wax, hand),
        )
  }
  return marks
}

/** A loose sprig for the gaps: two leaves and a carnation. */
function sprig(hand: Hand): Mark[] {
  return [
    ...thornLeaf(hand, 5),
    ...placeMarks(thornLeaf(hand, 4.4, dye.red), 0, 0, 1, 2.1),
    ...placeMarks(carnation(hand, 3.6), -0.6, -2.6, 1, -0.3),
  ]
}

/** Half the shawl, 125 × 55 cm: two birds face to face, creepers above and below, borders, the end panel. */
function halfShawl(hand: Hand, birds: readonly number[]): Mark[] {
  const marks: Mark[] = []
  for (const y of [1.2, 2.4, WIDE - 2.4, WIDE - 1.2])
    marks.push(
      brush(
        Array.from({ length: 26 }, (_, i): Point => [(i * HALF) / 25, y]),
        y < 2 || y > WIDE - 2 ? 0.7 : 0.3,
        y < 2 || y > WIDE - 2 ? dye.blue : dye.red,
        hand,
        0,
      ),
    )
  const wave = (base: number, phase: number): Point[] =>
    Array.from({ length: 13 }, (_, i): Point => [-3 + i * 9, base + 3.4 * Math.sin(i * 1.25 + phase)])
  marks.push(...creeper(hand, wave(8, 0)), ...creeper(hand, wave(WIDE - 8.5, 2)))
  for (const [i, x] of birds.entries()) {
    const [lift, turn, mirror] = i % 2 ? ([-0.5, 0.1, -1] as const) : ([1, -0.06, 1] as const)
    marks.push(...placeMarks(lokChan(hand), x, 28 + lift, 0.74, turn, mirror))
  }
  for (const [x, y, turn] of [
    [10, 20, 0.4],
    [52.5, 36, 0],
    [53, 17.5, 0.6],
    [8, 41, 2],
    [97, 20, -0.5],
    [98, 40, 1.2],
    [27, 42.5, 0.2],
    [79, 42, 0.4],
  ] as const)
    marks.push(...placeMarks(sprig(hand), x, y, 1, turn))
  return [...marks, ...endPanel(hand)]
}

/** A half lying on the table: slight waves, rounded at the fold. */
function lying(dx: number, dy: number, turn: number, seed: number): Surface {
  const k = 9.2
  return {
    width: HALF,
    height: WIDE,
    place: (u, v) => {
      const edge = Math.exp(-((u / 3.2) ** 2))
      const z =
        14 * Math.sin(u * 0.085 + v * 0.05 + seed) +
        9 * Math.sin(u * 0.16 - v * 0.07 + seed * 2) +
        4 * Math.sin(v * 0.19 + u * 0.03) -
        34 * edge
      const [x, y] = [u * k - 575 + z * 0.25, v * k - 250 + z * 0.35]
      return [x * Math.cos(turn) - y * Math.sin(turn) + dx, x * Math.sin(turn) + y * Math.cos(turn) + dy, z]
    },
  }
}

/** Fringe: warp ends twisted two by two and knotted, each with a will of its own. */
function fringe(surface: Surface, hand: Hand, length = 8): string {
  let out = ''
  const count = 46
  for (let i = 0; i < count; i++) {
    const v = ((i + 0.5) * WIDE) / count
    const [x, y] = surface.place(HALF, v)
    const [bx, by] = surface.place(HALF - 3, v)
    const a = Math.atan2(y - by, x - bx) + (hand() - 0.5) * 0.34
    const l = length * 9.2 * (0.86 + hand() * 0.28)
    const bend = (hand() - 0.5) * 26
    const knot: Point = [x + Math.cos(a) * l * 0.2, y + Math.sin(a) * l * 0.2]
    const line: Point[] = [
      [x - 2, y],
      knot,
      [x + Math.cos(a) * l * 0.6 - Math.sin(a) * bend, y + Math.sin(a) * l * 0.6 + Math.cos(a) * bend],
      [x + Math.cos(a) * l, y + Math.sin(a) * l + bend * 0.4],
    ]
    const tone = ['#e8dbbd', '#f1e7d0', '#d8c8a4'][i % 3] ?? '#e8dbbd'
    out += `<path d="${curve(line)}" stroke="#2b1c0c" stroke-width="7" stroke-opacity="0.2" fill="none" transform="translate(7 9)"/><path d="${curve(line)}" stroke="#8f7a55" stroke-width="7.4" fill="none" stroke-linecap="round"/><path d="${curve(line)}" stroke="${tone}" stroke-width="5.4" fill="none" stroke-linecap="round"/><circle cx="${at(knot[0])}" cy="${at(knot[1])}" r="5.6" fill="${tone}" stroke="#8f7a55" stroke-width="1.6"/>`
  }
  return `<g filter="url(#gouache)">${out}</g>`
}

function half(surface: Surface, id: string, hand: Hand, birds: readonly number[]): string {
  const shape = outline(surface)
  return `${shadowOf(shape, 16, 20, 0.34)}${fringe(surface, hand)}<g filter="url(#gouache)"><clipPath id="${id}"><path d="${shape}"/></clipPath><g clip-path="url(#${id})"><path d="${shape}" fill="${dye.ground}"/><g filter="url(#bleed)">${ink(halfShawl(hand, birds), warpOf(surface), 9.2)}</g><path d="${shape}" fill="url(#cloth-weave)"/>${slubs(150, hand, palette.soga, '#fff', 5)}${shading(surface, `${id}-lie`, cottonSheen, { columns: 90, rows: 44 })}</g></g>`
}

function hero(): Drawing {
  const hand = handOf(35231)
  const under = lying(846, 604, 0.066, 1)
  const over = lying(716, 560, -0.03, 3)
  const body = `${wash(0.22)}${half(under, 'under', hand, [34, 71])}${half(over, 'over', hand, [34, 71])}${tooth()}`
  return {
    defs: finishDefs + sheenDefs + weavePattern('cloth-weave', 3.2, '#4c3a22', '#ffffff'),
    body,
    wall: '#c9b79c',
  }
}

function detail(): Drawing {
  const hand = handOf(35232)
  const unit = 31
  const warp: Warp = ([x, y]) => [x * unit, y * unit]
  const scene: Mark[] = [
    ...creeper(hand, pairs([-2, 35, 7, 33.5, 16, 35.5, 26, 33, 36, 35.5, 46, 33, 55, 35])),
    ...creeper(hand, pairs([-3, 3.4, 3, 4.8, 8, 8.6, 14, 8.8, 19, 5.4, 26, 3.2, 34, 4.4])),
    ...creeper(hand, pairs([54, 12, 49, 14.5, 46, 18.5, 47.5, 23.5, 45, 28])),
    ...placeMarks(lokChan(hand), 27.5, 20.5, 1.02, -0.1),
  ]
  let threads = ''
  for (let y = -4; y < 1210; y += 9)
    threads += `<path d="${curve(pairs([-5, y + hand() * 4, 400, y + hand() * 5, 800, y + hand() * 5, 1200, y + hand() * 5, 1605, y + hand() * 4]))}" stroke="#3d2c18" stroke-width="${at(0.9 + hand() * 1.3)}" fill="none" stroke-opacity="${at(0.12 + hand() * 0.16)}"/>`
  for (let x = -4; x < 1610; x += 9)
    threads += `<path d="${curve(pairs([x + hand() * 4, -5, x + hand() * 5, 400, x + hand() * 5, 800, x + hand() * 4, 1205]))}" stroke="#3d2c18" stroke-width="${at(0.8 + hand() * 1.1)}" fill="none" stroke-opacity="${at(0.1 + hand() * 0.14)}"/>`
  const body = `<rect width="1600" height="1200" fill="${dye.ground}"/><g filter="url(#creep)">${ink(scene, warp, unit)}</g><rect width="1600" height="1200" fill="url(#weave)"/>${threads}${slubs(420, hand, '#3d2c18', '#d6c6a2', 9)}${wash(0.4)}<rect width="1600" height="1200" fill="url(#studio-light)" opacity="0.8"/>`
  return { defs: finishDefs + weavePattern('weave', 9, '#3d2c18', '#ffffff'), body }
}

/** The pouch: unbleached cotton gathered on a cord, one small bird drawn on it. */
function pouch(hand: Hand): string {
  const bag =
    'M-232 -170C-262 -60 -292 120 -286 300C-284 372 -250 392 -180 396C-60 404 60 404 180 396C250 392 284 372 286 300C292 120 262 -60 232 -170C240 -210 262 -250 284 -282C180 -262 120 -292 60 -268C20 -286 -40 -286 -80 -266C-140 -290 -200 -262 -284 -284C-262 -250 -240 -210 -232 -170Z'
  let folds = ''
  for (let k = 0; k < 17; k++) {
    const x = -216 + k * 27
    const run = 50 + hand() * 190
    folds += `<path d="${curve(
      ribbon(pairs([x, -172, x * 1.06, -172 + run * 0.4, x * 1.12 + hand() * 8, -172 + run]), (t) => 11 * (1 - t) + 1),
    )}Z" fill="#4c3a22" fill-opacity="${at(0.18 + hand() * 0.2)}"/><path d="${curve(
      ribbon(pairs([x + 4, -178, x * 1.1 + 4, -220, x * 1.2 + 6, -272]), (t) => 8 - 4 * t),
    )}Z" fill="#4c3a22" fill-opacity="${at(0.2 + hand() * 0.2)}"/>`
  }
  const bird = ink(
    placeMarks(lokChan(handOf(5)), 34, 130, 6.4, -0.1).map(
      (m): Mark => ({
        ...m,
        ...(m.fill ? { fill: m.fill === dye.wax ? '#e9dec4' : dye.blue } : {}),
        ...(m.stroke ? { stroke: m.stroke === dye.wax ? '#e9dec4' : dye.blue } : {}),
      }),
    ),
  )
  return `${shadowOf(bag, 34, 40, 0.42)}<g filter="url(#gouache)"><clipPath id="bag"><path d="${bag}"/></clipPath><g clip-path="url(#bag)"><path d="${bag}" fill="#e9dec4"/>${bird}<rect x="-320" y="-320" width="640" height="760" fill="url(#pouch-weave)"/>${folds}<path d="M232 -170C262 -60 292 120 286 300C284 372 250 392 180 396" fill="none" stroke="#3d2c18" stroke-width="90" opacity="0.4" filter="url(#softer)"/><path d="M-280 398H280" stroke="#3d2c18" stroke-width="60" opacity="0.3" filter="url(#softer)"/><path d="M-210 -120C-240 0 -256 140 -252 280" fill="none" stroke="#fff" stroke-width="40" opacity="0.4" filter="url(#softer)"/></g><path d="M-262 372C-120 384 120 384 262 372" fill="none" stroke="#8f7a55" stroke-width="2.5" stroke-dasharray="10 7"/></g>`
}

/** The shawl folded beside its pouch, fringe towards the viewer. */
function foldedShawl(hand: Hand): string {
  const warp: Warp = ([x, y]) => [x * 11.4 - 310, y * 11.4 - 255]
  const marks = [
    ...creeper(hand, pairs([-2, 5.4, 10, 4, 20, 6, 30, 4, 40, 6, 56, 5])),
    ...creeper(hand, pairs([-2, 40, 10, 41.5, 20, 39, 30, 41, 40, 39, 56, 41])),
    ...placeMarks(lokChan(hand), 31, 22.5, 0.86, -0.08),
  ]
  let ends = ''
  for (let k = 0; k < 40; k++) {
    const x = -300 + k * 15.2
    const line: Point[] = pairs([x, 268, x + (hand() - 0.5) * 8, 312, x + (hand() - 0.5) * 22, 366 + hand() * 20])
    ends += `<path d="${curve(line)}" stroke="#8f7a55" stroke-width="8" fill="none" stroke-linecap="round"/><path d="${curve(line)}" stroke="#eee2c8" stroke-width="5.6" fill="none" stroke-linecap="round"/><circle cx="${at(x)}" cy="290" r="6" fill="#eee2c8" stroke="#8f7a55" stroke-width="1.6"/>`
  }
  const face = 'M-300 -255H290Q312 -255 312 -230V240H-312V-230Q-312 -255 -300 -255Z'
  return `${shadowOf('M-312 -255H312V340H-312Z', 26, 34, 0.4)}<g filter="url(#gouache)">${ends}</g>${layers(-312, 214, 624, 66, 5, '#e2d4b4', palette.soga)}<g filter="url(#gouache)"><clipPath id="folded"><path d="${face}"/></clipPath><g clip-path="url(#folded)"><path d="${face}" fill="${dye.ground}"/>${ink(marks, warp, 11.4)}<path d="${face}" fill="url(#pouch-weave)"/><path d="${face}" fill="none" stroke="#3d2c18" stroke-width="30" opacity="0.32" filter="url(#soft)"/></g></g>`
}

function packaging(): Drawing {
  const hand = handOf(35233)
  const tie = `${cord(pairs([-238, -172, -120, -164, 0, -162, 120, -164, 238, -172]), 13)}${cord(
    pairs([236, -172, 300, -130, 318, -40, 290, 60, 306, 130]),
    12,
  )}${cord(
    pairs([232, -168, 274, -110, 262, -20, 240, 50, 252, 104]),
    12,
  )}<circle cx="306" cy="134" r="12" fill="${palette.mengkudu}"/><circle cx="252" cy="108" r="12" fill="${palette.indigo}"/>`
  const body = `${wash(0.22)}<g transform="translate(560 560) rotate(-5)">${foldedShawl(hand)}</g><g transform="translate(1080 690) rotate(4)">${pouch(hand)}${tie}</g>${tooth()}`
  return { defs: finishDefs + weavePattern('pouch-weave', 3.4, '#4c3a22', '#ffffff'), body, wall: '#c4b296' }
}

/** The three pictures of the shawl. */
export const shawl = { hero: hero(), detail: detail(), packaging: packaging() }
