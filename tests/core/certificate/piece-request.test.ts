import { describe, expect, test } from 'vitest'
import { leastRequest, refusals, requestSchema, wholeRequest, withValue } from './support.ts'

const SLUG = 'must be small letters, digits and single hyphens, such as manggur-anggur-01'
const LINE = 'must be plain text on one line'
const SHA = 'must be a SHA-256 fingerprint: 64 characters 0–9 and a–f'
const FUTURE = 'must not be in the future (today is 2026-11-22 in Indonesia)'
const NO_DAY = 'must be a date that exists, as YYYY-MM-DD'
const NO_DATE = 'must be a date in quotes or plain, such as 2026-11-20'
const long = (length: number) => 'a'.repeat(length)

describe('pieceRequestOn', () => {
  test('reads a whole request as it stands', () => {
    const [step] = wholeRequest.process
    expect(requestSchema.parse(wholeRequest)).toEqual({ ...wholeRequest, process: [{ ...step, precision: 'day' }] })
  })

  test('fills in what may be left out: made for one customer, and no marks, photos or steps', () => {
    expect(requestSchema.parse(leastRequest)).toEqual({
      ...leastRequest,
      madeFor: { mode: 'private' },
      marks: [],
      photos: [],
      process: [],
    })
  })

  test.each<[string, unknown, string]>([
    ['kind', 'curation', 'must be “piece”'],
    ['product', 'Batik', SLUG],
    ['product', 'a--b', SLUG],
    ['product', '-a', SLUG],
    ['product', 'a-', SLUG],
    ['product', 'a b', SLUG],
    ['product', '', SLUG],
    ['product', 'a\n', SLUG],
    ['product', '../a', SLUG],
    ['product', 'é', SLUG],
    ['product', long(61), 'must have at most 60 characters'],
    ['design.id', 'maker/design', SLUG],
    ['design.id', long(61), 'must have at most 60 characters'],
    ['design.name', '', 'must not be empty'],
    ['design.name', ' \t ', 'must not be empty'],
    ['design.name', long(301), 'must have at most 300 characters'],
    ['design.name', 'a\nb', LINE],
    ['design.exclusivity', 'unique', 'must be “exclusive”, “limited” or “open”'],
    ['design.exclusivity', 'Open', 'must be “exclusive”, “limited” or “open”'],
    ['design.exclusivity', undefined, 'must be “exclusive”, “limited” or “open”'],
    ['madeOn', '2026-02-30', NO_DAY],
    ['madeOn', '2025-02-29', NO_DAY],
    ['madeOn', '2026-13-01', NO_DAY],
    ['madeOn', '2026-11-20T00:00:00Z', NO_DAY],
    ['madeOn', '20-11-2026', NO_DAY],
    ['madeOn', ' 2026-11-20', NO_DAY],
    ['madeOn', '', NO_DAY],
    ['madeOn', 20261120, NO_DATE],
    ['madeOn', null, NO_DATE],
    ['madeOn', undefined, NO_DATE],
    ['soldOn', '2026-11-23', FUTURE],
    ['soldOn', '9999-12-31', FUTURE],
    ['soldOn', '2026-11-19', 'must not be before madeOn'],
    ['madeFor.mode', 'named', 'must be “private” (one customer, not named) or “none”'],
    ['dimensions.lengthMm', 1.5, 'must be whole millimeters'],
    ['dimensions.widthMm', '110', 'must be a number of millimeters'],
    ['dimensions.widthMm', 0, 'must be at least 1 mm'],
    ['dimensions.heightMm', -1, 'must be at least 1 mm'],
    ['dimensions.lengthMm', 100_001, 'must be at most 100,000 mm (100 m)'],
    ['dimensions.lengthMm', NaN, 'must be a number of millimeters'],
    ['dimensions.lengthMm', undefined, 'must be a number of millimeters'],
    ['techniques.0', 'Batik Tulis', SLUG],
    ['motifs.0', 'a_b', SLUG],
    ['dyes.0', 'indigo ', SLUG],
    ['techniques', new Array(13).fill('a'), 'must have at most 12 entries'],
    ['motifs', new Array(13).fill('a'), 'must have at most 12 entries'],
    ['dyes', new Array(13).fill('a'), 'must have at most 12 entries'],
    ['marks', new Array(4).fill(wholeRequest.marks[0]), 'must name at most 3 marks'],
    ['marks.0.where', '', 'must not be empty'],
    ['marks.0.text', 'a\u0007b', LINE],
    ['marks.0.photo', long(63), SHA],
    ['photos', new Array(13).fill(wholeRequest.photos[0]), 'must have at most 12 photos'],
    ['photos.0.sha256', 'A'.repeat(64), SHA],
    ['photos.0.sha256', `${long(64)}\n`, SHA],
    ['photos.0.takenAt', '2026-11-20', 'must be a time in UTC such as 2026-11-20T03:00:00Z'],
    ['photos.0.takenAt', '2026-11-20T03:00:00+07:00', 'must be a time in UTC such as 2026-11-20T03:00:00Z'],
    ['process', new Array(25).fill(wholeRequest.process[0]), 'must have at most 24 steps'],
    ['process.0.step', 'Nyanting', SLUG],
    ['process.0.actor', 'Ibu Sari', 'must be small letters, digits and single hyphens, such as manggur-anggur-01'],
    ['process.0.date', '2026-11-31', NO_DAY],
    ['process.0.date', '2026-11-23', FUTURE],
    ['process.0.precision', 'week', 'must be day, month or year'],
  ])('refuses at %s the value %j and says that it %s', (path, value, message) => {
    expect(refusals(withValue(path, value))).toContain(`${path}: ${message}`)
  })

  test('takes dates up to today, and the piece sold on the day that it was made', () => {
    expect(refusals({ ...leastRequest, madeOn: '2026-11-22', soldOn: '2026-11-22' })).toEqual([])
    expect(refusals({ ...leastRequest, madeOn: '2024-02-29' })).toEqual([])
    expect(refusals({ ...leastRequest, madeOn: '2026-11-23', soldOn: '2026-11-23' })).toEqual([
      `madeOn: ${FUTURE}`,
      `soldOn: ${FUTURE}`,
    ])
  })

  test.each([
    'customer',
    'customerName',
    'buyer',
    'name',
    'email',
    'issuedAt',
    'maker',
    'code',
    'nonce',
    'demo',
    'size',
    '__proto__',
  ])('refuses the unknown member %s wherever it stands', (name) => {
    const extra = JSON.parse(`{${JSON.stringify(name)}:"Ibu Rina"}`) as object
    const parts = ['', 'design', 'madeFor', 'dimensions', 'marks.0', 'photos.0', 'process.0']
    for (const part of parts.filter((part) => !(part === 'design' && (name === 'name' || name === 'size')))) {
      const parent = part
        .split('.')
        .filter(Boolean)
        .reduce<unknown>((object, key) => (object as Record<string, unknown>)[key], wholeRequest)
      const members = { ...(parent as object) }
      Object.defineProperties(members, Object.getOwnPropertyDescriptors(extra))
      expect(refusals(part === '' ? members : withValue(part, members))).toEqual([
        `${part}: Unrecognized key: "${name}"`,
      ])
    }
  })

  test.each(Object.keys(leastRequest))('refuses a request without %s, at its path', (name) => {
    const { [name as 'kind']: _, ...without } = leastRequest
    expect(refusals(without).map((refusal) => refusal.split(':')[0])).toEqual([name])
  })

  test('names every field that does not fit, not only the first', () => {
    const request = { ...leastRequest, kind: 'x', product: 'X', soldOn: '2026-11-23', marks: [{ where: '', text: '' }] }
    expect(refusals(request).map((refusal) => refusal.split(':')[0])).toEqual([
      'kind',
      'product',
      'soldOn',
      'marks.0.where',
      'marks.0.text',
    ])
  })

  test.each([null, undefined, [], 'x', 5, [leastRequest]])('refuses %j, which is no request', (request) => {
    expect(refusals(request)).toHaveLength(1)
  })
})
