/**
 * YAML with its lines. Anchors and aliases are refused: a reader of the file would have to follow them, and a loop of
 * them has no value.
 */
import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Fault } from '../rules/rule.ts'
import { formatPath, type Path, type Sentence } from './finding.ts'
import { describeYamlError } from './yaml-words.ts'

export type YamlRule = 'YAML-01' | 'YAML-02' | 'YAML-03'

/** The line of a field, or of its nearest parent that is there; from 1. The whole file is meant by an empty path. */
export type LineOf = (path: Path) => number

export type YamlText = { value: unknown; faults: Fault<YamlRule>[]; lineOf: LineOf }

/** `firstLine` is where the text begins in its file. With a fault there is no value. */
export function readYamlText(text: string, firstLine = 1): YamlText {
  const lineOf = locateFields(text, firstLine)
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
    const faults = [...listErrors(document, lineAt), ...findAnchor(document, text, lineAt)]
    return { value: faults.length > 0 ? undefined : document.toJS(), faults, lineOf }
  } catch {
    // The parser calls itself for every level, so that a thousand brackets exhaust its stack.
    return {
      value: undefined,
      faults: [broken(firstLine, { en: 'it is nested too deeply', id: 'susunannya terlalu dalam' })],
      lineOf,
    }
  }
}

function listErrors(document: Document, lineAt: (offset: number) => number): Fault<YamlRule>[] {
  const [first] = document.errors
  if (!first) return []
  const duplicates = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
  // After a fault of the syntax the rest is guesswork; duplicate keys are each a fault of their own.
  if (duplicates.length < document.errors.length) {
    const syntax = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY') ?? first
    return [broken(lineAt(syntax.pos[0]), describeYamlError(syntax.message))]
  }
  return duplicates.map(({ pos }) => ({
    rule: 'YAML-02',
    path: [],
    line: lineAt(pos[0]),
    message: { en: 'This key stands here twice.', id: 'Kunci ini tertulis dua kali.' },
  }))
}

function broken(line: number, { en, id }: Sentence): Fault<YamlRule> {
  return {
    rule: 'YAML-01',
    path: [],
    line,
    message: { en: `This is not YAML: ${en}.`, id: `Ini bukan YAML yang benar: ${id}.` },
  }
}

function findAnchor(document: Document, text: string, lineAt: (offset: number) => number): Fault<YamlRule>[] {
  if (!/[&*]/.test(text)) return []
  let offset: number | undefined
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor === undefined) return undefined
      offset = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  if (offset === undefined) return []
  const message = {
    en: 'This is a YAML anchor or alias (& or *).',
    id: 'Ini jangkar atau alias YAML (& atau *).',
  }
  return [{ rule: 'YAML-03', path: [], line: lineAt(offset), message }]
}

/** Parsed again, and only when first asked: few files have findings, and a parsed file is many times its text. */
function locateFields(text: string, firstLine: number): LineOf {
  let lines: Map<string, number> | undefined
  return (path) => {
    if (path.length === 0) return firstLine
    lines ??= mapLines(text, firstLine)
    for (let length = path.length; length >= 0; length--) {
      const line = lines.get(formatPath(path.slice(0, length)))
      if (line !== undefined) return line
    }
    return firstLine
  }
}

function mapLines(text: string, firstLine: number): Map<string, number> {
  const counter = new LineCounter()
  const found = new Map<string, number>()
  const note = (path: Path, offset: number | undefined) => {
    if (offset !== undefined) found.set(formatPath(path), counter.linePos(offset).line + firstLine - 1)
  }
  const walk = (node: unknown, path: Path): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue
        const inner = [...path, String(pair.key.value)]
        note(inner, pair.key.range?.[0])
        walk(pair.value, inner)
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        note([...path, index], isNode(item) ? item.range?.[0] : undefined)
        walk(item, [...path, index])
      }
    }
  }
  const { contents } = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  // Where a field of the file itself is missing: its first field, below the comments.
  note([], contents?.range?.[0])
  walk(contents, [])
  return found
}
