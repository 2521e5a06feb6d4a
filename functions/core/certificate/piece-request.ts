/**
 * What a maker sends to certify one piece. Techniques, motifs and dyes are the product's unless they are stated here;
 * materials, place and designer are always the product's. All of it is signed.
 */
import { z } from 'zod'
import { isCalendarDate } from '../calendar.ts'
import { exclusivities } from '../log/leaf.ts'
import { MOST_PIECES } from './piece.ts'
import { isInstant } from './shape.ts'

export const slug = z
  .string('must be text: small letters, digits and hyphens')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens, such as manggur-anggur-01')
  .max(60, 'must have at most 60 characters')

/** Controls, line separators, and format characters that show a text as another; the joiners that scripts need stay. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u

// Normalized before it is measured: what is signed must fit the piece's closed shape.
const line = z
  .string('must be text on one line')
  .normalize('NFC')
  .trim()
  .min(1, 'must not be empty')
  .max(300, 'must have at most 300 characters')
  .refine((text) => text.isWellFormed() && !UNPRINTABLE.test(text), 'must be plain text on one line')

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 fingerprint: 64 characters 0–9 and a–f')
  .describe('SHA-256 of the photo’s file, in small hexadecimal digits. The photo itself stays with you.')
const millimeters = z
  .number('must be a number of millimeters')
  .int('must be whole millimeters')
  .min(1, 'must be at least 1 mm')
  .max(100_000, 'must be at most 100,000 mm (100 m)')

/** A sealed name of the greatest length, in base64url. */
const MOST_SEALED = 2000

/** Ids of the vocabulary that differ from the product's. */
const listOf = (words: string) =>
  z
    .array(slug, 'must be a list')
    .max(12, 'must have at most 12 entries')
    .optional()
    .describe(
      `Ids of content/vocab/${words}.yaml, where they are not the product’s; left out, the product’s are signed.`,
    )

