/** Packing: kraft paper, card, cotton cord, tissue, and the folded cloth that they hold. */
import { at, handOf, palette } from '../studio.ts'
import { along, curve, lines, type Point, pairs, placed } from './marks.ts'

export const kraft = { face: '#bd9563', dark: '#8d6a40', deep: '#6b4d2b', pale: '#d3b083' } as const

/** The box around an outline of absolute M, L, C, H and V commands: [left, top, right, bottom]. */
function extent(path: string): readonly [number, number, number, number] {
  const [xs, ys]: [number[], number[]] = [[], []]
  for (const [, command, rest] of path.matchAll(/([MLCHV])([^MLCHVZ]*)/g)) {
    const numbers = (rest ?? '').match(/-?[\d.]+/g)?.map(Number) ?? []
    numbers.forEach((value, i) => {
      if (command === 'H' || (command !== 'V' && i % 2 === 0)) xs.push(value)
      else ys.push(value)
    })
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Kraft board inside a path: flat colour, long fibres, and an edge that the light catches. */
export function kraftSheet(path: string, seed: number, id: string, tone: string = kraft.face): string {
  const hand = handOf(seed)
  const [left, top, right, bottom] = extent(path)
  const count = Math.min(260, Math.round(((right - left) * (bottom - top)) / 3200))
  let fibres = ''
  for (let k = 0; k < count; k++) {
    const [x, y, a, l] = [left + hand() * (right - left), top + hand() * (bottom - top), hand() * 6.3, 6 + hand() * 26]
    const light = hand() < 0.5
    fibres += `<path d="M${at(x)} ${at(y)}q${at(Math.cos(a) * l + 4)} ${at(Math.sin(a) * l)} ${at(Math.cos(a + 0.5) * l * 1.6)} ${at(Math.sin(a + 0.5) * l * 1.6)}" stroke="${light ? '#f0d9b4' : kraft.deep}" stroke-width="${at(0.8 + hand())}" fill="none" stroke-opacity="${at(0.2 + hand() * 0.3)}"/>`
  }
  return `<clipPath id="${id}"><path d="${path}"/></clipPath><g filter="url(#gouache)"><g clip-path="url(#${id})"><path d="${path}" fill="${tone}"/>${fibres}</g><path d="${path}" fill="none" stroke="#fbe9c9" stroke-width="2.5" opacity="0.55" transform="translate(1.5 1.5)"/><path d="${path}" fill="none" stroke="${kraft.deep}" stroke-width="2" opacity="0.55"/></g>`
}

/** A twisted cotton cord along a line, with its own small shadow. */
export function cord(points: readonly Point[], width = 11, tone = '#f1e6cf'): string {
  const path = curve(points)
  const twist = along(points, 9)
  let strands = ''
  twist.forEach(([x, y], i) => {
    const next = twist[i + 1]
    if (!next) return
    const a = Math.atan2(next[1] - y, next[0] - x)
    const [dx, dy] = [Math.cos(a + 0.95) * width * 0.46, Math.sin(a + 0.95) * width * 0.46]
    strands += `M${at(x - dx)} ${at(y - dy)}L${at(x + dx)} ${at(y + dy)}`
  })
  return `<path d="${path}" fill="none" stroke="#2b1c0c" stroke-width="${width}" opacity="0.3" transform="translate(5 8)" stroke-linecap="round" filter="url(#soft)"/><path d="${path}" fill="none" stroke="#8b7552" stroke-width="${width + 2}" stroke-linecap="round"/><path d="${path}" fill="none" stroke="${tone}" stroke-width="${width - 1}" stroke-linecap="round"/><path d="${strands}" stroke="#a58e66" stroke-width="1.8" fill="none" opacity="0.8"/>`
}

/** A bow with two loops and two loose ends, tied by hand and so not quite even. */
export function bow(x: number, y: number, scale = 1, width = 11): string {
  const on = (points: Point[]): Point[] => placed(points, x, y, scale)
  return (
    cord(on(pairs([4, 2, 28, 40, 46, 92, 40, 128])), width) +
    cord(on(pairs([-4, 4, -24, 44, -52, 78, -62, 120])), width) +
    cord(on(pairs([0, 0, 50, -46, 112, -52, 124, -14, 76, 8, 2, 4])), width) +
    cord(on(pairs([0, 0, -44, -52, -104, -62, -122, -24, -80, 2, -2, 4])), width) +
    cord(on(pairs([-9, -9, 7, -2, 4, 12])), width + 3)
  )
}

/** Four corners of a sheet lying turned by some degrees. */
export function sheet(cx: number, cy: number, width: number, height: number, degrees = 0): Point[] {
  const [w, h] = [width / 2, height / 2]
  return placed(pairs([-w, -h, w, -h, w, h, -w, h]), cx, cy, 1, (degrees * Math.PI) / 180)
}

/** A care card: a drawn emblem, ruled lines for words, and washing marks; it carries no readable text. */
export function careCard(emblem: string, width = 210, height = 300): string {
  const rule = (y: number, from: number, to: number): string =>
    `<path d="M${from} ${y}H${to}" stroke="${palette.soga}" stroke-width="3.4" opacity="0.55"/>`
  const ink = `fill="none" stroke="${palette.sogaDark}" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"`
  const tub = `<path d="M-22 -8l5 26h34l5 -26M-24 -4q8 -8 16 0t16 0t16 0" ${ink}/>`
  const shade = `<path d="M-19 -16h38v36h-38zM-19 4l20 -20M-19 14l30 -30" ${ink}/>`
  const iron = `<path d="M-22 16h44v-22h-26q-16 4 -18 22zM-10 -14h28v8" ${ink}/>`
  const w = width / 2
  return `<rect x="${-w}" y="${-height / 2}" width="${width}" height="${height}" fill="#2b1c0c" opacity="0.34" transform="translate(9 12)" filter="url(#soft)"/><g filter="url(#gouache)"><rect x="${-w}" y="${-height / 2}" width="${width}" height="${height}" fill="#f8f1e1"/><rect x="${-w + 10}" y="${-height / 2 + 10}" width="${width - 20}" height="${height - 20}" fill="none" stroke="${palette.sogaLight}" stroke-width="2"/>${rule(34, -w + 46, w - 46)}${rule(50, -w + 34, w - 34)}${rule(66, -w + 58, w - 58)}<g transform="translate(0 104)"><g transform="translate(-56 0) scale(.8)">${tub}</g><g transform="scale(.8)">${shade}</g><g transform="translate(56 0) scale(.8)">${iron}</g></g></g><g transform="translate(0 -52)">${emblem}</g>`
}

/** The layers of a folded cloth seen at its edge: rounded folds, alternately light and dark. */
export function layers(
  x: number,
  y: number,
  width: number,
  height: number,
  count: number,
  tone: string,
  shade: string,
): string {
  const h = height / count
  let out = ''
  for (let k = 0; k < count; k++) {
    const inset = ((k * 7) % 5) * 1.6
    out += `<rect x="${at(x + inset)}" y="${at(y + k * h)}" width="${at(width - inset * 1.7)}" height="${at(h + 1)}" rx="${at(h / 2)}" fill="${tone}"/><rect x="${at(x + inset + 4)}" y="${at(y + (k + 0.66) * h)}" width="${at(width - inset * 1.7 - 8)}" height="${at(h * 0.36)}" rx="${at(h / 6)}" fill="${shade}" opacity="0.55"/>`
  }
  return `<g filter="url(#gouache)">${out}</g>`
}

/** A table top below a horizon, a shade deeper than the wall. */
export function table(y: number, tone: string): string {
  return `<rect y="${y}" width="1600" height="${1200 - y}" fill="${tone}"/><path d="${lines(
    pairs([0, y, 1600, y]),
    false,
  )}" stroke="${palette.sogaDark}" stroke-width="3" opacity="0.25"/><rect y="${y}" width="1600" height="60" fill="#fff" opacity="0.07"/>`
}

/** A long soft shadow inside a shape's edge, for boxes and sleeves: drawn as a blurred line, clipped by the caller. */
export function innerShadow(path: string, width = 40, opacity = 0.4): string {
  return `<path d="${path}" fill="none" stroke="#2b1c0c" stroke-width="${width}" opacity="${opacity}" filter="url(#soft)"/>`
}
