/** The pure parts of the API's page: schemas as rows, and requests as lines of curl. */
import { describe, expect, test } from 'vitest'
import type { JsonSchema } from '../../functions/actions/openapi/document.ts'
import { exampleRequest, formatCurl } from '../../site/api/curl.ts'
import { listTables } from '../../site/api/fields.ts'
import type { Glossary, Part } from '../../site/api/words.ts'
import { apiEn } from '../../site/i18n/api-en.ts'
import { apiId } from '../../site/i18n/api-id.ts'

const text = { type: 'string' }
const schemas: Record<string, JsonSchema> = {
  Box: { type: 'object', properties: { side: { type: 'integer', minimum: 1, maximum: 9 } }, required: ['side'] },
}
const glossary: Glossary = { schemas, linkTo: (name) => `#${name}`, words: apiEn }
const say = (parts: Part[]) => parts.map((part) => part.text).join('')

function rowsOf(properties: Record<string, JsonSchema>, required: string[] = [], words = apiEn) {
  const [table] = listTables({ type: 'object', properties, required }, { ...glossary, words })
  return (table?.fields ?? []).map(({ name, type, required: isRequired, limits }) =>
    [name, say(type), ...(isRequired ? ['required'] : []), ...limits.map(say)].join('; '),
  )
}

describe('the fields of a schema', () => {
  test('are named by their paths, through objects and lists', () => {
    const marks = {
      type: 'array',
      maxItems: 3,
      items: { type: 'object', properties: { where: text }, required: ['where'] },
    }
    const design = { type: 'object', properties: { id: text, size: { type: 'integer' } }, required: ['id'] }
    expect(rowsOf({ design, marks }, ['design'])).toEqual([
      'design; object; required',
      'design.id; text; required',
      'design.size; whole number',
      'marks; list: object; at most 3 entries',
      'marks[].where; text; required',
    ])
  })

  test('say their limits in words, and leave out a bound that is none', () => {
    const rows = rowsOf({
      name: { type: 'string', minLength: 1, maxLength: 300 },
      code: { type: 'string', pattern: '^[A-Z]+$' },
      share: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
      number: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
      mode: { type: 'string', enum: ['', 'private'], default: 'private' },
      ids: { type: 'array', items: { type: 'string', maxLength: 60 } },
      until: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
    })
    expect(rows).toEqual([
      'name; text; 1 to 300 characters',
      'code; text; form ^[A-Z]+$',
      'share; number; at most 100; more than 0',
      'number; whole number; at least 1',
      'mode; text; one of "", private; unless told private',
      'ids; list: text; each at most 60 characters',
      'until; date or null',
    ])
  })

  test('say the same in Indonesian', () => {
    expect(rowsOf({ name: { type: 'string', minLength: 1, maxLength: 300 } }, [], apiId)).toEqual([
      'name; teks; 1 sampai 300 karakter',
    ])
  })

  test('of another schema are linked, not listed again', () => {
    const [table] = listTables({ type: 'object', properties: { box: { $ref: '#/components/schemas/Box' } } }, glossary)
    expect(table?.fields).toMatchObject([{ name: 'box', type: [{ text: 'Box', href: '#Box' }] }])
  })

  test('of a choice make a table a kind; inside a document, one list in which a field of some kinds may be missing', () => {
    const kinds: JsonSchema[] = [
      { type: 'object', properties: { role: { const: 'maker' }, maker: text }, required: ['role', 'maker'] },
      { type: 'object', properties: { role: { const: 'curator' } }, required: ['role'] },
    ]
    expect(listTables({ oneOf: kinds }, glossary).map(({ kind, fields }) => [kind, fields.length])).toEqual([
      ['"role": "maker"', 2],
      ['"role": "curator"', 1],
    ])
    expect(rowsOf({ by: { oneOf: kinds } })).toEqual([
      'by; object',
      'by.role; text; required; one of maker, curator',
      'by.maker; text',
    ])
  })
})

describe('a line of curl', () => {
  const operation = { tags: [''] as [string], summary: '', description: '', responses: {} }

  test('fills the path and the query with examples, and names the token and the key', () => {
    const parameters = [
      { name: 'code', in: 'path' as const, description: '', schema: text, example: '000000000000' },
      { name: 'Idempotency-Key', in: 'header' as const, description: '', schema: text },
      { name: 'mm', in: 'query' as const, description: '', schema: text, example: '25' },
      { name: 'form', in: 'query' as const, description: '', schema: text },
    ]
    const asked = { ...operation, parameters, security: [{ bearer: ['maker'] }] }
    const request = exampleRequest({ method: 'delete', path: '/x/{code}', operation: asked }, 'https://asli.example')
    expect(formatCurl(request).split(' \\\n  ')).toEqual([
      "curl -X DELETE 'https://asli.example/x/000000000000?mm=25'",
      '-H "Authorization: Bearer $TOKEN"',
      '-H "Idempotency-Key: $KEY"',
    ])
  })

  test('keeps a quote in the body from ending it', () => {
    const request = exampleRequest({ method: 'post', path: '/x', operation }, 'https://asli.example', { a: "it's" })
    expect(formatCurl(request)).toContain(`-d '{\n    "a": "it'\\''s"\n  }'`)
  })
})
