/**
 * YAML in one form, so that a change shows as a change: fields in the order of the schema, codes of digits in quotes and
 * nothing else, lines of at most 120 characters. Comments and empty lines stay with the field that they belong to.
 * What is not YAML, or would not read back as the same values, is left as it is.
 */

import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import type { z } from 'zod'
import { fail, type Result, succeed } from '../../result.ts'
import { elementOf, isText, listFields, schemaOf } from './field-schema.ts'

type Schema = z.core.$ZodType

const WIDTH = 120
const options = { flowCollectionPadding: true, singleQuote: false, indentSeq: true } as const

/** The same fields in the canonical form; the failure is the parser's first sentence. */
export function canonicalizeYaml(text: string, schema: Schema): Result<string, string> {
  const document = parse(text)
  const [error] = document.errors
  if (error) return fail(error.message)
  settle(document.contents, schema)
  const wanted = JSON.stringify(document.toJS())
  let written = write(document, 0)
  // Opening one list can leave another in it too long: until nothing is.
  for (let round = 0; round < 20; round++) {
    const opened = parse(written)
    if (!openLongLines(opened, written)) break
    // Out of its braces, a text with a comma needs no quotes any more.
    settle(opened.contents, schema)
    written = write(opened, 0)
  }
  const folded = write(parse(written), WIDTH)
  if (JSON.stringify(parse(folded).toJS()) !== wanted) return fail('it would not read back as the same')
  return succeed(folded)
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { keepSourceTokens: false })
}

function write(document: Document, lineWidth: number): string {
  return closeBrackets(document.toString({ ...options, lineWidth, minContentWidth: 0 }))
}

/** `[a, b]` beside `{ a: b }`: the library pads both or neither. */
function closeBrackets(text: string): string {
  const spaces: number[] = []
  visit(parse(text), {
    Seq: (_key, { flow, range, items }) => {
      if (!flow || !range || items.length === 0) return
      for (const at of [range[0] + 1, range[1] - 2]) if (text[at] === ' ') spaces.push(at)
    },
  })
  const ends = [...spaces.sort((a, b) => a - b), text.length]
  return ends.map((end, index) => text.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end)).join('')
}

/** Orders the fields, and lets every word stand without quotes that does not need them. */
function settle(node: ParsedNode | null | unknown, schema: Schema | undefined): void {
  if (isMap(node)) {
    order(node, listFields(schema))
    for (const { key, value } of node.items) {
      settle(key, undefined)
      settle(value, schemaOf(schema, isScalar(key) ? String(key.value) : ''))
    }
  } else if (isSeq(node)) {
    for (const item of node.items) settle(item, elementOf(schema))
  } else if (isScalar(node)) {
    settleScalar(node, schema)
  }
}

function settleScalar(node: Scalar, schema: Schema | undefined): void {
  // 35.10 without quotes is the number 35.1: what stands in the file is what was meant.
  if (typeof node.value === 'number' && isText(schema) && node.source !== undefined) node.value = node.source
  if (typeof node.value === 'number') return
  if (typeof node.value === 'string' && node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) {
    node.type = Scalar.PLAIN
  }
}

/** Fields that the schema does not know stand last, as they were. */
function order(map: YAMLMap, fields: string[] | null): void {
  if (!fields) return
  const place = ({ key }: YAMLMap['items'][number]) => {
    const at = fields.indexOf(isScalar(key) ? String(key.value) : '')
    return at < 0 ? fields.length : at
  }
  map.items.sort((a, b) => place(a) - place(b))
}

/** Whether something was opened: a list or a group of fields in braces, or a text, that ends beyond the last column. */
function openLongLines(document: Document.Parsed, text: string): boolean {
  const lines = new LineCounter()
  parseDocument(text, { lineCounter: lines })
  const isLong = (offset: number) => {
    const { line } = lines.linePos(offset)
    const start = lines.lineStarts[line - 1] ?? 0
    return (lines.lineStarts[line] ?? text.length + 1) - 1 - start > WIDTH
  }
  let opened = false
  visit(document, {
    Collection: (_key, node) => {
      if (!isCollection(node) || !node.flow || node.items.length === 0 || !node.range || !isLong(node.range[0]))
        return undefined
      node.flow = false
      opened = true
      return visit.SKIP
    },
    Scalar: (key, node) => {
      const isLongText = key !== 'key' && typeof node.value === 'string' && node.range && isLong(node.range[0])
      if (!isLongText || node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL) return
      if (!/\s/.test(String(node.value).trim())) return
      node.type = Scalar.BLOCK_FOLDED
      opened = true
    },
  })
  return opened
}
