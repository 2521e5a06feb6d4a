/** The two QRs of a certificate: the tag's, which leads to it, and the paper card's, which carries a signature as well. */
import { create } from 'qrcode'
import { z } from 'zod'
import { dayOf, signCard } from '#core/certificate/card.ts'
import type { Code } from '#core/certificate/code.ts'
import { leastWidthMm, type QrMatrix } from '#core/qr/drawing.ts'
import { formatTagUrl } from '#core/qr/payload.ts'
import type { Services } from './services.ts'

export type QrForm = 'tag' | 'card'

/** A printed QR is at least this wide, so that a phone at arm's length still reads it. */
export const LEAST_MM: Record<QrForm, number> = { tag: 18, card: 25 }

/** How wide, and on what printer, a QR is to be printed. */
export const qrSize = z.object({
  mm: z.coerce
    .number('must be a number')
    .min(1, 'must be at least 1')
    .max(500, 'must be at most 500')
    .optional()
    .describe(
      'How wide it is printed, quiet zone included, in millimeters (mm); left out, the drawing has no size of its own.',
    ),
  dpi: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(72, 'must be at least 72')
    .max(2400, 'must be at most 2400')
    .optional()
    .describe('Dots per inch of the printer; 203, that of a small label printer, unless told.'),
})

/** The query of a QR's drawing. */
export const qrQuery = z.strictObject({
  form: z
    .enum(['tag', 'card'], 'must be tag or card')
    .optional()
    .describe('What the QR is printed on: tag, unless told. A card’s carries a signature over code and day.'),
  ...qrSize.shape,
})

export function encodeTag(origin: string, code: Code): QrMatrix {
  return create(formatTagUrl(origin, code), { errorCorrectionLevel: 'Q' }).modules
}

/** The day is that of the issue, so that a certificate has one card for as long as the key is this one. */
export async function encodeCard(
  code: Code,
  issuedAt: string,
  { origin, tagSigner, keyring }: Pick<Services, 'origin' | 'tagSigner' | 'keyring'>,
): Promise<QrMatrix> {
  const { known } = await keyring.current()
  const own = known.find(({ kid }) => kid === tagSigner.kid)
  if (!own) throw new Error('bad keyring: it lacks this deployment’s tag key')
  const statement = { origin, code, key: own.number, day: dayOf(issuedAt) }
  const text = formatTagUrl(origin, code) + (await signCard(statement, tagSigner))
  return create(text, { errorCorrectionLevel: 'M' }).modules
}

/** The least width in whole millimeters at which the printer makes it, and a phone reads it. */
export function leastMm(form: QrForm, { size }: QrMatrix, dpi: number): number {
  return Math.max(LEAST_MM[form], leastWidthMm(size, dpi))
}
