/** What anyone's own verifier reads: DID documents and status lists. */
import { statusPurposes } from '#core/certificate/status-list.ts'
import type { Operation, Parameter, Paths } from './document.ts'
import { writeDid, writeStatusList } from './example-answers.ts'
import { DEMO_MAKER } from './examples.ts'
import { answer, problemsAt } from './parts.ts'

export const ELSEWHERE = 'Verify elsewhere'

const maker: Parameter = {
  name: 'maker',
  in: 'path',
  required: true,
  description: 'The maker’s slug.',
  schema: { type: 'string' },
  example: DEMO_MAKER,
}
const purpose: Parameter = {
  name: 'purpose',
  in: 'path',
  required: true,
  description: 'revocation: withdrawn. suspension: paused or reported. refresh: replaced.',
  schema: { type: 'string', enum: [...statusPurposes] },
  example: 'revocation',
}
const list: Parameter = {
  name: 'list',
  in: 'path',
  required: true,
  description: 'The list’s number, as a certificate’s credentialStatus names it.',
  schema: { type: 'integer', minimum: 0 },
  example: '0',
}

export function elsewherePaths(origin: string): Paths {
  return {
    '/.well-known/did.json': { get: readRegistryDid(origin) },
    '/makers/{maker}/did.json': { get: readMakerDid(origin) },
    '/status/{purpose}/{list}': { get: readList(origin) },
  }
}

function readRegistryDid(origin: string): Operation {
  return {
    tags: [ELSEWHERE],
    summary: 'Read the registry’s DID document',
    description:
      'did:web of the registry: every key that ever signed its credentials, and which of them vouch for them now.',
    responses: {
      200: answer('The document.', 'DidDocument', writeDid(), 'application/did+json'),
      ...problemsAt(origin, ['unavailable']),
    },
  }
}

function readMakerDid(origin: string): Operation {
  return {
    tags: [ELSEWHERE],
    summary: 'Read a maker’s DID document',
    description:
      'The same keys, with the maker as controller: the registry keeps them and signs on the maker’s behalf. It stays for as long as the maker has certificates, in the catalogue or not.',
    parameters: [maker],
    responses: {
      200: answer('The document.', 'DidDocument', writeDid(DEMO_MAKER), 'application/did+json'),
      ...problemsAt(origin, ['not-found', 'unavailable']),
    },
  }
}

function readList(origin: string): Operation {
  return {
    tags: [ELSEWHERE],
    summary: 'Read a status list',
    description:
      'W3C Bitstring Status List 1.0, made from what the registry knows at this moment, and signed. Keep it for ttl milliseconds at most; after validUntil it says nothing.',
    parameters: [purpose, list],
    responses: {
      200: answer('The list’s credential.', 'StatusList', writeStatusList(), 'application/vc'),
      ...problemsAt(origin, ['not-found', 'unavailable']),
    },
  }
}
