/** The source of a zod schema as the compiler parses it: which expression a field has, and which comment stands at it. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** An expression and the file that its names belong to. */
export type Source = { file: string; expression: ts.Expression }

export type SourceField = { comment: string; value: Source }

const parsed = new Map<string, ts.SourceFile>()

function parseFile(file: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  parsed.set(file, tree)
  return tree
}

/** The comment that the file begins with. */
export function readHead(file: string): string {
  const { text } = parseFile(file)
  const [head] = ts.getLeadingCommentRanges(text, 0) ?? []
  if (!head) throw new Error(`${file} does not begin with a comment.`)
  return readComment(text.slice(head.pos, head.end))
}

/** What a const of the file, or one that it imports, is set to. */
export function openConst(file: string, name: string): Source {
  for (const statement of parseFile(file).statements) {
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find((one) => one.name.getText() === name)
      if (found?.initializer) return { file, expression: found.initializer }
    } else if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const from = statement.moduleSpecifier.text
      const bindings = statement.importClause?.namedBindings
      const found = bindings && ts.isNamedImports(bindings) && bindings.elements.find((one) => one.name.text === name)
      if (found && from.startsWith('.')) {
        return openConst(resolve(file, '..', from), (found.propertyName ?? found.name).text)
      }
    }
  }
  throw new Error(`${file} has no const ${name}.`)
}

/** A field of `z.strictObject({ … })`, and the comment that stands at it; empty where there is none. */
export function fieldOf(source: Source, name: string): SourceField {
  const { file, expression } = settle(argumentOf(source, 'strictObject', 0))
  if (!ts.isObjectLiteralExpression(expression)) throw new Error(`${placeOf(source)}: these are no fields in braces.`)
  const property = expression.properties.find((one) => one.name?.getText() === name)
  if (!property || !ts.isPropertyAssignment(property)) throw new Error(`${placeOf(source)}: no field ${name}.`)
  const comment = ts.getJSDocCommentsAndTags(property).findLast(ts.isJSDoc)
  return {
    comment: comment ? readComment(comment.getText()) : '',
    value: { file, expression: property.initializer },
  }
}

/** An argument of `z.array(…)` and its like. */
export function argumentOf(source: Source, maker: 'strictObject' | 'array' | 'record', index: number): Source {
  return argumentsOf(source, [maker], index)
}

/** One choice of `z.union([…])` or `z.discriminatedUnion('…', […])`. */
export function choicesOf(source: Source, index: number): Source {
  const { expression } = settle(source)
  const at = ts.isCallExpression(expression) ? expression.arguments.length - 1 : 0
  const list = settle(argumentsOf(source, ['union', 'discriminatedUnion'], at))
  const choice = ts.isArrayLiteralExpression(list.expression) ? list.expression.elements[index] : undefined
  if (!choice) throw new Error(`${placeOf(source)}: there is no choice ${index}.`)
  return { file: list.file, expression: choice }
}

function argumentsOf(source: Source, makers: readonly string[], index: number): Source {
  const { file, expression } = settle(source)
  const argument =
    makers.includes(makerOf(expression)) && ts.isCallExpression(expression) && expression.arguments[index]
  if (!argument) throw new Error(`${placeOf(source)}: this is not z.${makers.join(' or z.')}.`)
  return { file, expression: argument }
}

/** `z.array(…)` of `many.optional()`, where that is what the const `many` is: names and what only refines are left off. */
function settle({ file, expression }: Source): Source {
  if (ts.isIdentifier(expression)) return settle(openConst(file, expression.text))
  if (ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression)) {
    return settle({ file, expression: expression.expression })
  }
  if (!ts.isCallExpression(expression) || makerOf(expression) !== '') return { file, expression }
  const { expression: called } = expression
  return ts.isPropertyAccessExpression(called) ? settle({ file, expression: called.expression }) : { file, expression }
}

/** `array` of `z.array(…)`; empty for everything else. */
function makerOf(expression: ts.Expression): string {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return ''
  const { expression: object, name } = expression.expression
  return ts.isIdentifier(object) && object.text === 'z' ? name.text : ''
}

/** The words of a doc comment on one line. */
function readComment(text: string): string {
  return text
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/\n\s*\* ?/g, '\n')
    .replace(/\s+/g, ' ')
    .trim()
}

function placeOf({ file, expression }: Source): string {
  const { line } = parseFile(file).getLineAndCharacterOfPosition(expression.getStart())
  return `${file}:${line + 1}`
}
