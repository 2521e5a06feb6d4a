/** The API's description: OpenAPI 3.1, from the same zod schemas that parse the requests. */
import { ACT, actPaths } from './acts.ts'
import type { OpenApi } from './document.ts'
import { ELSEWHERE, elsewherePaths } from './elsewhere.ts'
import { CERTIFY, issuingPaths } from './issuing.ts'
import { KEYS, keyPaths } from './keys.ts'
import { LOG, logPaths } from './log.ts'
import { makerPaths } from './makers.ts'
import { productPaths } from './products.ts'
import { CHECK, readingPaths } from './reading.ts'
import { writeSchemas } from './schemas.ts'
import { TOKENS, tokenPaths } from './tokens.ts'

/** The description of the registry at this origin. */
export function describeApi(origin: string): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Asli',
      version: '1',
      summary: 'Issues and checks certificates of single pieces.',
      description:
        'Requests and answers are JSON in UTF-8. Lengths are whole millimeters (mm). Dates are calendar dates in Indonesia (YYYY-MM-DD), and none may be after today at UTC+9. Instants are RFC 3339 in UTC. ' +
        'What is refused is answered with a problem (RFC 9457), whose type is a page that says how to mend it; beside those of each resource, any address may answer not-found, method-not-allowed or internal-error. ' +
        'A customer’s name is taken only as a text that was sealed on the sender’s own device, which nobody here can open; it can be erased.',
    },
    servers: [{ url: origin, description: 'This registry.' }],
    externalDocs: { url: `${origin}/api/docs`, description: 'The same as a page.' },
    tags: [
      { name: CERTIFY, description: 'Issue a certificate, many at once, or a corrected one in place of another.' },
      {
        name: ACT,
        description: 'What may happen to a certificate once it is issued. Every act is an entry of the public log.',
      },
      { name: CHECK, description: 'Open to everyone, from any origin, without a token.' },
      {
        name: LOG,
        description: 'Every issue and every act, in a log that can only grow, for anyone to audit without a token.',
      },
      {
        name: ELSEWHERE,
        description:
          'What anyone’s own verifier needs beside a credential: DID documents and status lists, by W3C’s standards.',
      },
      { name: TOKENS, description: 'For the registry’s administrator.' },
      { name: KEYS, description: 'For the registry’s administrator. Each is an entry of the public log, for ever.' },
    ],
    paths: {
      ...issuingPaths(origin),
      ...actPaths(origin),
      ...readingPaths(origin),
      ...makerPaths(origin),
      ...productPaths(origin),
      ...logPaths(origin),
      ...elsewherePaths(origin),
      ...tokenPaths(origin),
      ...keyPaths(origin),
    },
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'asli_… (54 characters)',
          description:
            'A token that the registry’s operator made for one maker or for a curator, sent as “Authorization: Bearer asli_…”. It works for at most 90 days. Where a resource names roles, a token of any one of them will do.',
        },
      },
      schemas: writeSchemas(origin),
    },
  }
}
