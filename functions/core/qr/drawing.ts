/** Drawing a QR as SVG: one path of horizontal runs on white, with its quiet zone; and the size that a printer needs. */

/** The squares of a QR, row by row: 1 is dark. */
export interface QrMatrix {
  size: number
  data: ArrayLike<number>
}

/** ISO/IEC 18004 §9.1: four modules of white on every side. */
const QUIET_ZONE = 4
const MM_PER_INCH = 25.4

/**
 * An SVG document without style attributes or scripts, `widthMm` wide where that is told. `label` is its title for
 * readers that speak.
 */
export function drawQr(matrix: QrMatrix, label: string, widthMm?: number): string {
  return writeSvg(matrix, label, [], widthMm)
}

/** The same with lines of text below, for eyes and for typing: a QR alone does not say where it leads. */
export function drawCaptionedQr(matrix: QrMatrix, label: string, lines: string[], widthMm?: number): string {
  return writeSvg(matrix, label, lines, widthMm)
}

/** In modules: the height of a caption's line, its largest letters, and how wide a letter of that size is. */
const LINE_HEIGHT = 4
const LETTER = 3
const LETTER_WIDTH = 0.62

function writeSvg(matrix: QrMatrix, label: string, lines: string[], widthMm?: number): string {
  const { side, path } = outlineQr(matrix)
  const height = side + lines.length * LINE_HEIGHT
  const heightMm = widthMm === undefined ? 0 : Math.round((widthMm * height * 100) / side) / 100
  const size = widthMm === undefined ? '' : ` width="${widthMm}mm" height="${heightMm}mm"`
  const texts = lines.map((line, i) => writeLine(line, side, side + (i + 0.5) * LINE_HEIGHT))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${height}"${size} role="img" shape-rendering="crispEdges">` +
    `<title>${escapeText(label)}</title><path fill="#fff" d="M0 0h${side}v${height}H0z"/>` +
    `<path fill="#000" d="${path}"/>${texts.join('')}</svg>`
  )
}

/** Centered, and small enough for the line to fit the QR's width. */
function writeLine(line: string, side: number, y: number): string {
  const fitting = (side - 2) / (LETTER_WIDTH * line.length)
  const fontSize = Math.floor(Math.min(LETTER, fitting) * 100) / 100
  return `<text x="${side / 2}" y="${y}" font-family="monospace" font-size="${fontSize}" text-anchor="middle">${escapeText(line)}</text>`
}

/** A QR as one path in a square of `side` modules, its quiet zone included: for pages, which draw it in place. */
export interface QrOutline {
  side: number
  path: string
}

export function outlineQr({ size, data }: QrMatrix): QrOutline {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue
      const start = x
      while (x + 1 < size && data[y * size + x + 1]) x++
      path += `M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${x - start + 1}v1h-${x - start + 1}z`
    }
  }
  return { side: size + 2 * QUIET_ZONE, path }
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (symbol) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[symbol] ?? symbol)
}

/** The least width in whole millimeters at which `dpi` prints every module: 3 dots at 203 dpi, 4 at 300 and above. */
export function leastWidthMm(matrixSize: number, dpi: number): number {
  return Math.ceil(((matrixSize + 2 * QUIET_ZONE) * leastDots(dpi) * MM_PER_INCH) / dpi)
}

/**
 * The width from `mm` upwards at which every module is the same whole number of `dots`: between two such widths a printer
 * makes some modules a dot wider than others, which costs a reader its margin.
 */
export function fitWidthMm(matrixSize: number, mm: number, dpi: number): { mm: number; dots: number } {
  const side = matrixSize + 2 * QUIET_ZONE
  const wanted = (mm * dpi) / (MM_PER_INCH * side)
  // A width that fits already must not lose to the last bit of a division.
  const dots = Math.max(leastDots(dpi), Math.ceil(wanted - 1e-6))
  return { mm: (side * dots * MM_PER_INCH) / dpi, dots }
}

function leastDots(dpi: number): number {
  return dpi < 300 ? 3 : 4
}
