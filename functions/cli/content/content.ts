/** `asli content VERB …`: the curator's tool over the content folder. It needs no registry and no network. */
import { type Command, misuse } from '../command.ts'
import { status } from './status.ts'

export const content: Command = {
  help: `asli content VERB … [--content DIR] [--lang en|id] [--json]

  status [SLUG]                  where each product stands, what is missing, and how to mend it

VERB --help tells more. The folder is content/, or what --content or ASLI_CONTENT names. Questions are asked and answered
in English or Indonesian, by --lang or the system’s language.`,
  verbs: { status },
  run: async () => {
    throw misuse('Say what to do with the content. See --help.')
  },
}
