/** Product 4: a silk scarf printed with real leaves (ecoprint, not batik), in secang pink-red and leaf tannin. */
import { type Drawing, handOf, palette, shadowOf } from '../studio.ts'
import {
  castor,
  eucalyptus,
  kenikir,
  type LeafPrint,
  type LeafTone,
  leafTones,
  printDefs,
  printed,
  teak,
} from './leaves.ts'
import { along, type Hand, type Point, pairs, placed, placeMarks, type Warp } from './marks.ts'
import { innerShadow, kraft, kraftSheet } from './packing.ts'
import { outline, pleats, type Surface, shading, sheenDefs, silkSheen, warpOf } from './surface.ts'
import { finishDefs, tooth, wash, weavePattern } from './weave.ts'

const silk = '#eed9cc'
const [LONG, BROAD] = [180, 60]

type Kind = keyof typeof leafTones
const makers: Record<Kind, (hand: Hand, length?: number) => LeafPrint> = { teak, castor, eucalyptus, kenikir }

/** One leaf at its place on the silk: [kind, u, v, turn, length]. */
export type Laid = readonly [Kind, number, number, number, number]

function laid([kind, u, v, turn, length]: Laid, hand: Hand): LeafPrint {
  const leaf = makers[kind](hand, length)
  return { outlines: leaf.outlines.map((o) => placed(o, u, v, 1, turn)), veins: placeMarks(leaf.veins, u, v, 1, turn) }
}

/** Leaves along the scarf; it is folded lengthwise for steaming, so each leaf leaves a paler ghost across the fold. */
function prints(hand: Hand, leaves: readonly Laid[], warp: Warp, unit: number, ghosts = true): string {
  return leaves
    .map((leaf) => {
      const tone: LeafTone = leafTones[leaf[0]]
      const print = laid(leaf, hand)
      const ghost: Laid = [leaf[0], leaf[1] + 0.6, BROAD - leaf[2], -leaf[3], leaf[4]]
      return (ghosts ? printed(laid(ghost, hand), tone, warp, unit, 0.45) : '') + printed(print, tone, warp, unit)
    })
    .join('')
}

const scarfLeaves: readonly Laid[] = [
  ['teak', 5, 17, -0.15, 25],
  ['kenikir', 33, 8, 0.5, 16],
  ['castor', 44, 20, 0.2, 21],
  ['eucalyptus', 58, 12, 0.15, 22],
  ['teak', 84, 16, 0.2, 23],
  ['kenikir', 110, 6, 0.7, 16],
  ['eucalyptus', 113, 24, -0.3, 22],
  ['castor', 138, 15, -0.2, 22],
  ['kenikir', 134, 27, 2.8, 13],
  ['teak', 153, 18, 0.1, 24],
  ['kenikir', 80, 25, 2.7, 15],
  ['eucalyptus', 28, 26, 0.1, 18],
]

/** The line the scarf follows on the table, and the width to which it is gathered on its way. */
const spine = along(
  pairs([140, 456, 320, 446, 500, 506, 650, 620, 790, 722, 950, 776, 1120, 754, 1280, 694, 1450, 664]),
  40,
)
const lengths: number[] = []
for (const [i, [x, y]] of spine.entries()) {
  const [px, py] = spine[Math.max(0, i - 1)] ?? [x, y]
  lengths.push((lengths[i - 1] ?? 0) + Math.hypot(x - px, y - py))
}

function spineAt(t: number): readonly [number, number, number] {
  const goal = t * (lengths[lengths.length - 1] ?? 1)
  let i = lengths.findIndex((l) => l >= goal)
  i = Math.max(1, i < 0 ? lengths.length - 1 : i)
  const [a, b] = [spine[i - 1] ?? [0, 0], spine[i] ?? [0, 0]]
  const [la, lb] = [lengths[i - 1] ?? 0, lengths[i] ?? 1]
  const f = (goal - la) / (lb - la || 1)
  const heading = (k: number): number => {
    const [p, q] = [spine[Math.max(0, k - 16)] ?? a, spine[Math.min(spine.length - 1, k + 16)] ?? b]
    return Math.atan2(q[1] - p[1], q[0] - p[0])
  }
  return [a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f, heading(i - 1) * (1 - f) + heading(i) * f]
}

