/** A letter as plain text, and as a page of its own that prints on A4. */
import type { Letter } from './compose.ts'

const WIDTH = 72

export function formatLetterText({ subject, to, date, opening, sections, closing }: Letter): string {
  const parts = [
    date,
    `Kepada Yth.\n${to}`,
    wrap(`Perihal: ${subject}`),
    ...opening.map((line) => wrap(line)),
    ...sections.map(({ title, lines }) => [title, ...lines.map((line) => wrap(line, '- ', '  '))].join('\n')),
    ...closing.map((line) => wrap(line)),
  ]
  return `${parts.join('\n\n')}\n`
}

function wrap(text: string, first = '', rest = ''): string {
  const lines: string[] = []
  let line = first
  for (const word of text.split(/\s+/)) {
    const begun = line.trim() !== '' && line !== first
    if (begun && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = rest + word
    } else line += begun ? ` ${word}` : word
  }
  return [...lines, line].join('\n')
}

/** Complete in itself: nothing is loaded, so that it prints the same in an office without a network. */
export function formatLetterHtml({ subject, to, date, opening, sections, closing }: Letter): string {
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`
  const section = ({ title, lines }: Letter['sections'][number]) =>
    `<section>\n<h2>${escapeHtml(title)}</h2>\n<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}\n</ul>\n</section>`
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
<style>
@page { size: A4; margin: 25mm 22mm }
body { font: 11.5pt/1.5 Georgia, 'Times New Roman', serif; color: #222; max-width: 166mm; margin: 12mm auto; padding: 0 6mm }
h1 { font-size: 14pt; margin: 8mm 0 }
h2 { font-size: 12pt; margin: 6mm 0 1mm; break-after: avoid }
ul { margin: 0; padding-left: 6mm }
li { margin-bottom: 1.5mm; break-inside: avoid }
@media print { body { margin: 0; padding: 0; max-width: none } }
</style>
</head>
<body>
<p>${escapeHtml(date)}</p>
<p>Kepada Yth.<br>${escapeHtml(to)}</p>
<h1>${escapeHtml(subject)}</h1>
${opening.map(paragraph).join('\n')}
${sections.map(section).join('\n')}
${closing.map(paragraph).join('\n')}
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
