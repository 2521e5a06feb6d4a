/** Product 2: a man's cotton shirt of stamped batik, motif gajah oling in wax white on indigo. */
import { at, type Drawing, handOf, palette, shadowOf } from '../studio.ts'
import { copperCap } from './copper.ts'
import { gajahOling, STAMP, type StampInk } from './gajah-oling.ts'
import { ink, type Mark, placeMarks, type Warp } from './marks.ts'
import { kraftSheet } from './packing.ts'
import { type Sheen, type Surface, shading, sheenDefs, warpOf } from './surface.ts'
import { finishDefs, slubs, tooth, wash, weavePattern } from './weave.ts'

export const indigoStamp: StampInk = { wax: '#f0e8d4', fill: '#56709f', accent: '#b9823a' }
const ground = '#232f52'
const stamp = gajahOling(handOf(3510), indigoStamp)
const indigoSheen: Sheen = { shadow: '#070b18', light: '#aebfe6', depth: 0.92, gloss: 0.22, polish: 4 }

/** Impressions of the one stamp, side by side as the copper goes down; each exactly like the last. */
function impressions(columns: number, rows: number, scale: number, x = 0, y = 0): Mark[] {
  const marks: Mark[] = []
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++)
      marks.push(...placeMarks(stamp, x + i * STAMP * scale, y + j * STAMP * scale, scale))
  return marks
}

const bodyPath =
  'M-96 -392C-150 -372 -214 -352 -262 -332C-236 -262 -230 -170 -240 -84C-246 90 -258 280 -266 436C-190 470 -90 482 0 484C90 482 190 470 266 436C258 280 246 90 240 -84C230 -170 236 -262 262 -332C214 -352 150 -372 96 -392C50 -360 -50 -360 -96 -392Z'
const sleevePath =
  'M-262 -332C-320 -300 -352 -250 -378 -190L-452 -22C-410 10 -352 32 -300 40L-240 -84C-230 -170 -236 -262 -262 -332Z'

/** The body as a surface: nearly flat at the chest, with soft folds that open towards the hem. */
const torso: Surface = {
  width: 560,
  height: 900,
  place: (u, v) => {
    const open = Math.min(1, Math.max(0, (v - 120) / 620))
    const z =
      (9 + 20 * open) * Math.sin(u * 0.034 + v * 0.0016 + 0.6) +
      8 * open * Math.sin(u * 0.083 + 2) +
      15 * Math.exp(-(((v - 330) / 130) ** 2)) * Math.sin((u + v) * 0.03)
    return [u - 280 - z * 0.34, v - 400 + z * 0.1, z]
  },
}

const seam = (d: string): string =>
  `<path d="${d}" fill="none" stroke="#070b18" stroke-width="4" opacity="0.6"/><path d="${d}" fill="none" stroke="#9fb2dc" stroke-width="1.6" opacity="0.5" stroke-dasharray="7 5" transform="translate(5 3)"/>`

function button(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})"><circle r="11" cx="3" cy="4" fill="#070b18" opacity="0.6"/><circle r="10.5" fill="${palette.sogaLight}"/><circle r="10.5" fill="none" stroke="${palette.sogaDark}" stroke-width="2"/><path d="M-7 -5a9 9 0 0 1 10 -3" stroke="#f6dfb4" stroke-width="2.4" fill="none"/><g fill="${palette.sogaDark}"><circle cx="-3" cy="-3" r="1.9"/><circle cx="3" cy="-3" r="1.9"/><circle cx="-3" cy="3" r="1.9"/><circle cx="3" cy="3" r="1.9"/></g></g>`
}

