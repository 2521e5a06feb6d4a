/** What a certificate states, as answers hold it: the schemas of what core reads with its own closed shapes. */
import { z } from 'zod'
import type { Curation } from '#core/certificate/curation.ts'
import type { Piece } from '#core/certificate/piece.ts'
import { exclusivities } from '#core/log/leaf.ts'

/** The same in JSON, where nothing vouches for a code. */
export type Read<T extends { code: unknown }> = Omit<T, 'code'> & { code: string }

/** A code as it is kept, and as it stands in addresses. */
const plainCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  .describe('The code without hyphens: twelve symbols of Crockford’s base32.')
/** A code as it is shown. */
export const shownCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  .describe('The code as labels show it: XXXX-XXXX-XXXX.')
const nonce = z.string().describe('16 random bytes, base64url: nobody can guess a credential from its facts.')
const maker = z.string().describe('The maker’s slug: their page is /makers/SLUG/.')
const product = z.string().describe('The product’s slug: its page is /products/SLUG/.')
const demo = z.boolean().describe('true where maker and product are invented.')
const date = z.iso.date()
/** RFC 3339 in UTC, whole seconds. */
export const instant = z.iso.datetime({ precision: 0 })
const millimeters = z.int().min(1).max(100_000)
const points = z.number().min(0).max(100)

export const localized = z.strictObject({
  en: z.string().describe('In English.'),
  id: z.string().describe('In Indonesian.'),
})

export const criteria = z
  .strictObject({
    product: points.describe('The product itself.'),
    packaging: points.describe('Packaging and labels.'),
    qa: points.describe('Quality control.'),
    legality: points.describe('Papers.'),
    export: points.describe('Readiness for export.'),
    capacity: points.describe('Capacity.'),
  })
  .describe('Points a criterion.')

export const pieceSchema = z
  .strictObject({
    id: z.url().describe('The certificate’s address with #piece.'),
    type: z.literal('Piece'),
    code: plainCode,
    nonce,
    maker,
    designer: z
      .exactOptional(z.strictObject({ displayName: z.string().describe('As the catalogue names them.') }))
      .describe('Whom the product names.'),
    product,
    productName: localized.describe('The product’s name when it was signed.'),
    design: z
      .strictObject({
        id: z.string().describe('The maker’s own id of the design.'),
        name: z.string().describe('As it is printed.'),
        exclusivity: z.enum(exclusivities).describe('exclusive: one live certificate at most. limited: one a number.'),
      })
      .describe('The motif that exclusivity is about.'),
    edition: z
      .strictObject({ number: z.int().min(0).describe('Which piece.'), size: z.int().min(0).describe('Of how many.') })
      .describe('Which piece of how many: 1 of 1 where exclusive, 0 of 0 in an open series.'),
    techniques: z.array(z.string()).describe('Ids of content/vocab/techniques.yaml.'),
    motifs: z.array(z.string()).describe('Ids of content/vocab/motifs.yaml.'),
    dyes: z.array(z.string()).describe('Ids of content/vocab/dyes.yaml.'),
    materials: z
      .array(
        z.strictObject({
          fibre: z.string().describe('An id of content/vocab/fibres.yaml, or the material in words.'),
          pct: z.number().gt(0).max(100).describe('Share of the mass, in percent.'),
        }),
      )
      .describe('What it is made of.'),
    place: z
      .strictObject({
        regency: z.string().describe('The regency by its official number, such as 35.74.'),
        district: z.exactOptional(z.string()).describe('Its name.'),
      })
      .describe('Where it was made.'),
    madeOn: date.describe('The day the piece was finished: a calendar date in Indonesia.'),
    soldOn: date.describe('The day it was sold: a calendar date in Indonesia.'),
    dimensions: z
      .exactOptional(
        z.strictObject({
          lengthMm: millimeters.describe('Length in millimeters (mm).'),
          widthMm: millimeters.describe('Width in millimeters (mm).'),
          heightMm: z.exactOptional(millimeters).describe('Height in millimeters (mm).'),
        }),
      )
      .describe('How large the piece is.'),
    marks: z
      .array(
        z.strictObject({
          where: z.string().describe('Where on the piece to look.'),
          text: z.string().describe('What is to be seen there.'),
          photo: z.exactOptional(z.string()).describe('SHA-256 of the photo’s file, hexadecimal.'),
        }),
      )
      .describe('What tells this piece from every other.'),
    photos: z
      .array(
        z.strictObject({
          sha256: z.string().describe('Of the photo’s file, hexadecimal.'),
          takenAt: instant.describe('RFC 3339 in UTC.'),
        }),
      )
      .describe('Fingerprints of photos.'),
    process: z
      .array(
        z.strictObject({
          step: z.string().describe('An id of content/vocab/process-steps.yaml.'),
          actor: z.exactOptional(z.string()).describe('A role, never a name.'),
          date: date.describe('A calendar date in Indonesia.'),
          precision: z.enum(['day', 'month', 'year']).describe('How exactly the date is known.'),
        }),
      )
      .describe('The steps of making, in order.'),
    madeFor: z
      .strictObject({
        mode: z.enum(['none', 'private']).describe('private: for one customer, not named. none: for stock.'),
        commitment: z
          .exactOptional(z.string())
          .describe('Binds the customer’s sealed name, where there is one: base64url.'),
      })
      .describe('For whom it was made.'),
    demo,
  })
  .describe(
    'What the maker states of one piece. Lengths are whole millimeters; dates are calendar dates in Indonesia.',
  ) satisfies z.ZodType<Read<Piece>>

export const curationSchema = z
  .strictObject({
    id: z.url().describe('The certificate’s address with #curation.'),
    type: z.literal('Curation'),
    code: plainCode,
    nonce,
    maker,
    product,
    productName: localized.describe('The product’s name when it was signed.'),
    record: z.string().describe('The record in the catalogue.'),
    rubric: z.string().describe('By which rubric, as id@version.'),
    curators: z.array(z.string()).min(2).describe('Ids of the curators, never names.'),
    total: points.describe('Mean of the curators’ points, 0 to 100.'),
    criteria,
    grade: z.enum(['A', 'B']).describe('By the rubric’s bands.'),
    decidedOn: date.describe('A calendar date in Indonesia.'),
    expiresOn: date.describe('The last day on which it holds: a calendar date in Indonesia.'),
    demo,
  })
  .describe('What the catalogue’s operator states of a product that two curators examined.') satisfies z.ZodType<
  Read<Curation>
>
