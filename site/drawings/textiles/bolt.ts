/** Product 5: hand-loomed ikat cotton by the metre: on its roll, thread by thread, and boxed. */
import { at, type Drawing, HEIGHT, handOf, palette, shadowOf, WIDTH } from '../studio.ts'
import { ikatThreads, ikatTones as tone } from './ikat.ts'
import { curve, type Hand, type Point, pairs, spiral, type Warp } from './marks.ts'
import { innerShadow, kraft, kraftSheet } from './packing.ts'
import { cottonSheen, outline, type Sheen, type Surface, shading, sheenDefs, warpOf } from './surface.ts'
import { plank } from './timber.ts'
import { finishDefs, slubs, tooth, wash, weavePattern } from './weave.ts'

const CLOTH = 105
const UNIT = 9.9
const indigoCotton: Sheen = { ...cottonSheen, shadow: '#0b1226', light: '#f4ecd8', depth: 0.9, gloss: 0.16 }

const [AXIS, RADIUS] = [232, 8.8]

/** The roll itself: the half of the cylinder that faces us; the pattern goes round it. */
const roll: Surface = {
  width: CLOTH,
  height: RADIUS * Math.PI,
  place: (u, v) => {
    const a = v / RADIUS
    const lap = 0.7 * Math.sin(u * 0.5) + 0.5 * Math.sin(u * 1.3)
    return [800 + (u - CLOTH / 2) * UNIT, AXIS - (RADIUS * UNIT + lap) * Math.cos(a), RADIUS * UNIT * Math.sin(a)]
  },
}

/** The length that has been drawn off: it comes from behind the roll and falls in slight waves. */
function falling(drop: number): Surface {
  return {
    width: CLOTH,
    height: drop,
    place: (u, v) => {
      const sway = Math.min(1, v / 40)
      const z = sway * (17 * Math.sin(u * 0.115 + 0.6 + v * 0.008) + 9 * Math.sin(u * 0.23 + 2.4 - v * 0.012))
      return [
        800 + (u - CLOTH / 2) * UNIT * 0.992 + sway * 4 * Math.sin(u * 0.115 + 2),
        AXIS + 40 + v * UNIT + sway * z * 0.2,
        z,
      ]
    },
  }
}

/** Warp ends left at the cut edge. */
function cutEnds(surface: Surface, hand: Hand): string {
  let out = ''
  for (let i = 0; i < 320; i++) {
    const u = ((i + 0.5) * CLOTH) / 320
    const [x, y] = surface.place(u, surface.height)
    const l = 9 + hand() * 16
    out += `<path d="M${at(x)} ${at(y - 4)}q${at((hand() - 0.5) * 6)} ${at(l * 0.6)} ${at((hand() - 0.5) * 9)} ${at(l)}" stroke="${hand() < 0.3 ? tone.mid : tone.ground}" stroke-width="1.7" fill="none"/>`
  }
  return out
}

/** The paper tube on which the cloth is wound, its mouth seen from the side. */
function tube(side: 1 | -1): string {
  const x = side < 0 ? 214 : 1314
  return `<g filter="url(#gouache)"><rect x="${x}" y="200" width="72" height="66" rx="9" fill="${kraft.face}"/><rect x="${x}" y="242" width="72" height="24" rx="8" fill="${kraft.deep}" opacity="0.5"/><rect x="${x + 3}" y="204" width="66" height="9" rx="4" fill="#f7e4c2" opacity="0.6"/><path d="M${x + 12} 200l14 66M${x + 40} 200l14 66" stroke="${kraft.deep}" stroke-width="2.5" opacity="0.5"/></g>`
}