/** The collar: stand, the reverse of the cloth within it, a woven label, and two points. */
function collar(): string {
  const leaf = 'M-98 -398C-104 -432 -84 -456 -66 -462C-56 -420 -30 -384 2 -362L-70 -280C-92 -310 -104 -352 -98 -398Z'
  const wing = (mirror: number, id: string): string =>
    `<g transform="scale(${mirror} 1)"><clipPath id="${id}"><path d="${leaf}"/></clipPath><path d="${leaf}" fill="#05070f" opacity="0.5" transform="translate(${8 * mirror} 12)" filter="url(#soft)"/><g clip-path="url(#${id})"><path d="${leaf}" fill="${ground}"/><g transform="rotate(-28)">${ink(impressions(3, 3, 0.78, -190, -480))}</g><path d="M-60 -466C-50 -416 -24 -380 6 -358" fill="none" stroke="#05070f" stroke-width="26" opacity="0.4" filter="url(#soft)"/></g>${seam(leaf)}</g>`
  const inside = 'M-66 -462C-40 -474 40 -474 66 -462C58 -412 30 -380 0 -358C-30 -380 -58 -412 -66 -462Z'
  return `<path d="${inside}" fill="#3a4a74"/><g opacity="0.25"><clipPath id="inside"><path d="${inside}"/></clipPath><g clip-path="url(#inside)">${ink(impressions(2, 2, 0.6, -120, -500))}</g></g><path d="M-62 -450C-30 -436 30 -436 62 -450" stroke="#141d33" stroke-width="5" fill="none" opacity="0.7"/><path d="${inside}" fill="#05070f" opacity="0.28"/><rect x="-27" y="-438" width="54" height="26" fill="#efe4cb"/><path d="M-17 -429h34M-12 -421h24" stroke="${palette.soga}" stroke-width="3"/>${wing(1, 'wing-l')}${wing(-1, 'wing-r')}`
}

function sleeve(mirror: 1 | -1): string {
  const id = mirror === 1 ? 'sleeve-l' : 'sleeve-r'
  const warp: Warp = ([x, y]) => {
    const p = placeMarks([{ points: [[x, y]] }], -400, -330, 1, 0.42)[0]?.points[0] ?? [0, 0]
    return [mirror * p[0], p[1]]
  }
  const stamps =
    mirror === 1 ? impressions(4, 4, 0.78, -60, -140) : placeMarks(impressions(4, 4, 0.78, -60, -140), 380, 0, 1, 0, -1)
  const light = mirror === 1 ? 0.1 : 0.34
  const clip = `<path d="${sleevePath}" transform="scale(${mirror} 1)"/>`
  return `<clipPath id="${id}">${clip}</clipPath><g clip-path="url(#${id})"><path d="${sleevePath}" transform="scale(${mirror} 1)" fill="${ground}"/>${ink(stamps, warp)}
<g transform="scale(${mirror} 1)"><path d="M-250 -330C-226 -240 -224 -150 -238 -60L-262 0" fill="none" stroke="#05070f" stroke-width="54" opacity="0.5" filter="url(#softer)"/><path d="M-300 -230L-360 -20M-344 -200L-414 -40" stroke="#05070f" stroke-width="16" opacity="0.36" filter="url(#soft)"/><path d="M-330 -240L-392 -60" stroke="#b9c8ec" stroke-width="16" opacity="0.2" filter="url(#soft)"/><path d="${sleevePath}" fill="#05070f" opacity="${light}"/></g></g><g transform="scale(${mirror} 1)">${seam('M-444 -44C-402 -12 -344 10 -290 18')}${seam('M-262 -332C-236 -262 -230 -170 -240 -84')}</g>`
}

