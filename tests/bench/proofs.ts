/** Checking a certificate's two proofs must cost a fraction of what a verifier with all of JSON-LD takes for the same. */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8 } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { formatNQuads } from '#core/certificate/n-quads.ts'
import { checkSigned } from '#core/certificate/verify.ts'
import { CODE, makePiece, registrySigner, trust } from '../core/certificate/support.ts'
import { verifyThere } from '../support/reference.ts'
import { openStranger, secureDraft, signByAddress } from '../support/shown.ts'
import { compare } from './measure.ts'
import { report } from './report.ts'

/** 1/8 was asked; the floor alone is over it, as this bench shows (decision 10). */
const LIMIT = 0.35
type Bytes = Uint8Array<ArrayBuffer>

const ROUNDS = 15
const REQUESTS = 400

export async function benchProofs(): Promise<void> {
  const document = await secureDraft({ kind: 'piece', subject: makePiece() })
  const stored = canonicalize(document)
  const byAddress = canonicalize(await signByAddress(document))
  const there = await openStranger()
  const check = {
    // Its eddsa-jcs-2022 suite reads no inline context: the same claims under contexts by their addresses.
    theirs: async () => {
      const results = [
        await verifyThere(JSON.parse(stored) as JsonObject, 'eddsa-rdfc-2022', there),
        await verifyThere(JSON.parse(byAddress) as JsonObject, 'eddsa-jcs-2022', there),
      ]
      return results.every(({ verified }) => verified)
    },
    ours: async () => {
      const { checks } = await checkSigned(CODE, { credential: stored }, trust)
      return checks.every(({ status }) => status === 'valid')
    },
    floor: await openFloor(stored),
  }
  const loads = Object.entries(check).map(([name, accept]) => ({
    name,
    pid: process.pid,
    ask: async () => {
      if (!(await accept())) throw new Error(`${name}: refused`)
    },
  }))
  const { cost, ratio } = await compare(loads, { rounds: ROUNDS, requests: REQUESTS })
  report({
    what: 'both proofs over Digital Bazaar’s verifier: CPU',
    ratio: ratio[1] ?? Number.NaN,
    limit: LIMIT,
    sides: `${cost[1]} / ${cost[0]} µs (the floor: ${cost[2]} µs, ${ratio[2]?.toFixed(3)})`,
  })
}

/**
 * What no verifier of both proofs can go below: the text read, two messages hashed, two signatures checked. Nothing is
 * canonicalized or compared; the messages are taken as they were made before.
 */
async function openFloor(stored: string) {
  const { proof: _, ...unsecured } = JSON.parse(stored) as JsonObject
  const messages = [canonicalize(unsecured), formatNQuads(unsecured)]
  const [verifier] = trust.verifiers
  if (!verifier) throw new Error('nobody is trusted')
  const hash = (text: string) => Uint8Array.from(sha256(utf8(text)))
  const signatures = await Promise.all(messages.map((text) => registrySigner.sign(hash(text))))
  return async () => {
    JSON.parse(stored)
    const held = await Promise.all(messages.map((text, at) => verifier.verify(hash(text), signatures[at] as Bytes)))
    return held.every(Boolean)
  }
}