/** Loose folds along the length: deep where the scarf is gathered, open at both ends. */
function loose(): Surface {
  const angle = (v: number, u: number): number => {
    const t = u / LONG
    const deep = 0.8 + 0.66 * Math.sin(Math.PI * t) ** 0.8
    return (
      deep *
      (0.8 * Math.sin(v * 0.44 + 1.9 * Math.sin(t * 4.4)) +
        0.44 * Math.sin(v * 0.21 - t * 6 + 1) +
        0.2 * Math.sin(v * 0.74 + t * 9))
    )
  }
  const fold = pleats(BROAD, LONG, angle, 140)
  return {
    width: LONG,
    height: BROAD,
    place: (u, v) => {
      const [across, z] = fold(v, u)
      const full = fold(BROAD, u)[0]
      const [x, y, a] = spineAt(u / LONG)
      const ripple = 3 * Math.sin(u * 0.21 + v * 0.1)
      const off = (across - full / 2) * 10.4
      return [x - Math.sin(a) * off + z * 1.2, y + Math.cos(a) * off + z * 1.6 + ripple, z * 10.4 + ripple * 2]
    },
  }
}

function silkBody(surface: Surface, id: string, art: string, grid: { columns: number; rows: number }): string {
  const shape = outline(surface)
  return `<clipPath id="${id}"><path d="${shape}"/></clipPath><g clip-path="url(#${id})"><path d="${shape}" fill="${silk}"/><rect width="1600" height="1200" filter="url(#bath)" opacity="0.62"/>${art}${shading(surface, `${id}-sheen`, silkSheen, grid)}</g><path d="${shape}" fill="none" stroke="#8f5a4c" stroke-width="2.2" opacity="0.65"/>`
}

function hero(): Drawing {
  const surface = loose()
  const hand = handOf(3579)
  const art = prints(hand, scarfLeaves, warpOf(surface), 8.6)
  const shape = outline(surface)
  const body = `${wash(0.22)}${shadowOf(shape, 26, 34, 0.42)}<g filter="url(#gouache)">${silkBody(surface, 'silk', art, { columns: 240, rows: 60 })}</g>${tooth(0.26)}`
  return { defs: finishDefs + sheenDefs + printDefs, body, wall: '#a9a98f' }
}

function detail(): Drawing {
  const hand = handOf(3580)
  const unit = 58
  const warp: Warp = ([x, y]) => [x * unit, y * unit]
  const leaves: readonly Laid[] = [
    ['eucalyptus', 16.6, 19.4, -0.42, 11],
    ['kenikir', 26, 2.4, 2.6, 8.5],
    ['castor', 2.4, 3.2, 0.7, 7],
    ['kenikir', 1.2, 19.6, -0.8, 7.5],
    ['teak', 5.6, 12.6, -0.26, 17],
  ]
  const drape: Surface = {
    width: 28,
    height: 21,
    place: (u, v) => {
      const z =
        26 * Math.sin(u * 0.2 + v * 0.34 + 1) +
        12 * Math.sin(u * 0.1 - v * 0.42) +
        38 * Math.exp(-(((u * 0.55 + v - 24.5) / 2.2) ** 2))
      return [u * 57.5 - 5, v * 57.5 - 5, z]
    },
  }
  const body = `<rect width="1600" height="1200" fill="${silk}"/><rect width="1600" height="1200" filter="url(#bath)" opacity="0.62"/>${prints(hand, leaves, warp, unit * 0.9, false)}<rect width="1600" height="1200" fill="url(#weave)" opacity="0.6"/>${shading(drape, 'drape', { ...silkSheen, depth: 0.7, gloss: 0.4 }, { columns: 170, rows: 130 })}${tooth(0.2)}`
  return { defs: finishDefs + sheenDefs + printDefs + weavePattern('weave', 3, '#7a4a3c', '#ffffff'), body }
}

/** Tissue: thin sheets with sharp, pale creases. */
function tissue(path: string, hand: Hand, id: string): string {
  let creases = ''
  for (let k = 0; k < 80; k++) {
    const [x, y, a, l] = [hand() * 1100 - 550, hand() * 900 - 450, hand() * 6.3, 40 + hand() * 130]
    const tip: Point = [x + Math.cos(a) * l, y + Math.sin(a) * l]
    const side: Point = [x + Math.cos(a + 0.35) * l * 0.7, y + Math.sin(a + 0.35) * l * 0.7]
    creases += `<path d="M${x.toFixed(1)} ${y.toFixed(1)}L${tip[0].toFixed(1)} ${tip[1].toFixed(1)}L${side[0].toFixed(1)} ${side[1].toFixed(1)}Z" fill="${hand() < 0.5 ? '#fff' : '#b9a793'}" opacity="${(0.14 + hand() * 0.2).toFixed(2)}"/>`
  }
  return `<path d="${path}" fill="#2b1c0c" opacity="0.3" transform="translate(6 10)" filter="url(#soft)"/><clipPath id="${id}"><path d="${path}"/></clipPath><g filter="url(#gouache)"><g clip-path="url(#${id})"><path d="${path}" fill="#f3ebde"/>${creases}</g><path d="${path}" fill="none" stroke="#fff" stroke-width="3" opacity="0.8"/></g>`
}

