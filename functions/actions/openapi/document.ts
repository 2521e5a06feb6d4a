/** The parts of OpenAPI 3.1 that the description uses. */

/** A JSON Schema (2020-12), of the keywords that our schemas come to. */
export interface JsonSchema {
  $ref?: string
  type?: string
  description?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  oneOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

export interface Example {
  summary: string
  value: unknown
}

export interface MediaType {
  schema: JsonSchema
  examples?: Record<string, Example>
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description: string
  schema: JsonSchema
  /** A value that the example requests use. */
  example?: string
}

export interface Answer {
  description: string
  content?: Record<string, MediaType>
}

export interface Operation {
  tags: [string]
  summary: string
  description: string
  /** One for each role that may; nothing where anyone may. */
  security?: { bearer: string[] }[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Record<'application/json', MediaType> }
  responses: Record<string, Answer>
}

export type Method = 'get' | 'post' | 'delete'
export type Paths = Record<string, Partial<Record<Method, Operation>>>

export interface OpenApi {
  openapi: '3.1.0'
  info: { title: string; version: string; summary: string; description: string }
  servers: { url: string; description: string }[]
  externalDocs: { url: string; description: string }
  tags: { name: string; description: string }[]
  paths: Paths
  components: {
    securitySchemes: { bearer: { type: 'http'; scheme: 'bearer'; bearerFormat: string; description: string } }
    schemas: Record<string, JsonSchema>
  }
}
