/**
 * The DID documents of the registry and of its makers (W3C DID 1.0, did:web): which keys may have signed for them.
 *
 * The registry keeps every key; a maker's document lists them with the maker as controller, since verifiers accept no
 * other, and asli.json says whose they are. A retired key stays, for what it signed; one that is compromised stays with
 * the day, and vouches for nothing here: only our own log tells what it signed before.
 */
import { makerDid, registryDid } from '#core/certificate/credential.ts'
import { formatMultikey } from '#core/certificate/keys.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import type { KeyState } from './keyring.ts'
import type { Services } from './services.ts'

export interface DidDocument {
  '@context': string[]
  id: string
  verificationMethod: {
    id: string
    type: 'Multikey'
    controller: string
    publicKeyMultibase: string
    revoked?: string
  }[]
  assertionMethod: string[]
}

export async function describeRegistryDid({
  origin,
  keyring,
}: Pick<Services, 'origin' | 'keyring'>): Promise<DidDocument> {
  return writeDid(registryDid(origin), await keyring.refresh())
}

/** Of every maker whose certificate the registry ever issued, in the catalogue or not, and of those it lists. */
export async function describeMakerDid(
  maker: string,
  { origin, keyring, store, catalogue }: Pick<Services, 'origin' | 'keyring' | 'store' | 'catalogue'>,
): Promise<Result<DidDocument, Problem>> {
  const isKnown = (await store.hasMaker(maker)) || (await catalogue.read()).makers.some(({ slug }) => slug === maker)
  return isKnown
    ? succeed(writeDid(makerDid(origin, maker), await keyring.refresh()))
    : fail(problem('not-found', 'This registry knows no maker of that name.'))
}

function writeDid(did: string, { known }: KeyState): DidDocument {
  const keys = known.filter(({ role }) => role === 'registry')
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ kid, publicKey, compromisedAt }) => ({
      id: `${did}#${kid}`,
      type: 'Multikey' as const,
      controller: did,
      publicKeyMultibase: formatMultikey(publicKey),
      ...(compromisedAt ? { revoked: compromisedAt } : {}),
    })),
    assertionMethod: keys.filter(({ compromisedAt }) => !compromisedAt).map(({ kid }) => `${did}#${kid}`),
  }
}
