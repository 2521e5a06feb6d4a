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

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export interface Cryptosuite {
    name: string
  }
  export const cryptosuite: Cryptosuite
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'

  export function createVerifyCryptosuite(): Cryptosuite
}

declare module '@digitalbazaar/data-integrity' {
  import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'

  export class DataIntegrityProof {
    constructor(options: { cryptosuite: Cryptosuite })
  }
}

declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity'
  import type { Load } from 'jsonld'
  import type { JsonObject } from '#core/canonical-json.ts'

  export interface Verification {
    verified: boolean
    error?: Error & { errors?: Error[] }
  }
  export function verifyCredential(options: {
    credential: JsonObject
    suite: DataIntegrityProof | DataIntegrityProof[]
    documentLoader: Load
    checkStatus: () => Promise<{ verified: boolean }>
    now: string
  }): Promise<Verification>
}
