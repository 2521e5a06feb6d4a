/** What `curate` asks about evidence. A file stays where it is: the record holds what it is, and its SHA-256. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Curation, EVIDENCE_KINDS } from '#core/catalogue/curation.ts'
import { fail, succeed } from '#core/result.ts'
import { oneOf, optional, yesOrNo } from './answers.ts'
import type { Dialogue, Parse } from './dialogue.ts'

type Evidence = Curation['evidence']

/** One after another, until Enter says that there is no more. */
export async function askEvidence(dialogue: Dialogue): Promise<Evidence> {
  const evidence: Evidence = []
  for (;;) {
    const more = evidence.length > 0
    const sha256 = await dialogue.ask(
      {
        en: `Evidence that you keep: a file here, or its SHA-256 (Enter: ${more ? 'no more' : 'none'}):`,
        id: `Bukti yang disimpan: berkas di sini, atau SHA-256-nya (Enter: ${more ? 'cukup' : 'tidak ada'}):`,
      },
      optional(fingerprint(evidence)),
    )
    if (sha256 === undefined) return evidence
    const kinds = EVIDENCE_KINDS.join(', ')
    const kind = await dialogue.ask({ en: `What it is [${kinds}]:`, id: `Jenisnya [${kinds}]:` }, oneOf(EVIDENCE_KINDS))
    const shown = await dialogue.ask(
      {
        en: 'May the provenance page name it, with its SHA-256? (y/n)',
        id: 'Boleh disebut di halaman asal-usul, dengan SHA-256-nya? (y/t)',
      },
      yesOrNo,
    )
    evidence.push({ kind, sha256, private: !shown })
  }
}

/** What is no SHA-256 is the name of a file. */
function fingerprint(known: Evidence): Parse<string> {
  return (answer) => {
    const sha256 = /^[0-9a-f]{64}$/i.test(answer) ? answer.toLowerCase() : hashFile(answer)
    if (sha256 === undefined)
      return fail({
        en: `There is no file ${answer} here that can be read, and a SHA-256 has 64 digits of 0-9 and a-f.`,
        id: `Tidak ada berkas ${answer} di sini yang bisa dibaca, dan SHA-256 terdiri atas 64 digit 0-9 dan a-f.`,
      })
    if (known.some((one) => one.sha256 === sha256))
      return fail({ en: 'That one is named already.', id: 'Bukti itu sudah dicatat.' })
    return succeed(sha256)
  }
}

/** Undefined where it cannot be read, whatever the reason: the question is asked again, and no answer before it is lost. */
function hashFile(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex')
  } catch {
    return undefined
  }
}
