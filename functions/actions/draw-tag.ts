/** The QR of a certificate's tag, with the code to type and the host to compare below it. */
import { create } from 'qrcode'
import { type Code, formatCode } from '#core/certificate/code.ts'
import { drawCaptionedQr, leastWidthMm } from '#core/qr/drawing.ts'
import { formatTagUrl } from '#core/qr/payload.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'

/** A printed tag is at least this wide, so that a phone at arm's length still reads it. */
const LEAST_MM = 18

export interface TagSize {
  mm?: number
  dpi?: number
}

/** An SVG, or the problem that names the least size that the printer can print. */
export function drawTag(origin: string, code: Code, { mm, dpi = 203 }: TagSize): Result<string, Problem> {
  const { modules } = create(formatTagUrl(origin, code), { errorCorrectionLevel: 'Q' })
  const least = Math.max(LEAST_MM, leastWidthMm(modules.size, dpi))
  if (mm !== undefined && mm < least) {
    return fail(problem('qr-too-small', `At ${dpi} dpi this QR needs at least ${least} mm; ${mm} mm was asked for.`))
  }
  const { host } = new URL(origin)
  // A forged label leads elsewhere: the printed host is what a reader can compare with the address bar.
  const lines = [formatCode(code), `${host}/v`]
  return succeed(drawCaptionedQr(modules, `QR: ${formatCode(code)}, ${host}`, lines, mm))
}
