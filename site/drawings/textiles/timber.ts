/** Timber: the stand (gawangan) on which batik is waxed and shown, pegs, rods and hangers. */
import { at, handOf, palette } from '../studio.ts'
import { curve, type Point, pairs } from './marks.ts'

/** A plank or rod lying level, with grain; light on its upper edge. */
export function plank(
  x: number,
  y: number,
  width: number,
  height: number,
  seed: number,
  tone: string = palette.sogaLight,
): string {
  const hand = handOf(seed)
  let grain = ''
  for (let k = 0; k < Math.max(5, height / 5); k++) {
    const gy = y + height * (0.12 + 0.8 * hand())
    const gx = x + width * hand() * 0.7
    const run: Point[] = pairs([
      gx,
      gy,
      gx + width * 0.1,
      gy + (hand() - 0.5) * 4,
      gx + width * (0.2 + 0.3 * hand()),
      gy + (hand() - 0.5) * 3,
    ])
    grain += `<path d="${curve(run.map(([px, py]): Point => [Math.min(px, x + width - 4), py]))}" fill="none" stroke="${palette.sogaDark}" stroke-width="${at(1 + hand() * 1.6)}" opacity="${at(0.25 + hand() * 0.3)}"/>`
  }
  return `<g filter="url(#gouache)"><rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="${at(Math.min(8, height / 3))}" fill="${tone}"/><rect x="${at(x)}" y="${at(y + height * 0.62)}" width="${at(width)}" height="${at(height * 0.38)}" rx="6" fill="${palette.sogaDark}" opacity="0.42"/><rect x="${at(x + 3)}" y="${at(y + 2)}" width="${at(width - 6)}" height="${at(height * 0.16)}" rx="3" fill="#fff3d8" opacity="0.4"/>${grain}</g>`
}

/** The same, standing: a post lit from the left. */
export function post(
  x: number,
  y: number,
  width: number,
  height: number,
  seed: number,
  tone: string = palette.sogaLight,
): string {
  return `<g transform="translate(${at(x)} ${at(y + height)}) rotate(-90)">${plank(0, 0, height, width, seed, tone)}</g>`
}

/** The two posts and feet of a gawangan, with their shadow on the wall and floor. */
export function stand(): string {
  const shade = (x: number): string =>
    `<path d="M${x} 200h26v860h-26z" transform="translate(34 22)" fill="#2b1c0c" opacity="0.2" filter="url(#soft)"/>`
  const foot = (x: number, seed: number): string =>
    `<ellipse cx="${x + 40}" cy="1082" rx="150" ry="16" fill="#2b1c0c" opacity="0.3" filter="url(#soft)"/>${plank(x - 105, 1044, 236, 34, seed)}`
  return `<path d="M0 1010H1600V1200H0z" fill="#b39d78" opacity="0.55"/><path d="M0 1010H1600" stroke="${palette.soga}" stroke-width="3" opacity="0.28"/>
${shade(134)}${shade(1440)}${post(134, 190, 26, 866, 31)}${post(1440, 190, 26, 866, 32)}${foot(134, 33)}${foot(1440, 34)}`
}

/** The bar on which the cloth rests; the cloth is drawn over its middle. */
export function bar(): string {
  return `<path d="M100 250H1500v10H100z" fill="#2b1c0c" opacity="0.3" filter="url(#soft)"/>${plank(84, 218, 1432, 28, 41)}`
}
