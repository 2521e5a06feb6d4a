import type { Hand, Point } from './brush.ts'
import { between, cut, ellipse, fill, line, mix, moved, polygon, smooth } from './brush.ts'
import type { Grains } from './crystals.ts'
import { coconutSugar, lyingCrystal, mound, spill } from './crystals.ts'
import type { PouchLook } from './pouch.ts'
import { onPouch, pouch } from './pouch.ts'
import { demoWord, palmSeal, ruled } from './seal.ts'
import { coconutBowl, woodenSpoon } from './shell.ts'
import { contact, painted, paperTooth, pigments, table, wallWash } from './stage.ts'
import type { Drawing } from './studio.ts'
import { handOf, palette } from './studio.ts'

const WALL = '#d3d8d6'
const TABLE = '#9aa4a3'

const kraft = (id: string, x: number, base: number, w: number, seed: number): PouchLook => ({
  id,
  x,
  base,
  w,
  h: w * 1.46,
  film: '#bd905a',
  dark: '#4b2f15',
  gleam: '#f7e3bd',
  gloss: 0.12,
  seed,
})

/** The fibres and specks of kraft paper. */
function fibres(look: PouchLook, hand: Hand): string {
  let [dark, light] = ['', '']
  for (let i = 0; i < 420; i++) {
    const p = onPouch(look, between(hand, -1, 1), between(hand, 0.07, 1.02))
    const a = between(hand, 0, 3.14)
    const r = look.w * between(hand, 0.004, 0.02)
    const mark = cut(p, moved(p, Math.cos(a) * r, Math.sin(a) * r), look.w * 0.0022, between(hand, -2, 2))
    if (hand() < 0.55) dark += mark
    else light += mark
  }
  return fill(dark, '#6d4520', 0.5) + fill(light, '#e9c995', 0.6)
}

/** The label with its palm seal and lines left blank, and a stamped border at the foot. */
function print(look: PouchLook, hand: Hand): string {
  const { w } = look
  const rows = [0, 0.33, 0.66, 1].map((t) => 0.25 + 0.53 * t)
  const side = (u: number): Point[] => rows.map((v) => onPouch(look, u, v))
  const label = polygon([...side(-0.64), ...side(0.64).reverse()])
  const frame = polygon([
    ...[0.265, 0.5, 0.765].map((v) => onPouch(look, -0.6, v)),
    ...[0.765, 0.5, 0.265].map((v) => onPouch(look, 0.6, v)),
  ])
  const ink = palette.leafDark
  const top = onPouch(look, 0, 0.37)
  const blank = [0.53, 0.585, 0.64]
    .map((v) => {
      const [a, b] = [onPouch(look, -0.46, v), onPouch(look, 0.46, v)]
      return line(`M${a.join(' ')}L${b.join(' ')}`, ink, w * 0.005, 0.85)
    })
    .join('')
  return (
    fibres(look, hand) +
    fill(label, look.dark, 0.45, ' transform="translate(4 5)"') +
    fill(label, palette.cream) +
    line(frame, ink, w * 0.006) +
    palmSeal(top, w * 0.115, ink) +
    ruled(onPouch(look, -0.26, 0.485), w * 0.26, w * 0.04, [1], ink, w * 0.014, true) +
    blank +
    demoWord(onPouch(look, 0, 0.708), w * 0.036, ink)
  )
}

