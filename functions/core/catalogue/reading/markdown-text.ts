/** A Markdown file: front matter between two lines of three hyphens, then the story. */

export type MarkdownText = {
  /** The YAML of the front matter; absent where the file has none. */
  frontMatter: string | undefined
  /** The line on which the front matter's YAML begins, from 1. */
  frontMatterLine: number
  /** The story, without the empty lines around it. */
  body: string
  /** The line on which the story begins, from 1. */
  bodyLine: number
}

/** A file without front matter is all story. */
export function splitMarkdown(text: string): MarkdownText {
  const [whole = '', yaml] = text.match(/^---[ ]*\n(?:([\s\S]*?)\n)?---[ ]*(?:\n|$)/) ?? []
  const rest = text.slice(whole.length)
  const leading = rest.length - rest.trimStart().length
  return {
    frontMatter: whole === '' ? undefined : (yaml ?? ''),
    frontMatterLine: 2,
    body: rest.trim(),
    bodyLine: text.slice(0, whole.length + leading).split('\n').length,
  }
}