/** A wooden bracket on the wall, in which the tube turns. */
function bracket(x: number): string {
  return `<path d="M${x - 24} 150h48v210h-48z" fill="#2b1c0c" opacity="0.34" transform="translate(16 20)" filter="url(#soft)"/><g filter="url(#gouache)"><path d="M${x - 26} 140h52q6 0 6 8v206q0 26 -32 26t-32 -26v-206q0 -8 6 -8z" fill="${palette.sogaLight}"/><path d="M${x + 12} 142h14q6 0 6 8v206q0 26 -26 26q12 -8 12 -30z" fill="${palette.sogaDark}" opacity="0.4"/><path d="M${x - 20} 160c6 60 -4 120 4 190M${x - 4} 150c-4 70 6 140 0 210" stroke="${palette.sogaDark}" stroke-width="2" fill="none" opacity="0.4"/><circle cx="${x}" cy="233" r="15" fill="${palette.sogaDark}"/><circle cx="${x - 3}" cy="230" r="9" fill="${palette.sogaLight}"/></g>`
}

/** A metre rule, since the cloth is sold by the metre. */
function rule(): string {
  let ticks = ''
  for (let i = 0; i <= 100; i++) {
    const x = 306 + i * UNIT
    ticks += `M${at(x)} 1100v${i % 10 === 0 ? 26 : i % 5 === 0 ? 18 : 11}`
  }
  return `<rect x="284" y="1098" width="1034" height="50" fill="#2b1c0c" opacity="0.35" transform="translate(8 12)" filter="url(#soft)"/>${plank(284, 1096, 1034, 46, 61, '#c79a5a')}<path d="${ticks}" stroke="${palette.sogaDark}" stroke-width="2" fill="none"/>`
}

/** The woven edges of many turns, one on the other, not quite flush. */
function turnEdges(side: 1 | -1, hand: Hand): string {
  let out = ''
  for (let k = 0; k < 9; k++) {
    const inset = hand() * 9
    const y = AXIS - RADIUS * UNIT + 8 + (k * (2 * RADIUS * UNIT - 16)) / 9
    out += `<rect x="${at(800 + side * ((CLOTH / 2) * UNIT - 4) - (side < 0 ? inset : 0))}" y="${at(y)}" width="${at(inset)}" height="${at((2 * RADIUS * UNIT) / 9)}" rx="4" fill="${k % 3 ? tone.dark : tone.mid}" stroke="#0b1226" stroke-width="1.5"/>`
  }
  return `<g filter="url(#gouache)">${out}</g>`
}

/** One surface dyed, woven and lit. */
function woven(surface: Surface, id: string, from: number, sheen: Sheen, hand: Hand): string {
  const shape = outline(surface)
  const warp: Warp = ([u, v]) => warpOf(surface)([u, v - from])
  const art = ikatThreads({ width: CLOTH, from, to: from + surface.height, pitch: 0.36, slip: 0.9 }, warp, UNIT, hand)
  return `<clipPath id="${id}"><path d="${shape}"/></clipPath><g clip-path="url(#${id})"><path d="${shape}" fill="${tone.ground}"/>${art}<path d="${shape}" fill="url(#weave)"/>${shading(surface, `${id}-light`, sheen, { columns: 110, rows: 60 })}</g>`
}

function hero(): Drawing {
  const hand = handOf(3571)
  const panel = falling(78)
  const [left, right] = [800 - (CLOTH / 2) * UNIT, 800 + (CLOTH / 2) * UNIT]
  const cast = `<path d="M${left} ${AXIS + 40}H${right}V${AXIS + 112}H${left}Z" fill="#060a16" opacity="0.75" filter="url(#softer)"/>`
  const rollShape = outline(roll)
  const body = `${wash(0.22)}${bracket(206)}${bracket(1394)}${tube(-1)}${tube(1)}${shadowOf(outline(panel), 34, 30, 0.4)}${shadowOf(rollShape, 20, 30, 0.4)}<g filter="url(#gouache)">${cutEnds(panel, hand)}</g>
${woven(panel, 'panel', 43, indigoCotton, hand)}<clipPath id="below"><path d="M${left} ${AXIS}H${right}V1100H${left}Z"/></clipPath><g clip-path="url(#below)">${cast}</g>${turnEdges(-1, hand)}${turnEdges(1, hand)}${woven(roll, 'roll', 0, { ...indigoCotton, depth: 1, gloss: 0.34, polish: 9 }, hand)}${rule()}${tooth(0.2)}`
  return { defs: finishDefs + sheenDefs + weavePattern('weave', 2.6, '#0b1226', '#ffffff'), body, wall: '#e4dcc9' }
}

