/** The resources that anyone may read: a certificate, its report, the keys, and this description. */
import { credentialQuery } from '#core/certificate/request.ts'
import { qrQuery } from '../encode-qr.ts'
import type { Operation, Paths } from './document.ts'
import {
  writeCredential,
  writeKeyList,
  writeProof,
  writeReport,
  writeRevokedReport,
  writeSealed,
  writeUnknownReport,
} from './example-answers.ts'
import { answer, codeParameter, problemsAt, queryParameters, textAnswer } from './parts.ts'
import { refer } from './schemas.ts'

export const CHECK = 'Check and read'

export function readingPaths(origin: string): Paths {
  return {
    '/api/verify/{code}': { get: check() },
    '/api/certificates/{code}': { get: readCredential(origin) },
    '/api/certificates/{code}/proof': { get: readProof(origin) },
    '/api/certificates/{code}/sealed': { get: readSealed(origin) },
    '/api/certificates/{code}/qr.svg': { get: drawQr(origin) },
    '/.well-known/asli.json': { get: readKeys() },
    '/api/openapi.json': { get: readDescription() },
  }
}

function check(): Operation {
  const report = answer('The record was found: read the verdict.', 'Report', writeReport())
  const withdrawn = { summary: 'A withdrawn certificate', value: writeRevokedReport() }
  for (const media of Object.values(report.content ?? {})) {
    media.examples = { valid: { summary: 'A current certificate', value: writeReport() }, withdrawn }
  }
  return {
    tags: [CHECK],
    summary: 'Check a certificate',
    description:
      'The report of which the page /v/CODE is the other face: one verdict, and the six checks from which it follows. A withdrawn certificate is answered with 200: asking was fine, the answer is “revoked”. Nothing is remembered of who asked.',
    parameters: [codeParameter],
    responses: {
      200: report,
      404: answer('Verdict unknown-code, perhaps with a suggestion.', 'Report', writeUnknownReport()),
      503: {
        description: 'Verdict unavailable: it could not be checked, which says nothing about the piece.',
        content: { 'application/json': { schema: refer('Report') } },
      },
    },
  }
}

function readCredential(origin: string): Operation {
  return {
    tags: [CHECK],
    summary: 'Read the signed credential',
    description:
      'The document as it was signed, byte for byte, of a withdrawn certificate as well: whether it still holds is what the check says. Some verifiers refuse a set of proofs: ask for one.',
    parameters: [codeParameter, ...queryParameters(credentialQuery, { proof: 'rdfc' })],
    responses: {
      200: answer('The credential.', 'Credential', writeCredential(), 'application/vc'),
      ...problemsAt(origin, [
        'certificate-not-found',
        'proof-not-found',
        'invalid-request',
        'record-altered',
        'unavailable',
      ]),
    },
  }
}

function readSealed(origin: string): Operation {
  return {
    tags: [CHECK],
    summary: 'Read the sealed name',
    description:
      'The customer’s name as it was sealed on the maker’s device. Whoever has the owner link opens it on their own device; to everyone else it is noise, of one length whatever the name.',
    parameters: [codeParameter],
    responses: {
      200: answer('The sealed name.', 'Sealed', writeSealed()),
      ...problemsAt(origin, ['certificate-not-found', 'nothing-sealed', 'subject-erased', 'unavailable']),
    },
  }
}

function readProof(origin: string): Operation {
  return {
    tags: [CHECK],
    summary: 'Read the proof that the log has it',
    description: 'A C2SP tlog-proof of its issue against the log as it is now. It can be checked without a network.',
    parameters: [codeParameter],
    responses: {
      200: textAnswer('The proof, with the signed checkpoint below it.', 'text/plain', writeProof()),
      ...problemsAt(origin, ['certificate-not-found', 'record-altered', 'unavailable']),
    },
  }
}

function drawQr(origin: string): Operation {
  return {
    tags: [CHECK],
    summary: 'Draw its QR',
    description:
      'An SVG with the code and the host to compare below the squares. It never changes, so keep it. A size that the printer cannot print is refused with the least one that it can.',
    parameters: [codeParameter, ...queryParameters(qrQuery, { mm: '25', dpi: '300' })],
    responses: {
      200: textAnswer('The drawing.', 'image/svg+xml'),
      ...problemsAt(origin, [
        'certificate-not-found',
        'invalid-request',
        'qr-too-small',
        'record-altered',
        'unavailable',
      ]),
    },
  }
}

function readKeys(): Operation {
  return {
    tags: [CHECK],
    summary: 'Read the registry’s public keys',
    description: 'Whose signatures to believe, by what each key signs: credentials, the log, paper cards.',
    responses: { 200: answer('The keys.', 'KeyList', writeKeyList()) },
  }
}

function readDescription(): Operation {
  return {
    tags: [CHECK],
    summary: 'Read this description',
    description: 'OpenAPI 3.1, written from the schemas that read the requests. The page /api/docs is made of it.',
    responses: {
      200: { description: 'The description.', content: { 'application/json': { schema: { type: 'object' } } } },
    },
  }
}
