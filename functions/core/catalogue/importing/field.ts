/** The field that a column fills: the question whose answer each of its cells is. */
import type { z } from 'zod'
import { makerQuestions } from '../asking/other-questions.ts'
import { productQuestions } from '../asking/product-questions.ts'
import type { Question } from '../asking/question.ts'
import { makerSchema } from '../maker.ts'
import { productSchema } from '../product.ts'
import type { Target } from './columns.ts'

export type Field = {
  kind: 'maker' | 'product'
  /** In the file, `name.en`. */
  path: string
  question: Question
  schema: z.core.$ZodType
}

const tables = {
  maker: { questions: makerQuestions, schema: makerSchema },
  product: { questions: productQuestions, schema: productSchema },
}

export function fieldOf(target: Exclude<Target, 'ignore'>): Field {
  const kind = target.startsWith('maker.') ? 'maker' : 'product'
  const path = target.slice(kind.length + 1)
  const { questions, schema } = tables[kind]
  return { kind, path, schema, question: questions.find((one) => one.path === path) as Question }
}
