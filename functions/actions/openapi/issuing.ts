/** The resources that certify. */
import { MOST_ROWS } from '#core/certificate/request.ts'
import type { Operation, Paths } from './document.ts'
import { writeBatch, writeIssued, writeSuperseded } from './example-answers.ts'
import { writeRefusal, writeTaken } from './example-problems.ts'
import { DEMO_PRODUCT, requestExamples } from './examples.ts'
import {
  answer,
  body,
  bodyProblems,
  codeParameter,
  dryRunParameters,
  keyParameter,
  keyProblems,
  only,
  orderProblems,
  problemsAt,
  tokenProblems,
} from './parts.ts'
import { refer } from './schemas.ts'

export const CERTIFY = 'Certify'

export function issuingPaths(origin: string): Paths {
  return {
    '/api/certificates': { post: issueOne(origin) },
    '/api/certificates/batch': { post: issueMany(origin) },
    '/api/certificates/{code}/supersede': { post: supersede(origin) },
  }
}

function issueOne(origin: string): Operation {
  const problems = [...tokenProblems, ...bodyProblems, ...keyProblems, ...orderProblems]
  return {
    tags: [CERTIFY],
    summary: 'Certify one piece, or one curation',
    description:
      'Signs a certificate, writes its issue into the public log, and answers with its code. A maker certifies a piece of a product of their own; a curator certifies the examination of a product. ' +
      'Send a key of your own with each: the same key with the same body gets the first answer again, however often it is sent, so a lost answer is asked for by repeating the request.',
    security: only('issue a piece', 'issue a curation'),
    parameters: [keyParameter, ...dryRunParameters],
    requestBody: body(refer('CertificateRequest'), requestExamples.certificate),
    responses: {
      200: answer('With dryRun=1: nothing would be refused.', 'DryRun', { dryRun: true, product: DEMO_PRODUCT }),
      201: answer('Issued, now or by an earlier request with this key.', 'Issued', writeIssued()),
      ...problemsAt(origin, problems, {
        'invalid-request': writeRefusal(origin),
        'design-already-certified': writeTaken(origin),
      }),
    },
  }
}

function issueMany(origin: string): Operation {
  return {
    tags: [CERTIFY],
    summary: 'Certify many, all or none',
    description:
      `Up to ${MOST_ROWS} rows and 2 MB, each row a request as for one with a key of its own; pieces and curations are not mixed. All that is wrong is said of every row, and nothing is issued unless all rows pass. ` +
      'A row that was issued before, by the same key and request, is answered with its certificate.',
    security: only('issue a piece', 'issue a curation'),
    parameters: dryRunParameters,
    requestBody: body(refer('BatchRequest'), requestExamples.batch),
    responses: {
      200: answer('With dryRun=1: no row would be refused.', 'BatchDryRun', { dryRun: true, rows: 2 }),
      201: answer('Issued: code, page and QR of each, in the order of the rows.', 'Batch', writeBatch()),
      ...problemsAt(origin, [...tokenProblems, ...bodyProblems, 'batch-refused']),
    },
  }
}

function supersede(origin: string): Operation {
  const problems = [...tokenProblems, ...bodyProblems, ...keyProblems, ...orderProblems]
  return {
    tags: [CERTIFY],
    summary: 'Certify it anew in place of this one',
    description:
      'A correction: in one step the certificate is replaced, and the corrected one is issued with a code of its own. The page of the earlier one then says what replaces it. Only a current certificate can be replaced, by one of the same kind.',
    security: only('issue a piece', 'issue a curation'),
    parameters: [codeParameter, keyParameter],
    requestBody: body(refer('SupersessionRequest'), requestExamples.supersession),
    responses: {
      201: answer('The corrected certificate.', 'Superseded', writeSuperseded()),
      ...problemsAt(origin, [
        ...problems,
        'certificate-not-found',
        'record-altered',
        'already-revoked',
        'state-conflict',
      ]),
    },
  }
}
