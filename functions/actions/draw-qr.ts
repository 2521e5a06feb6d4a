/** The QR of a certificate's tag or card, with the code to type and the host to compare below it. */
import { type Code, formatCode } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { drawCaptionedQr, type QrMatrix } from '#core/qr/drawing.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { encodeCard, encodeTag, leastMm, type QrForm } from './encode-qr.ts'
import { readCredential } from './read-certificate.ts'
import type { Services } from './services.ts'

export interface QrSize {
  mm?: number
  dpi?: number
}

/** An SVG, or the problem that names the least size that the printer can print. */
export function drawTag(origin: string, code: Code, size: QrSize): Result<string, Problem> {
  return draw('tag', encodeTag(origin, code), origin, code, size)
}

/** The same for a card. It is drawn for a withdrawn certificate as well: what it says of the issue stays true. */
export async function drawCard(code: Code, size: QrSize, services: Services): Promise<Result<string, Problem>> {
  const text = await readCredential(code, services)
  if (!text.ok) return text
  const credential = parseCredential(text.value)
  if (!credential.ok) throw new Error('bad record: it was read, and is no credential')
  const matrix = await encodeCard(code, credential.value.validFrom, services)
  return draw('card', matrix, services.origin, code, size)
}

function draw(form: QrForm, matrix: QrMatrix, origin: string, code: Code, { mm, dpi = 203 }: QrSize) {
  const least = leastMm(form, matrix, dpi)
  if (mm !== undefined && mm < least) {
    return fail(problem('qr-too-small', `At ${dpi} dpi this QR needs at least ${least} mm; ${mm} mm was asked for.`))
  }
  const { host } = new URL(origin)
  // A forged label leads elsewhere: the printed host is what a reader can compare with the address bar.
  const lines = [formatCode(code), `${host}/v`]
  return succeed(drawCaptionedQr(matrix, `QR: ${formatCode(code)}, ${host}`, lines, mm))
}
