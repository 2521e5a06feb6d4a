/** The schemas under `components`: each zod schema once, by name, and by reference wherever another holds it. */
import { z } from 'zod'
import { batchOf, batchRowOf, certificateRequestOn, supersessionOf } from '#core/certificate/request.ts'
import { problemSlugs, problemType } from '../../problem.ts'
import { tokenRequest } from '../tokens.ts'
import {
  actedSchema,
  batchDryRunSchema,
  batchSchema,
  credentialSchema,
  didSchema,
  dryRunSchema,
  entrySchema,
  issuedSchema,
  keyListSchema,
  keySchema,
  newTokenSchema,
  sealedSchema,
  statusListSchema,
  supersededSchema,
  tokenListSchema,
  tokenSchema,
} from './answers.ts'
import type { JsonSchema } from './document.ts'
import { makerRecordSchema } from './maker-record.ts'
import { productStatusSchema } from './product-status.ts'
import { problemSchemaOf, reportSchema } from './report.ts'
import { curationSchema, pieceSchema } from './subjects.ts'

/** JSON Schema cannot say “not after today”: the last of days stands for it, and the words do. */
const certificateRequest = certificateRequestOn('9999-12-31')
const [pieceRequest, curationRequest] = certificateRequest.options

export const requestSchemas = {
  CertificateRequest: certificateRequest,
  PieceRequest: pieceRequest,
  CurationRequest: curationRequest,
  BatchRequest: batchOf(batchRowOf(certificateRequest)),
  SupersessionRequest: supersessionOf(certificateRequest),
  TokenRequest: tokenRequest,
}

export const answerSchemas = {
  Issued: issuedSchema,
  Superseded: supersededSchema,
  Batch: batchSchema,
  DryRun: dryRunSchema,
  BatchDryRun: batchDryRunSchema,
  Acted: actedSchema,
  Report: reportSchema,
  Credential: credentialSchema,
  Piece: pieceSchema,
  Curation: curationSchema,
  LogEntry: entrySchema,
  Sealed: sealedSchema,
  DidDocument: didSchema,
  StatusList: statusListSchema,
  KeyList: keyListSchema,
  Key: keySchema,
  MakerRecord: makerRecordSchema,
  ProductStatus: productStatusSchema,
  TokenList: tokenListSchema,
  Token: tokenSchema,
  NewToken: newTokenSchema,
}

export type SchemaName = keyof typeof requestSchemas | keyof typeof answerSchemas | 'Problem'

/** Every schema that an answer can have, with the problems of the registry at this origin. */
export function answerSchemasAt(origin: string) {
  return { ...answerSchemas, Problem: problemSchemaOf(problemSlugs.map((slug) => problemType(slug, origin))) }
}

export function writeSchemas(origin: string): Record<string, JsonSchema> {
  return { ...writeAll(requestSchemas, 'input'), ...writeAll(answerSchemasAt(origin), 'output') }
}

export function refer(name: SchemaName): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}

/** A schema that stands in one place alone. */
export function writeSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...written } = z.toJSONSchema(schema, { io: 'input' })
  return written as JsonSchema
}

/** The calendar as a regular expression says nothing that the format does not. */
function dropPattern({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format?.startsWith('date')) delete jsonSchema.pattern
}

function writeAll(named: Record<string, z.ZodType>, io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}`, override: dropPattern })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema as JsonSchema]),
  )
}
