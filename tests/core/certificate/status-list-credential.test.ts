/** A status list's own credential, as `/status/PURPOSE/N` signs it. */
import { describe, expect, test } from 'vitest'
import { buildStatusList } from '#core/certificate/credential.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { formatNQuads } from '#core/certificate/n-quads.ts'
import { addProofs, checkProof } from '#core/certificate/proof.ts'
import { decodeList, statusPurposes } from '#core/certificate/status-list.ts'
import { canonizeJsonLd } from '../../support/reference.ts'
import { ISSUED_AT, ORIGIN, registrySigner } from './support.ts'

const validUntil = '2026-11-23T03:04:05Z'
const build = (purpose: (typeof statusPurposes)[number], list: number, set: number[]) =>
  buildStatusList({ origin: ORIGIN, purpose, list, set, ttl: 60_000 }, { validFrom: ISSUED_AT, validUntil })

describe('the credential of a status list', () => {
  test.each(statusPurposes)(
    'is the registry’s own statement, at the address that the entries name: %s',
    async (purpose) => {
      const { credentialSubject, ...envelope } = await build(purpose, 3, [5, 94_567])
      expect(envelope).toEqual({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: `https://asli.example/status/${purpose}/3`,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: 'did:web:asli.example',
        validFrom: ISSUED_AT,
        validUntil,
      })
      const { encodedList, ...subject } = credentialSubject
      expect(subject).toEqual({
        id: `https://asli.example/status/${purpose}/3#list`,
        type: 'BitstringStatusList',
        statusPurpose: purpose,
        ttl: 60_000,
      })
      expect(await decodeList(encodedList)).toEqual([5, 94_567])
    },
  )

  test('means to a JSON-LD library what we sign of it', async () => {
    const document = await build('refresh', 0, [0, 131_071])
    expect(formatNQuads(document)).toBe(await canonizeJsonLd(document))
  })

  test('bears two proofs that hold, and hold no more once a bit is another', async () => {
    const [document, other] = [await build('revocation', 0, [7]), await build('revocation', 0, [8])]
    const options = {
      ids: ['urn:uuid:1', 'urn:uuid:2'] as [string, string],
      created: ISSUED_AT,
      verificationMethod: `${document.issuer}#${registrySigner.kid}`,
    }
    const verifier = await importVerifier(registrySigner.publicKey)
    const { proof: proofs } = await addProofs(document, registrySigner, options)
    expect(proofs.map(({ cryptosuite }) => cryptosuite)).toEqual(['eddsa-jcs-2022', 'eddsa-rdfc-2022'])
    for (const proof of proofs) {
      expect(await checkProof(document, proof, verifier)).toBe(true)
      expect(await checkProof(other, proof, verifier)).toBe(false)
      expect(await checkProof(await build('suspension', 0, [7]), proof, verifier)).toBe(false)
      expect(await checkProof(await build('revocation', 1, [7]), proof, verifier)).toBe(false)
      expect(await checkProof({ ...document, validUntil: '2030-01-01T00:00:00Z' }, proof, verifier)).toBe(false)
    }
  })
})