/** The front: stamps running across both panels, placket, pocket cut to match, buttons. */
function front(): string {
  return `<clipPath id="body"><path d="${bodyPath}"/></clipPath><g clip-path="url(#body)"><path d="${bodyPath}" fill="${ground}"/>${ink(impressions(5, 7, 0.78, -110, -40), warpOf(torso))}${shading(torso, 'torso', indigoSheen, { columns: 110, rows: 40 })}
<path d="M-262 -332C-236 -262 -230 -170 -240 -84V440" fill="none" stroke="#05070f" stroke-width="30" opacity="0.4" filter="url(#soft)"/><path d="M262 -332C236 -262 230 -170 240 -84L266 440" fill="none" stroke="#05070f" stroke-width="60" opacity="0.55" filter="url(#softer)"/><path d="M-80 -380C-40 -330 40 -330 96 -384" fill="none" stroke="#05070f" stroke-width="40" opacity="0.5" filter="url(#softer)"/>
<path d="M30 -350V490" stroke="#05070f" stroke-width="14" opacity="0.55" filter="url(#soft)"/></g>${seam('M26 -348V484')}<path d="M-20 -346V483" stroke="#9fb2dc" stroke-width="1.6" opacity="0.5" stroke-dasharray="7 5"/>
${seam('M76 -170H196V-50L136 -22L76 -50Z')}<path d="M76 -152H196" stroke="#9fb2dc" stroke-width="1.6" opacity="0.5" stroke-dasharray="7 5"/>${seam('M-264 416C-190 450 -90 462 0 464C90 462 190 450 264 416')}
${[-310, -190, -70, 50, 170, 290, 400].map((y) => button(2, y)).join('')}`
}

function hanger(): string {
  const arm =
    'M-240 -300C-190 -332 -100 -370 -18 -400C-8 -404 8 -404 18 -400C100 -370 190 -332 240 -300C246 -284 236 -276 224 -280C160 -312 90 -346 0 -366C-90 -346 -160 -312 -224 -280C-236 -276 -246 -284 -240 -300Z'
  return `<g filter="url(#gouache)"><path d="${arm}" fill="${palette.sogaLight}"/><path d="M0 -430C0 -470 0 -484 16 -494C40 -510 34 -550 4 -550C-18 -550 -28 -536 -26 -522" fill="none" stroke="#5b5346" stroke-width="9" stroke-linecap="round"/><path d="M-2 -440C-2 -470 -2 -484 14 -497" fill="none" stroke="#cfc4ae" stroke-width="2.5"/></g>`
}

function hero(): Drawing {
  const body = `${wash(0.22)}<g transform="translate(800 642) scale(1.01)"><g opacity="0.9">${shadowOf(bodyPath, 40, 36, 0.34)}${shadowOf(sleevePath, 40, 36, 0.3)}<g transform="scale(-1 1)">${shadowOf(sleevePath, -40, 36, 0.3)}</g></g>
<circle cx="4" cy="-548" r="17" fill="${palette.sogaDark}"/><circle cx="1" cy="-551" r="12" fill="${palette.sogaLight}"/>${hanger()}
<g filter="url(#gouache)">${sleeve(1)}${sleeve(-1)}${front()}${collar()}</g></g>${tooth()}`
  return { defs: finishDefs + sheenDefs, body, wall: '#e9dfc9' }
}

function detail(): Drawing {
  const hand = handOf(3511)
  const scale = 1.9
  const cells: string[] = []
  for (let i = 0; i < 6; i++)
    cells.push(`M${at(i * STAMP * scale - 150)} 0V1200`, `M0 ${at(i * STAMP * scale - 90)}H1600`)
  const body = `<rect width="1600" height="1200" fill="${ground}"/>${wash(0.6)}<g filter="url(#bleed)">${ink(impressions(5, 4, scale, -150, -90))}<path d="${cells.join('')}" stroke="${indigoStamp.wax}" stroke-width="1.5" opacity="0.2" stroke-dasharray="30 44 12 60"/></g>
<rect width="1600" height="1200" fill="url(#weave)" opacity="0.6"/>${slubs(80, hand, '#070b18', '#5b74a8', 4)}<rect width="1600" height="1200" fill="url(#studio-light)" opacity="0.32"/>${copperCap(1080, 640, 2.05, 0.2)}${tooth(0.2)}`
  return { defs: finishDefs + weavePattern('weave', 3.5, '#070b18', '#dfe6f6'), body }
}

