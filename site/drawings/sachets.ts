import { card, onSide, room, sideOf } from './boxes.ts'
import type { Hand, Point } from './brush.ts'
import { between, cut, fill, hatching, inside, line, mix, moved, polygon } from './brush.ts'
import { demoWord, ruled, warmthSeal } from './seal.ts'
import type { Camera, Vec } from './space.ts'
import { palette } from './studio.ts'

const CARD = '#f1e3c4'
const RED = '#93342b'
const INK = '#3f1813'

/** One sachet, 44 × 150 units: crimped ends, a red foot, the seal and ruled lines. */
export function sachet(hand: Hand, id: string): string {
  const teeth = (y: number, out: number): Point[] =>
    Array.from({ length: 15 }, (_, i): Point => [(i / 14) * 44, y + (i % 2 ? out : 0)])
  const d = polygon([...teeth(0, -1.6), ...teeth(150, 1.6).reverse()])
  const crimp = (y: number): string =>
    Array.from({ length: 5 }, (_, i) => line(`M0 ${y + i * 2}h44`, INK, 0.5, 0.4)).join('')
  const folds = Array.from({ length: 5 }, () => {
    const x = between(hand, 5, 40)
    return cut([x, 11], [x + between(hand, -2, 2), between(hand, 20, 38)], 0.7)
  }).join('')
  const face =
    fill(d, CARD) +
    fill('M0 92H44V151H0Z', RED) +
    fill('M0 89H44V91H0Z', palette.turmeric) +
    warmthSeal([22, 44], 14, RED) +
    ruled([8, 68], 28, 6, [1, 0.7], INK, 1.6, true) +
    demoWord([22, 81], 4, INK)
  const light =
    fill('M3 10Q7 70 4 140L9 140Q12 70 9 10Z', '#fffdf2', 0.5) +
    fill('M36 10Q33 80 37 140H44V10Z', INK, 0.2) +
    fill(folds, INK, 0.4) +
    fill(hatching(hand, [34, 16], [44, 140], 4, 0.7, -2), INK, 0.4)
  return line(d, INK, 1.3) + inside(id, d, face + light + crimp(1.5) + crimp(140))
}

/** The box's length, depth and height, in centimetres. */
export const [W, D, H] = [25, 9.5, 13] as const

/** The print on the box's front, 250 × 130 units. */
function frontPrint(hand: Hand): string {
  const border = Array.from({ length: 25 }, (_, i) =>
    polygon([
      [i * 10, 118],
      [i * 10 + 5, 110],
      [i * 10 + 10, 118],
      [i * 10 + 5, 126],
    ]),
  ).join('')
  return (
    fill('M0 104H250V130H0Z', RED) +
    fill(border, palette.turmeric) +
    fill('M0 101H250V103H0Z', palette.turmeric) +
    warmthSeal([62, 50], 38, RED) +
    ruled([118, 32], 104, 15, [1, 0.8], INK, 4.2) +
    ruled([118, 62], 104, 9, [0.9, 0.62], RED, 2) +
    demoWord([136, 86], 8, INK) +
    fill(hatching(hand, [222, 4], [250, 128], 5, 1, -4), INK, 0.28)
  )
}

/** The lid thrown back, and the inner sides behind the sachets. */
function boxBack(camera: Camera): string {
  const inner =
    card(camera, room(0, D, 0, W, D, 0, W, D, H, 0, D, H), mix(CARD, INK, 0.3), INK) +
    card(camera, room(0, 0, 0, 0, D, 0, 0, D, H, 0, 0, H), mix(CARD, INK, 0.4), INK)
  const [y, z] = [D + 2.4, H + 9]
  const lid =
    card(camera, room(0, D, H, W, D, H, W, y, z, 0, y, z), mix(CARD, INK, 0.07), INK) +
    card(
      camera,
      room(0.6, y, z, W - 0.6, y, z, W - 1.4, D + 1.2, H + 11.4, 1.4, D + 1.2, H + 11.4),
      mix(CARD, INK, 0.15),
      INK,
    )
  const rules = fill('M10 10H240V13H10Z', RED) + fill('M10 80H240V82H10Z', RED)
  const print = rules + ruled([70, 36], 110, 13, [1, 0.7], mix(CARD, INK, 0.45), 3, true)
  return lid + onSide(camera, [0, y, z], [W, 0, 0], [0, -6.67, -25], 250, print) + inner
}

/** A number of sachets side by side, standing at depth `y` with their tops near height `z`. */
function sachetRow(hand: Hand, camera: Camera, count: number, y: number, z: number, shift: number): string {
  return Array.from({ length: count }, (_, i) => {
    const origin: Vec = [0.5 + shift + i * 4.82, y, z + between(hand, -0.4, 0.5)]
    const across: Vec = [4.4, between(hand, -0.3, 0.3), between(hand, -0.25, 0.25)]
    const down: Vec = [between(hand, -0.3, 0.3), 0, -4.4]
    return onSide(camera, origin, across, down, 44, sachet(hand, `k${Math.round(y)}_${i}`))
  }).join('')
}

/** The box's near sides, its side flap, and their print. */
function boxFront(hand: Hand, camera: Camera): string {
  const front =
    card(camera, room(0, 0, 0, W, 0, 0, W, 0, H, 0, 0, H), CARD, INK, 4) +
    onSide(camera, [0, 0, H], [W, 0, 0], [0, 0, -W], 250, frontPrint(hand))
  const text = fill('M0 104H95V130H0Z', mix(RED, INK, 0.5)) + ruled([16, 26], 62, 11, [1, 0.9, 1, 0.6], INK, 2)
  const side =
    card(camera, room(W, 0, 0, W, D, 0, W, D, H, W, 0, H), mix(CARD, INK, 0.34), INK, 4) +
    onSide(
      camera,
      [W, 0, H],
      [0, D, 0],
      [0, 0, -D],
      95,
      text + fill(hatching(hand, [6, 60], [92, 100], 5, 1.2, -4), INK, 0.4),
    )
  const flap = room(W, 0.3, H, W, D - 0.3, H, W + 3.6, D - 1, H + 1.6, W + 3.6, 1, H + 1.6)
  return card(camera, flap, mix(CARD, INK, 0.14), INK) + front + side
}

/** The box with its lid thrown back and eight of its ten sachets standing in two rows. */
export function openBox(hand: Hand, camera: Camera): string {
  const well = sideOf(camera, room(0, 0, H, W, 0, H, W, D, H, 0, D, H))
  const behind = sachetRow(hand, camera, 5, D - 2.2, H + 3.6, 0.25)
  const before = sachetRow(hand, camera, 3, 2.4, H + 2.2, 0)
  return boxBack(camera) + fill(well, INK, 0.35) + behind + before + boxFront(hand, camera)
}

/** The box's footprint, a little spread, for the shadow where it touches the table. */
export function footprint(camera: Camera): string {
  const d: Point[] = (
    [
      [-0.3, -0.4, 0],
      [W + 0.6, -0.4, 0],
      [W + 0.8, D, 0],
      [0, D, 0],
    ] as const
  ).map((v) => moved(camera.see(v), 4, 5))
  return polygon(d)
}