/** The scarf folded in four, lying in its tissue, one corner turned. */
function foldedScarf(): string {
  const hand = handOf(3581)
  const surface: Surface = {
    width: 40,
    height: 28,
    place: (u, v) => {
      const z =
        9 * Math.sin(v * 0.42 + u * 0.05) +
        7 * Math.sin(u * 0.16 + v * 0.2) -
        30 * Math.exp(-((v - 28) ** 2) / 3) -
        20 * Math.exp(-(u ** 2) / 3)
      return [u * 13.6 - 272 + z * 0.3, v * 13.2 - 190 + z * 0.3, z]
    },
  }
  const leaves: readonly Laid[] = [
    ['teak', 3, 13, -0.1, 20],
    ['castor', 30, 14, -0.5, 16],
    ['kenikir', 20, 24, -0.5, 11],
    ['eucalyptus', 22, 6, 0.1, 14],
  ]
  const shape = outline(surface)
  return `<path d="${shape}" fill="#2b1c0c" opacity="0.4" transform="translate(12 20)" filter="url(#soft)"/><path d="${shape}" transform="translate(4 16)" fill="#c99a8c"/><path d="${shape}" transform="translate(2 8)" fill="#ecd2c5"/><clipPath id="fs"><path d="${shape}"/></clipPath><g clip-path="url(#fs)"><path d="${shape}" fill="${silk}"/><rect x="-800" y="-600" width="1600" height="1200" filter="url(#bath)" opacity="0.62"/>${prints(hand, leaves, warpOf(surface), 13, false)}${shading(surface, 'fs-sheen', silkSheen, { columns: 80, rows: 50 })}</g>`
}

function packaging(): Drawing {
  const hand = handOf(3582)
  const [w, h] = [430, 350]
  const outer = `M${-w} ${-h}H${w}V${h}H${-w}Z`
  const inner = `M${-w + 34} ${-h + 34}H${w - 34}V${h - 34}H${-w + 34}Z`
  const lid = 'M-440 -360H440V360H-440Z'
  const left = 'M-392 -300C-300 -330 -220 -290 -150 -308L-196 -120L-226 60L-180 300C-260 310 -320 290 -392 306Z'
  const right = 'M392 -306C300 -290 220 -316 150 -300L214 -140L192 40L236 200L170 306C260 290 320 316 392 300Z'
  const twig = printed(
    laid(['eucalyptus', 0, 0, -0.5, 20], hand),
    { body: kraft.deep, edge: palette.sogaDark, vein: kraft.face },
    ([x, y]) => [x * 9 - 70, y * 9 + 60],
    9,
    0.75,
  )
  const body = `${wash(0.22)}<g transform="translate(540 470) rotate(-11) scale(.82)">${shadowOf(lid, 24, 32, 0.4)}${kraftSheet(lid, 51, 'lid')}<path d="M-440 330H440" stroke="${kraft.deep}" stroke-width="60" opacity="0.14"/><g transform="translate(-200 -60)">${twig}</g></g>
<g transform="translate(960 700) rotate(3) scale(.92)">${shadowOf(outer, 30, 40, 0.48)}${kraftSheet(outer, 52, 'box')}<clipPath id="in"><path d="${inner}"/></clipPath><path d="${inner}" fill="${kraft.dark}"/><g clip-path="url(#in)">${tissue('M-420 -340H420V340H-420Z', hand, 't0')}${innerShadow(inner, 70, 0.5)}${foldedScarf()}${tissue(left, hand, 't1')}${tissue(right, hand, 't2')}<path d="M${-w + 34} ${h}V${-h + 34}H${w}" fill="none" stroke="#2b1c0c" stroke-width="60" opacity="0.4" filter="url(#soft)"/></g><path d="${inner}" fill="none" stroke="${kraft.deep}" stroke-width="4"/><path d="M${-w} ${-h}L${-w + 34} ${-h + 34}M${w} ${-h}L${w - 34} ${-h + 34}M${-w} ${h}L${-w + 34} ${h - 34}M${w} ${h}L${w - 34} ${h - 34}" stroke="${kraft.deep}" stroke-width="2.5" opacity="0.7"/></g>${tooth()}`
  return { defs: finishDefs + sheenDefs + printDefs, body, wall: '#b7b59c' }
}

/** The three pictures of the silk scarf. */
export const scarf = { hero: hero(), detail: detail(), packaging: packaging() }
