/** A registry as a stranger sees it: its keys, a certificate, and a log of five entries that has its issue. */
import { utf8 } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import type { Bundle } from '#core/certificate/bundle.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { checkEvidence, type Evidence, type KeySource } from '#core/certificate/evidence.ts'
import type { Part } from '#core/certificate/evidence-check.ts'
import type { KeyList } from '#core/certificate/key-list.ts'
import { formatMultikey, importSigner, type Signer } from '#core/certificate/keys.ts'
import { formatIssued } from '#core/certificate/leaves.ts'
import { digestBody } from '#core/certificate/proof.ts'
import { signCheckpoint } from '#core/log/checkpoint.ts'
import { formatProof } from '#core/log/inclusion.ts'
import { hashLeaf } from '#core/log/merkle.ts'
import { formatVerifierKey } from '#core/log/note.ts'
import { naiveTree } from '../log/support.ts'
import {
  CODE,
  makePiece,
  NOW,
  ORIGIN,
  OTHER_CODE,
  registrySigner,
  sign,
  strangeSigner,
  writePrivateKey,
} from './support.ts'

export const logSigner = await importSigner(writePrivateKey('11'.repeat(32)))
export const tagSigner = await importSigner(writePrivateKey('22'.repeat(32)))

export function listKeys({
  registry = registrySigner,
  log = logSigner,
  tag = tagSigner,
  origin = ORIGIN,
} = {}): KeyList {
  const vkey = formatVerifierKey({ name: `${new URL(origin).host}/log`, publicKey: log.publicKey })
  return {
    origin,
    keys: [
      { role: 'registry', kid: registry.kid, publicKeyMultibase: formatMultikey(registry.publicKey) },
      { role: 'log', vkey },
      { role: 'tag', number: 1, publicKeyMultibase: formatMultikey(tag.publicKey) },
    ],
  }
}

export const keys = listKeys()
export const strangeKeys = listKeys({ registry: strangeSigner, log: strangeSigner, tag: strangeSigner })

export const document = await sign()
export const otherDocument = await sign(makePiece({ code: OTHER_CODE, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' }))

function issueOf(signed: JsonObject): Uint8Array {
  const credential = parseCredential(canonicalize(signed))
  if (!credential.ok) throw new Error(credential.error)
  return utf8(formatIssued(credential.value))
}

/** The proofs that a log of these issues, among strangers' entries, gives of each. */
export async function proveAll(
  documents: JsonObject[],
  signer: Signer = logSigner,
  origin = ORIGIN,
): Promise<string[]> {
  const entries = [utf8('one'), ...documents.map(issueOf), utf8('two'), utf8('three')]
  const tree = naiveTree(entries.map(hashLeaf))
  const size = entries.length
  const name = `${new URL(origin).host}/log`
  const checkpoint = await signCheckpoint({ origin: name, size, root: tree.root(size) }, signer)
  return documents.map((_, at) => formatProof({ index: at + 1, hashes: tree.inclusion(at + 1, size), checkpoint }))
}

const [first = '', second = ''] = await proveAll([document, otherDocument])
export const proof = first
export const otherProof = second

export const here = (text: string): Part => ({ kind: 'here', text })
export const absent: Part = { kind: 'absent' }
export const unreachable: Part = { kind: 'unreachable' }
export const missing: Part = { kind: 'missing' }

/** What `/log/cid/` says of a document. */
export const statusPart = (status: string, signed = document): Part => {
  const read = parseCredential(canonicalize(signed))
  const statusIndex = read.ok ? read.value.slot : undefined
  return here(JSON.stringify({ body: digestBody(signed), status, statusIndex }))
}

/** All that is asked of a certificate that is genuine and current. */
export const whole: Evidence = {
  origin: ORIGIN,
  code: CODE,
  credential: here(canonicalize(document)),
  proof: here(proof),
  status: statusPart('valid'),
  report: here(JSON.stringify({ verdict: 'valid' })),
}

export const trusted: KeySource = { trusted: keys, shown: [keys], isOwnWord: false }

export const check = (changes: Partial<Evidence> = {}, source: Partial<KeySource> = {}, now = NOW) =>
  checkEvidence({ ...whole, ...changes }, { ...trusted, ...source }, now)

export const bundle: Bundle = {
  savedAt: '2026-11-22T05:00:00Z',
  origin: ORIGIN,
  keys,
  credential: canonicalize(document),
  proof,
  status: 'valid',
}

/** As `--offline` checks it; without `pinned` the bundle's own keys are believed. */
export function checkBundle(read: Bundle, pinned: KeyList | null = null) {
  const { origin, credential, proof: text } = read
  const evidence = {
    origin,
    code: null,
    credential: here(credential),
    proof: here(text),
    status: absent,
    report: absent,
  }
  return checkEvidence(evidence, { trusted: pinned ?? read.keys, shown: [read.keys], isOwnWord: !pinned }, NOW)
}