/** A shirt folded to its collar and chest, as it goes into its bag. */
function foldedShirt(id: string): string {
  const shape =
    'M-96 -300C-150 -292 -196 -284 -226 -270C-236 -120 -234 160 -228 330C-120 342 120 342 228 330C234 160 236 -120 226 -270C196 -284 150 -292 96 -300Z'
  return `${shadowOf(shape, 18, 24, 0.4)}<g filter="url(#gouache)"><path d="${shape}" transform="translate(8 12)" fill="#131b34"/><path d="${shape}" transform="translate(4 6)" fill="#3c4d7c"/><clipPath id="${id}"><path d="${shape}"/></clipPath><g clip-path="url(#${id})"><path d="${shape}" fill="${ground}"/>${ink(impressions(4, 5, 0.78, -268, -330))}<path d="M-150 -290C-176 -120 -170 120 -176 340M150 -290C176 -120 170 120 176 340" stroke="#05070f" stroke-width="12" fill="none" opacity="0.45" filter="url(#soft)"/><path d="${shape}" fill="none" stroke="#05070f" stroke-width="34" opacity="0.45" filter="url(#soft)"/></g>${seam('M26 -262V336')}${[-210, -90, 30, 150, 270].map((y) => button(2, y)).join('')}<g transform="translate(0 96)">${collar().replaceAll('wing-', `${id}-wing-`).replaceAll('"inside"', `"${id}-in"`).replaceAll('#inside', `#${id}-in`)}</g></g>`
}

/** The clear bag: nearly nothing but its edges, its creases and the light on them. */
function clearBag(): string {
  const bag = 'M-282 -440H282V400H-282Z'
  return `<path d="${bag}" fill="#eef4f4" opacity="0.16"/><path d="${bag}" fill="none" stroke="#fff" stroke-width="4" opacity="0.75"/><path d="${bag}" fill="none" stroke="#58636b" stroke-width="2" opacity="0.5" transform="translate(3 4)"/><path d="M-282 -382H282" stroke="#fff" stroke-width="3" opacity="0.8"/><rect x="-282" y="-440" width="564" height="58" fill="#fff" opacity="0.26"/>
<g stroke="#fff" fill="none" stroke-linecap="round" filter="url(#gouache)"><path d="M-240 -330C-226 -200 -236 -60 -222 60" stroke-width="13" opacity="0.42"/><path d="M-205 -340C-196 -260 -198 -180 -190 -120" stroke-width="6" opacity="0.4"/><path d="M236 120C214 210 224 300 204 366" stroke-width="10" opacity="0.34"/><path d="M-270 372C-180 350 -120 384 -40 366" stroke-width="6" opacity="0.45"/><path d="M120 -366C170 -330 214 -340 262 -300" stroke-width="6" opacity="0.4"/></g><path d="M-250 -336L-60 -370L-130 380L-252 372Z" fill="#fff" opacity="0.07"/>`
}

function label(): string {
  const mark = ink(
    placeMarks(stamp, -58, -74, 0.58).map(
      (m): Mark => ({
        ...m,
        ...(m.fill
          ? {
              fill:
                m.fill === indigoStamp.wax ? palette.sogaDark : m.fill === indigoStamp.fill ? '#d3b083' : palette.soga,
            }
          : {}),
        ...(m.stroke ? { stroke: palette.sogaDark } : {}),
      }),
    ),
  )
  return `${kraftSheet('M-84 -96H84V118H-84Z', 9, 'label', '#d3b083')}${mark}<path d="M-56 70H56M-40 90H40" stroke="${palette.sogaDark}" stroke-width="4" opacity="0.6"/>`
}

function packaging(): Drawing {
  const body = `${wash(0.22)}<g transform="translate(520 640) rotate(-8) scale(1.02)">${foldedShirt('under')}</g><g transform="translate(1010 616) rotate(5) scale(1.12)">${shadowOf('M-282 -440H282V400H-282Z', 14, 20, 0.24)}${foldedShirt('upper')}${clearBag()}<g transform="translate(132 236) rotate(-3)">${label()}</g></g>${tooth()}`
  return { defs: finishDefs, body, wall: '#ded2ba' }
}

/** The three pictures of the shirt. */
export const shirt = { hero: hero(), detail: detail(), packaging: packaging() }
