/** Gathering what a certificate is checked with: from its registry, from a file, or from both. */
import type { Code } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import type { Evidence, KeySource } from '#core/certificate/evidence.ts'
import type { Part } from '#core/certificate/evidence-check.ts'
import type { KeyList } from '#core/certificate/key-list.ts'
import { cidOf } from '#core/certificate/leaves.ts'
import { Registry } from './ask-registry.ts'

/** What is to be checked, and what is at hand already. */
export interface Subject {
  origin: string
  code: Code | null
  card?: string
  credential: string | null
  proof: string | null
  /** Keys that came with it. */
  keys: KeyList | null
}

export interface Gathered {
  evidence: Evidence
  source: KeySource
  /** The keys that the registry shows now. */
  fetched: KeyList | null
  troubles: string[]
}

/** `pinned` are keys that the reader trusts, whatever the registry shows. */
export async function gather(subject: Subject, pinned: KeyList | null, offline: boolean): Promise<Gathered> {
  const registry = new Registry(subject.origin)
  const fetched = offline ? null : await registry.readKeys()
  const trusted = pinned ?? fetched ?? subject.keys
  const shown = [fetched, subject.keys].flatMap((list) => list ?? [])
  const isOwnWord = !pinned && !fetched
  const parts = fetched ? await ask(registry, subject) : atHand(subject, offline)
  const { origin, code, card } = subject
  const evidence = { origin, code, ...parts, ...(card === undefined ? {} : { card }) }
  return { evidence, source: { trusted, shown, isOwnWord }, fetched, troubles: registry.troubles }
}

type Parts = Pick<Evidence, 'credential' | 'proof' | 'status' | 'report'>

function atHand({ credential, proof }: Subject, offline: boolean): Parts {
  const absent: Part = offline ? { kind: 'absent' } : { kind: 'unreachable' }
  return { credential: here(credential) ?? absent, proof: here(proof) ?? absent, status: absent, report: absent }
}

/** The status is asked for last: it must not be older than what it is the status of. */
async function ask(registry: Registry, subject: Subject): Promise<Parts> {
  const absent: Part = { kind: 'absent' }
  const { code } = subject
  const credential = here(subject.credential) ?? (code ? await registry.readCredential(code) : absent)
  const parsed = credential.kind === 'here' ? parseCredential(credential.text) : null
  const isCertificate = parsed?.ok === true
  const ownCode = code ?? (isCertificate ? parsed.value.subject.code : null)
  const proof = here(subject.proof) ?? (isCertificate && ownCode ? await registry.readProof(ownCode) : absent)
  const status = isCertificate ? await registry.readStatus(cidOf(parsed.value)) : absent
  const report = ownCode ? await registry.readReport(ownCode) : absent
  return { credential, proof, status, report }
}

function here(text: string | null): Part | null {
  return text === null ? null : { kind: 'here', text }
}