/** The hero: the kraft pouch, a coconut shell of sugar, and a spoon before them. */
function hero(): Drawing {
  const hand = handOf(901)
  const look = kraft('bag', 510, 900, 500, 95)
  const c: Point = [1020, 770]
  const scoop: Point = [690, 1050]
  const load = mound(hand, moved(scoop, 0, 4), 92, 32, 30, 9, coconutSugar)
  const spoon =
    fill(
      smooth([
        [300, 1010],
        [640, 1090],
        [820, 1080],
        [640, 1120],
      ]),
      '#21140a',
      0.55,
      ' filter="url(#veil)"',
    ) +
    painted(
      woodenSpoon(
        hand,
        { id: 'spoon', end: [205, 962], neck: [585, 1038], centre: scoop, rx: 122, ry: 50, turn: 0.1 },
        load,
      ),
    )
  const body =
    wallWash() +
    table(660, TABLE, 91) +
    contact([510, 896], 242, 30) +
    painted(pouch(look, print(look, hand))) +
    contact([1030, 996], 130, 34, 1.9) +
    painted(coconutBowl(hand, c, 290, 0.33, coconutSugar)) +
    painted(spill(hand, [905, 1070], 110, 28, 8, 90, coconutSugar), 'rough') +
    spoon +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** Granules strewn over the whole sheet, the small and dark below, the large and light above. */
function field(hand: Hand): string {
  const layer = (count: number, low: number, high: number, shade: number): string => {
    const grains: Grains = {
      ...coconutSugar,
      body: mix(coconutSugar.body, coconutSugar.dark, shade),
      light: mix(coconutSugar.light, coconutSugar.body, shade),
    }
    return Array.from({ length: count }, (): Point => [between(hand, -30, 1630), between(hand, -30, 1230)])
      .sort((p, q) => p[1] - q[1])
      .map((p) => lyingCrystal(hand, p, low + (high - low) * hand() ** 1.8, grains))
      .join('')
  }
  return layer(1100, 22, 40, 0.55) + layer(1150, 18, 44, 0.2) + layer(300, 18, 58, 0)
}

/** The granules that a spoon carries, seen from above: a turned oval, the highest in the middle drawn last. */
function heaped(hand: Hand, centre: Point, rx: number, ry: number, turn: number): string {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const bright: Grains = { ...coconutSugar, body: mix(coconutSugar.body, coconutSugar.light, 0.3) }
  return Array.from({ length: 330 }, (_, i) => {
    const [r, a] = [1 - Math.sqrt(i / 330), i * 2.39996 + between(hand, -0.4, 0.4)]
    const k = Math.sqrt(r) * (1 + between(hand, -0.06, 0.06))
    const [x, y] = [Math.cos(a) * rx * k, Math.sin(a) * ry * k]
    return lyingCrystal(hand, moved(centre, x * c - y * s, x * s + y * c), between(hand, 17, 36), bright)
  }).join('')
}

/** The detail: the granules, near enough to count their facets. */
function detail(): Drawing {
  const hand = handOf(905)
  const scoop: Point = [1060, 440]
  const load = heaped(hand, scoop, 300, 205, -0.56)
  const spoon = woodenSpoon(
    hand,
    { id: 'great', end: [1740, -40], neck: [1320, 262], centre: scoop, rx: 360, ry: 256, turn: -0.56, wood: '#94592e' },
    load,
  )
  const body =
    `<rect width="1600" height="1200" fill="#4b2811"/>` +
    painted(field(hand), 'rough') +
    fill(
      smooth([
        [820, 420],
        [1000, 700],
        [1400, 660],
        [1640, 300],
        [1660, 120],
        [1400, 360],
      ]),
      '#1d0f05',
      0.7,
      ' filter="url(#haze)"',
    ) +
    painted(spoon, 'rough') +
    `<rect width="1600" height="1200" fill="url(#vignette)"/>` +
    paperTooth(0.2)
  return { defs: pigments, body, wall: palette.soga }
}

/** The packaging: the kraft pouch from the front, a second one behind its shoulder. */
function packaging(): Drawing {
  const hand = handOf(909)
  const [front, back] = [kraft('front', 680, 1010, 580, 97), kraft('back', 1090, 930, 520, 99)]
  const veil = fill(ellipse([1010, 700], 170, 340), '#2b1c0c', 0.35, ' filter="url(#haze)"')
  const heap =
    fill(ellipse([1180, 1070], 120, 24), '#21140a', 0.5, ' filter="url(#veil)"') +
    painted(
      mound(hand, [1165, 1056], 110, 26, 42, 9, coconutSugar) + spill(hand, [1190, 1076], 190, 26, 7, 60, coconutSugar),
      'rough',
    )
  const body =
    wallWash() +
    table(690, TABLE, 93) +
    contact([1090, 925], 250, 30) +
    painted(pouch(back, print(back, hand))) +
    veil +
    contact([680, 1005], 282, 32) +
    painted(pouch(front, print(front, hand))) +
    heap +
    paperTooth()
  return { defs: pigments, body, wall: WALL }
}

/** The three pictures of the coconut sugar. */
export const sugar = { hero: hero(), detail: detail(), packaging: packaging() }