function detail(): Drawing {
  const hand = handOf(3572)
  const unit = 46
  const warp: Warp = ([x, y]) => [x * unit - 290, (y + 1.6) * unit]
  const art = ikatThreads({ width: 46, from: -2, to: 26, pitch: 0.205, slip: 0.95 }, warp, unit, hand)
  let warps = ''
  for (let x = 2; x < WIDTH; x += 9.4) warps += `M${at(x + (hand() - 0.5) * 2)} 0V${HEIGHT}`
  let wefts = ''
  for (let y = -1.6 + 0.1; y < 27; y += 0.205) {
    const py = (y + 1.6) * unit - 4.7
    wefts += `<path d="${curve(pairs([-5, py, 420, py + (hand() - 0.5) * 3, 900, py + (hand() - 0.5) * 3, 1605, py]))}" stroke="#0b1226" stroke-width="${at(1 + hand() * 1.3)}" fill="none" stroke-opacity="${at(0.3 + hand() * 0.3)}"/>`
  }
  const body = `<rect width="1600" height="1200" fill="${tone.ground}"/><g filter="url(#fray)">${art}</g>${wefts}<path d="${warps}" stroke="${tone.dark}" stroke-width="3" stroke-dasharray="9.4 9.4" opacity="0.62"/><path d="${warps}" stroke="#0b1226" stroke-width="1.1" opacity="0.5" transform="translate(4.7 0)"/>${slubs(160, hand, '#0b1226', '#56709f', 7)}${wash(0.3)}<rect width="1600" height="1200" fill="url(#studio-light)" opacity="0.34"/>`
  const fray =
    '<filter color-interpolation-filters="sRGB" id="fray" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.05 0.2" numOctaves="2" seed="4" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="12" xChannelSelector="R" yChannelSelector="A"/></filter>'
  return { defs: finishDefs + fray, body }
}

/** The end of a roll: paper tube in the middle, cloth wound round it, now dark, now light, as the pattern falls. */
function rollEnd(x: number, y: number, radius: number, hand: Hand): string {
  const turns = 24
  let winding = ''
  for (let k = turns; k > 0; k--) {
    const r = radius * (0.3 + (0.7 * k) / turns)
    const from = hand() * 6.3
    for (let p = 0; p < 9; p++) {
      const chance = hand()
      const dye = chance < 0.58 ? 0 : chance < 0.82 ? 1 : chance < 0.92 ? 2 : 3
      const arc = spiral(0, 0, r, 0.17, from + p * 0.7).map(([px, py]): Point => {
        const s = r / (Math.hypot(px, py) || 1)
        return [px * s, py * s]
      })
      winding += `<path d="${curve(arc)}" fill="none" stroke="${[tone.dark, tone.mid, tone.pale, tone.natural][dye] ?? tone.dark}" stroke-width="${at((radius * 0.7) / turns + 0.5)}"/>`
    }
    winding += `<circle r="${at(r - (radius * 0.35) / turns)}" fill="none" stroke="#0b1226" stroke-width="1.6" stroke-opacity="0.55"/>`
  }
  const loose = curve(pairs([0.72, -0.7, 0.98, -0.24, 1.03, 0.1, 0.99, 0.42], radius))
  return `<g transform="translate(${x} ${y})"><circle r="${radius}" cx="10" cy="14" fill="#1a0f05" opacity="0.7" filter="url(#soft)"/><g filter="url(#gouache)"><circle r="${radius}" fill="${tone.ground}"/>${winding}<path d="${loose}" fill="none" stroke="${tone.natural}" stroke-width="5"/><circle r="${radius * 0.31}" fill="${kraft.deep}"/><circle r="${radius * 0.3}" fill="${kraft.pale}"/><circle r="${radius * 0.235}" fill="${kraft.face}"/><path d="${curve(spiral(0, 0, radius * 0.28, 0.9, 1))}" stroke="${kraft.deep}" stroke-width="2" fill="none" opacity="0.6"/><circle r="${radius * 0.2}" fill="#2a1a0c"/><path d="M${-radius * 0.19} ${radius * 0.04}A${radius * 0.2} ${radius * 0.2} 0 0 0 ${radius * 0.1} ${radius * 0.17}" stroke="${kraft.face}" stroke-width="9" fill="none" opacity="0.6"/></g><circle r="${radius}" fill="url(#roll-light)"/></g>`
}

