/** Checking a certificate's two proofs must cost a fraction of what a verifier with all of JSON-LD takes for the same. */
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { checkSigned } from '#core/certificate/verify.ts'
import { CODE, makePiece, registrySigner, trust } from '../core/certificate/support.ts'
import { verifyThere } from '../support/reference.ts'
import { openStranger, secureDraft, signByAddress } from '../support/shown.ts'
import { compare } from './measure.ts'
import { report } from './report.ts'

const LIMIT = 0.125
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
    signatures: await openSignatures(),
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
    sides: `${cost[1]} / ${cost[0]} µs (two signatures alone: ${cost[2]} µs)`,
  })
}

/** Two signatures checked and nothing else: what no verifier of both proofs can go below. */
async function openSignatures() {
  const message = new Uint8Array(64)
  const signature = await registrySigner.sign(message)
  const [verifier] = trust.verifiers
  if (!verifier) throw new Error('nobody is trusted')
  return async () => {
    const held = await Promise.all([verifier.verify(message, signature), verifier.verify(message, signature)])
    return held.every(Boolean)
  }
}