/** The request's schema on `today`, the calendar date at UTC+9: nowhere in Indonesia is later. */
export function pieceRequestOn(today: string) {
  const date = z
    .string('must be a date in quotes or plain, such as 2026-11-20')
    .refine(isCalendarDate, { message: 'must be a date that exists, as YYYY-MM-DD', abort: true })
    .refine((value) => value <= today, `must not be in the future (today is ${today} in Indonesia)`)
    .meta({ format: 'date' })

  return z
    .strictObject({
      kind: z.literal('piece', 'must be “piece”').describe('What is certified: one physical piece.'),
      product: slug.describe('The product’s folder name in the catalogue.'),
      design: z
        .strictObject({
          id: slug.describe('The maker’s own id of the design, unique for that maker.'),
          name: line.describe('The design’s name as it is printed.'),
          exclusivity: z
            .enum(exclusivities, 'must be “exclusive”, “limited” or “open”')
            .describe('exclusive: one piece alone is ever live. limited: numbered pieces. open: any number.'),
          size: z
            .number('must be a number of pieces')
            .int('must be a whole number of pieces')
            .min(1, 'must be at least 1')
            .max(MOST_PIECES, `must be at most ${MOST_PIECES}: more is an open series`)
            .optional()
            .describe('How many pieces a limited design has; no other has a size.'),
        })
        .refine(({ exclusivity, size }) => (exclusivity === 'limited') === (size !== undefined), {
          path: ['size'],
          message: 'is given with “limited”, and with nothing else',
        })
        .describe('The motif that exclusivity is about.'),
      edition: z
        .strictObject({
          number: z
            .number('must be a number')
            .int('must be a whole number')
            .min(1, 'must be at least 1')
            .describe('1 to the design’s size.'),
        })
        .optional()
        .describe('Which piece of a limited design this is; left out, it gets the next free number.'),
      madeOn: date.describe('The day the piece was finished: a calendar date in Indonesia, not after today at UTC+9.'),
      soldOn: date.describe('The day it was sold to the customer: a calendar date in Indonesia, not before madeOn.'),
      madeFor: z
        .strictObject({
          mode: z
            .enum(['none', 'private'], 'must be “private” (one customer, not named) or “none”')
            .describe('private: made for one customer, whose name never reaches the registry. none: made for stock.'),
          commitment: z
            .string()
            .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'must be a SHA-256 in base64url: 43 symbols')
            .optional()
            .describe('Binds the sealed name; `asli issue` makes it on your own device. It is signed.'),
          sealed: z
            .string()
            .regex(/^[A-Za-z0-9_-]+$/, 'must be base64url')
            .min(MOST_SEALED / 8, 'is too short to be a sealed name')
            .max(MOST_SEALED, `must have at most ${MOST_SEALED} symbols`)
            .optional()
            .describe('The customer’s name, encrypted on your own device; it can be erased, and is not signed.'),
        })
        .refine(({ mode, commitment }) => commitment === undefined || mode === 'private', {
          path: ['commitment'],
          message: 'is given with “private” alone',
        })
        .refine(({ commitment, sealed }) => (commitment === undefined) === (sealed === undefined), {
          path: ['sealed'],
          message: 'is given together with its commitment, or not at all',
        })
        .default({ mode: 'private' })
        .describe('For whom it was made; nobody is named here.'),
      customerRef: z
        .string('must be text: your own reference of the customer')
        .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, 'must be a reference such as C-0012, never a name')
        .optional()
        .describe(
          'Your own reference of the customer, such as C-0012, never a name. It is neither signed nor shown: it only ' +
            'counts customers who came back.',
        ),
      dimensions: z
        .strictObject({
          lengthMm: millimeters.describe('Length in millimeters (mm), whole.'),
          widthMm: millimeters.describe('Width in millimeters (mm), whole.'),
          heightMm: millimeters.optional().describe('Height in millimeters (mm), whole; left out for what is flat.'),
        })
        .optional()
        .describe('How large the piece is, in millimeters (mm).'),
      techniques: listOf('techniques'),
      motifs: listOf('motifs'),
      dyes: listOf('dyes'),
      marks: z
        .array(
          z.strictObject({
            where: line.describe('Where on the piece to look.'),
            text: line.describe('What is to be seen there.'),
            photo: sha256.optional(),
          }),
        )
        .max(3, 'must name at most 3 marks')
        .default([])
        .describe('What tells this piece from every other: a drip, a repair, the signature in the selvedge.'),
      photos: z
        .array(
          z.strictObject({
            sha256,
            takenAt: z
              .string('must be a time in UTC such as 2026-11-20T03:00:00Z')
              .refine(isInstant, { message: 'must be a time in UTC such as 2026-11-20T03:00:00Z', abort: true })
              .refine((value) => value.slice(0, 10) <= today, 'must not be in the future')
              .meta({ format: 'date-time' })
              .describe('When it was taken: RFC 3339 in UTC, whole seconds, such as 2026-11-20T03:00:00Z.'),
          }),
        )
        .max(12, 'must have at most 12 photos')
        .default([])
        .describe('Fingerprints of photos of the piece.'),
      process: z
        .array(
          z.strictObject({
            step: slug.describe('An id of content/vocab/process-steps.yaml.'),
            actor: slug.optional().describe('A role of content/vocab/roles.yaml; names of people are not kept.'),
            date: date.describe('When the step was done: a calendar date in Indonesia.'),
            precision: z
              .enum(['day', 'month', 'year'], 'must be day, month or year')
              .default('day')
              .describe('How exactly that date is known.'),
          }),
        )
        .max(24, 'must have at most 24 steps')
        .default([])
        .describe('The steps of making, in order: mola, nyanting, nyoga, nglorod …'),
    })
    .refine(({ design, edition }) => !edition || (design.size !== undefined && edition.number <= design.size), {
      path: ['edition', 'number'],
      message: 'must be at most the size of a limited design; no other has numbers',
    })
    .refine((request) => request.madeOn <= request.soldOn, {
      path: ['soldOn'],
      message: 'must not be before madeOn',
    })
}

export type PieceRequest = z.output<ReturnType<typeof pieceRequestOn>>