function packaging(): Drawing {
  const hand = handOf(3573)
  const [x0, x1, y0, y1] = [446, 1154, 330, 1042]
  const face = `M${x0} ${y0}H${x1}V${y1}H${x0}Z`
  const inside = `M${x0 + 20} ${y0 + 20}H${x1 - 20}V${y1 - 20}H${x0 + 20}Z`
  const flap = (d: string, id: string, shade: number, seed: number): string =>
    `${shadowOf(d, 16, 22, 0.26)}${kraftSheet(d, seed, id)}<path d="${d}" fill="${kraft.deep}" opacity="${shade}"/>`
  const rolls = pairs([628, 556, 970, 558, 630, 866, 968, 866])
    .map(([x, y]) => rollEnd(x ?? 0, y ?? 0, 154, hand))
    .join('')
  const light =
    '<radialGradient id="roll-light" cx="0.34" cy="0.28" r="0.85"><stop offset="0" stop-color="#fff6e0" stop-opacity="0.3"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#0b0703" stop-opacity="0.55"/></radialGradient>'
  const body = `${wash(0.22)}<path d="M0 1010H1600V1200H0z" fill="#a8926c" opacity="0.55"/><path d="M0 1010H1600" stroke="${palette.soga}" stroke-width="3" opacity="0.28"/><ellipse cx="830" cy="1056" rx="470" ry="30" fill="#2b1c0c" opacity="0.45" filter="url(#softer)"/>
${flap(`M${x0} ${y0}L${x0 + 46} 150H${x1 - 52}L${x1} ${y0}Z`, 'f-top', 0, 71)}${flap(`M${x0} ${y0}L196 ${y0 + 54}V${y1 - 70}L${x0} ${y1}Z`, 'f-left', 0.04, 72)}${flap(`M${x1} ${y0}L1404 ${y0 + 70}V${y1 - 50}L${x1} ${y1}Z`, 'f-right', 0.22, 73)}
${kraftSheet(face, 74, 'f-face')}<clipPath id="f-in"><path d="${inside}"/></clipPath><path d="${inside}" fill="#4a331b"/><g clip-path="url(#f-in)">${innerShadow(inside, 120, 0.7)}${rolls}${innerShadow(`M${x0 + 20} ${y1}V${y0 + 20}H${x1}`, 46, 0.55)}</g>
<g transform="translate(1282 640) rotate(4)"><rect x="-66" y="-92" width="132" height="184" fill="#f4ead4"/><path d="M-44 -58H44M-44 -36H30" stroke="${palette.soga}" stroke-width="5" opacity="0.6"/><g transform="translate(0 28)"><path d="M0 -42L42 0L0 42L-42 0Z" fill="${tone.dark}"/><path d="M0 -26L26 0L0 26L-26 0Z" fill="${tone.natural}"/><path d="M0 -13L13 0L0 13L-13 0Z" fill="${tone.mid}"/></g></g>${tooth()}`
  return { defs: finishDefs + light, body, wall: '#dcd5c3' }
}

/** The three pictures of the ikat cloth. */
export const bolt = { hero: hero(), detail: detail(), packaging: packaging() }
