/** The copper stamp (canting cap): thin strips bent and soldered on a frame; its face is the motif in reverse. */
import { at, handOf } from '../studio.ts'
import { gajahOling, STAMP } from './gajah-oling.ts'
import { curve, type Mark, placeMarks } from './marks.ts'

const copper = { dark: '#4f2412', mid: '#9c4f25', face: '#d08a4c', shine: '#ffdca6' } as const

/** Only the outlines: where the drawing has a shape, the coppersmith has bent a strip. */
function strips(marks: readonly Mark[]): string {
  return marks
    .map((mark) => {
      if (mark.dot !== undefined) {
        const [x, y] = mark.points[0] ?? [0, 0]
        return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(Math.max(1.6, mark.dot * 0.9))}"/>`
      }
      return `<path d="${curve(mark.points, mark.closed ?? false)}"/>`
    })
    .join('')
}

/** The stamp lying face upwards on the cloth, its strips standing a finger's breadth high. */
export function copperCap(x: number, y: number, scale: number, turn: number): string {
  const face = strips(
    placeMarks(
      gajahOling(handOf(3510), { wax: '#000', fill: '#000', accent: '#000' }),
      STAMP / 2,
      -STAMP / 2,
      1,
      0,
      -1,
    ),
  )
  const half = STAMP / 2
  const frame = `<rect x="${-half}" y="${-half}" width="${STAMP}" height="${STAMP}"/><path d="M${-half} ${-half / 3}H${half}M${-half} ${half / 3}H${half}M${-half / 3} ${-half}V${half}M${half / 3} ${-half}V${half}"/>`
  const layer = (dx: number, dy: number, tone: string, width: number, opacity = 1): string =>
    `<g transform="translate(${dx} ${dy})" fill="none" stroke="${tone}" stroke-width="${width}" opacity="${opacity}" stroke-linejoin="round">${face}</g>`
  const walls = [9, 7.5, 6, 4.5, 3, 1.5].map((d) => layer(d * 0.9, d, d > 5 ? copper.dark : copper.mid, 2.6)).join('')
  const rim = [10, 8, 6, 4, 2, 0]
    .map(
      (d) =>
        `<g transform="translate(${d * 0.9} ${d})" fill="none" stroke="${d ? (d > 5 ? copper.dark : copper.mid) : copper.face}" stroke-width="${d ? 5 : 4}"><rect x="${-half - 2}" y="${-half - 2}" width="${STAMP + 4}" height="${STAMP + 4}"/></g>`,
    )
    .join('')
  return `<g transform="translate(${x} ${y}) rotate(${at((turn * 180) / Math.PI)}) scale(${scale})"><rect x="${-half}" y="${-half}" width="${STAMP}" height="${STAMP}" transform="translate(17 20)" fill="#05070f" opacity="0.75" filter="url(#soft)"/>
<path d="M30 96V150C30 172 44 184 66 184H74" fill="none" stroke="${copper.dark}" stroke-width="15" stroke-linecap="round"/><path d="M30 96V150C30 172 44 184 66 184H74" fill="none" stroke="${copper.mid}" stroke-width="9" stroke-linecap="round"/><path d="M27 100V150C27 170 42 180 64 180" fill="none" stroke="${copper.shine}" stroke-width="2" opacity="0.8"/>
<rect x="${-half}" y="${-half}" width="${STAMP}" height="${STAMP}" fill="#2b130a" opacity="0.82"/><g transform="translate(9 10)" fill="none" stroke="#6b3418" stroke-width="3">${frame}</g>${walls}${rim}${layer(0, 0, copper.face, 2.5)}${layer(-0.5, -0.6, copper.shine, 0.8, 0.8)}<rect x="${-half - 3}" y="${-half - 3}" width="${STAMP + 6}" height="${STAMP + 6}" fill="none" stroke="${copper.shine}" stroke-width="1.2" opacity="0.9"/></g>`
}
