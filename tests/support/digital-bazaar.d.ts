/** What we use of the reference implementations, which come without types. */

declare module 'jsonld' {
  import type { JsonObject } from '#core/canonical-json.ts'

  export type Load = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: JsonObject }>
  interface Options {
    algorithm: 'RDFC-1.0'
    format: 'application/n-quads'
    base: null
    safe: true
    documentLoader: Load
  }
  const jsonld: { canonize(document: JsonObject, options: Options): Promise<string> }
  export default jsonld
}

declare module '@digitalbazaar/credentials-context' {
  import type { JsonObject } from '#core/canonical-json.ts'

  export const contexts: Map<string, JsonObject>
}
