import type { Hand, Point } from './brush.ts'
import { between, ellipse, fill, line, mix, moved, oval, polygon, smooth } from './brush.ts'

/** The pigments of one kind of granule, from its shade to its glint. */
export interface Grains {
  dark: string
  body: string
  light: string
  glint: string
}

/** Golden-brown coconut sugar. */
export const coconutSugar: Grains = { dark: '#5f2f10', body: '#b0722f', light: '#edbb70', glint: '#fff3d0' }

/** The darker granules of ginger and palm sugar. */
export const gingerSugar: Grains = { dark: '#5a2a10', body: '#b06a26', light: '#e3a84e', glint: '#ffe9b4' }

/** One granule: an uneven stone of five to eight facets, each as light as it faces the window. */
export function crystal(hand: Hand, centre: Point, size: number, grains: Grains, key = true): string {
  const count = 5 + Math.floor(hand() * 4)
  const corners = oval(hand, centre, size, size * between(hand, 0.68, 0.96), 0.24, count, hand() * 6)
  const peak = moved(centre, -size * between(hand, 0.05, 0.34), -size * between(hand, 0.05, 0.34))
  const tint = between(hand, -0.3, 0.34)
  const facets = corners.map((p, i) => {
    const q = corners[(i + 1) % corners.length] ?? p
    const middle: Point = [(p[0] + q[0]) / 2 - centre[0], (p[1] + q[1]) / 2 - centre[1]]
    const length = Math.hypot(middle[0], middle[1]) || 1
    const shine = (-middle[0] * 0.66 - middle[1] * 0.75) / length + tint + between(hand, -0.14, 0.14)
    const tone = shine > 0 ? mix(grains.body, grains.light, shine * 1.1) : mix(grains.body, grains.dark, -shine)
    return fill(polygon([peak, p, q]), tone)
  })
  const outline = polygon(corners)
  const flat =
    hand() < 0.6 ? corners.map((p): Point => [peak[0] + (p[0] - peak[0]) * 0.5, peak[1] + (p[1] - peak[1]) * 0.5]) : []
  const plateau = flat.length ? fill(smooth(flat), mix(grains.body, grains.light, 0.5 + tint)) : ''
  const glint =
    hand() < 0.38
      ? fill(
          polygon(oval(hand, moved(peak, -size * 0.16, -size * 0.16), size * 0.17, size * 0.1, 0.3, 4, hand())),
          grains.glint,
          0.9,
        )
      : ''
  return (
    (key ? line(outline, grains.dark, Math.max(1, size * 0.08)) : '') +
    fill(outline, grains.body) +
    facets.join('') +
    plateau +
    glint
  )
}

/** A granule with the small shadow that it throws. */
export function lyingCrystal(hand: Hand, centre: Point, size: number, grains: Grains): string {
  return (
    fill(ellipse(moved(centre, size * 0.3, size * 0.36), size * 1.02, size * 0.86), '#241206', 0.5) +
    crystal(hand, centre, size, grains)
  )
}

/** Loose granules about a point, thinning outward; nearer ones are drawn last. */
export function spill(
  hand: Hand,
  centre: Point,
  rx: number,
  ry: number,
  size: number,
  count: number,
  grains: Grains,
): string {
  return Array.from({ length: count }, (): Point => {
    const [a, r] = [hand() * 6.283, hand() ** 0.8]
    return moved(centre, Math.cos(a) * r * rx, Math.sin(a) * r * ry)
  })
    .sort((p, q) => p[1] - q[1])
    .map((p) => lyingCrystal(hand, p, size * between(hand, 0.5, 1.25), grains))
    .join('')
}

/** A mound of granules over an oval floor: `rise` is how high its middle stands. */
export function mound(
  hand: Hand,
  centre: Point,
  rx: number,
  ry: number,
  rise: number,
  size: number,
  grains: Grains,
): string {
  const count = Math.round((rx * (ry + rise * 0.7) * 3.6) / (size * size))
  const places = Array.from({ length: count }, (_, i) => {
    const [r, a] = [Math.sqrt((i + 0.5) / count), i * 2.39996 + between(hand, -0.3, 0.3)]
    const [x, y] = [Math.cos(a) * r, Math.sin(a) * r]
    return { p: moved(centre, x * rx, y * ry - (1 - r * r) * rise), r, x, y }
  }).sort((p, q) => p.y - q.y)
  const floor = Array.from({ length: 24 }, (_, i): Point => {
    const a = (i / 24) * Math.PI * 2
    const y = Math.sin(a)
    return moved(centre, Math.cos(a) * rx, y > 0 ? y * ry : y * Math.max(ry, rise))
  })
  return (
    fill(smooth(floor), mix(grains.body, grains.dark, 0.55)) +
    places
      .map(({ p, x, y }) => {
        const shade = Math.max(-0.5, Math.min(0.6, x * 0.55 + y * 0.12))
        const own: Grains =
          shade > 0
            ? { ...grains, body: mix(grains.body, grains.dark, shade), light: mix(grains.light, grains.body, shade) }
            : { ...grains, body: mix(grains.body, grains.light, -shade * 0.7) }
        return crystal(hand, p, size * between(hand, 0.65, 1.2), own, false)
      })
      .join('')
  )
}
