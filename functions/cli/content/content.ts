/** `asli content …`: the curator's tool over the content folder. It needs no registry and no network. */
import { type Command, type Input, misuse, type Output } from '../command.ts'
import { check } from './check.ts'

const verbs: Record<string, (input: Input) => Promise<Output>> = { check }

export const content: Command = {
  help: `asli content check [FOLDER]    every rule over every file of content/, or of FOLDER

Each line names file and line, field, rule, what is wrong and how to mend it. Errors end with 1, warnings never do.
--lang en|id   the language, else that of the system
--sarif        for code hosts, which show findings beside the lines of a change (SARIF 2.1.0)
--json         for programs
ASLI_TODAY is the day by which expiry is judged, ASLI_DEMO_SITE=false says that the site is no demo.`,
  options: { lang: { type: 'string' }, sarif: { type: 'boolean' } },
  run: async (input) => {
    const [what = '', ...rest] = input.positionals
    const work = Object.hasOwn(verbs, what) ? verbs[what] : undefined
    if (!work) throw misuse(`Say what to do with the content: ${Object.keys(verbs).join(', ')}. See --help.`)
    return work({ ...input, positionals: rest })
  },
}
