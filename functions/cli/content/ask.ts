/** What more than one verb asks: a text in both languages, and whether a curator is independent. */
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { Refusal } from '../command.ts'
import { publicText, yesOrNo } from './answers.ts'
import type { Dialogue } from './dialogue.ts'

/** In both languages. */
export async function askText(dialogue: Dialogue, what: Sentence): Promise<{ en: string; id: string }> {
  const id = await dialogue.ask({ en: `${what.en}, in Indonesian:`, id: `${what.id}, bahasa Indonesia:` }, publicText)
  const en = await dialogue.ask({ en: `${what.en}, in English:`, id: `${what.id}, bahasa Inggris:` }, publicText)
  return { en, id }
}

/** `instead`: who does it then. @throws Refusal where the curator has something to gain or lose. */
export async function askIndependence(
  dialogue: Dialogue,
  { curator, maker, instead }: { curator: string; maker: string; instead: Sentence },
): Promise<void> {
  const isTied = await dialogue.ask(
    {
      en: `Is ${curator} owner, relative or paid coach of ${maker}, or tied to it in another way? (y/n)`,
      id: `Apakah ${curator} pemilik, kerabat, atau pendamping berbayar ${maker}, atau punya kepentingan lain? (y/t)`,
    },
    yesOrNo,
  )
  if (!isTied) return
  const file = `content/curators/${curator.toLowerCase()}.yaml`
  throw new Refusal({
    en: `${curator} has a conflict of interest: ${instead.en}. Write it into coi: of ${file}.`,
    id: `${curator} punya konflik kepentingan: ${instead.id}. Catat di coi: pada ${file}.`,
  })
}
