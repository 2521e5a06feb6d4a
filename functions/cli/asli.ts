/** The `asli` command: which one is meant, what it answers, and how it ends. */
import { actCommand, plainActs } from './act.ts'
import { audit } from './audit.ts'
import { type Command, exit, Refusal, readInput } from './command.ts'
import { content } from './content/content.ts'
import { erase } from './erase.ts'
import { issue, supersede } from './issue.ts'
import { key } from './key.ts'
import { keys } from './keys.ts'
import { guessLang, type Lang } from './lang.ts'
import { token } from './token.ts'
import { verify } from './verify.ts'

const acts = plainActs.map((act) => [act, actCommand(act)])
const commands: Record<string, Command> = {
  content,
  issue,
  supersede,
  ...Object.fromEntries(acts),
  erase,
  verify,
  audit,
  token,
  key,
  keys,
}

const help = `npm run asli -- COMMAND …

  content VERB                   the curator’s tool: check the content files, say where each product stands
  issue FILE.yaml|FILE.csv       certify one piece, or a table of them
  supersede CODE FILE.yaml       certify it in place of another
  revoke CODE --reason REASON    withdraw a certificate for good
  suspend CODE --reason REASON   pause it; resume CODE lifts the pause
  report CODE --reason REASON    say that the piece is lost, stolen or disputed; withdraw-report CODE lifts that
  erase CODE                     delete what is kept of the customer; the certificate stays
  verify CODE|URL|FILE           check one certificate, or its saved proof with --offline
  audit [URL] [--state FILE]     check a registry’s whole public log
  token create|list|revoke       tokens of makers and curators
  key list|rotate|retire|…       the registry’s keys, and from where to where in the log each counts
  keys                           fresh secrets for a registry

COMMAND --help tells more; --json answers for programs. Exit codes: 0 done, 1 refused, 2 misuse.`

/** For a program or a person, and in which language. */
interface Manner {
  json: boolean
  lang: Lang
}

/** The exit code; what is said went to standard output and standard error. */
export async function asli(args: string[]): Promise<number> {
  const manner = { json: args.includes('--json'), lang: guessLang(args) }
  try {
    const [name = '--help', ...rest] = args
    if (name === '--help' || name === '-h') return print([help])
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new Refusal(`There is no command “${name}”. See --help.`, { code: exit.misuse })
    const [verb = ''] = rest
    const chosen = command.verbs && Object.hasOwn(command.verbs, verb) ? command.verbs[verb] : undefined
    return await run(chosen ?? command, chosen ? rest.slice(1) : rest, manner)
  } catch (error) {
    const unexpected = () =>
      new Refusal({
        en: `This should not happen, and it is ours to mend: ${String(error)}`,
        id: `Ini seharusnya tidak terjadi, dan kami yang harus memperbaikinya: ${String(error)}`,
      })
    return complain(error instanceof Refusal ? error : unexpected(), manner)
  }
}

async function run(command: Command, args: string[], { json, lang }: Manner): Promise<number> {
  const input = readInput(command, args)
  if (input.options.help) return print([typeof command.help === 'string' ? command.help : command.help[lang]])
  const output = await command.run(input)
  print(json ? [JSON.stringify(output.json, null, 2)] : output.lines)
  return output.code ?? exit.done
}

function print(lines: string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`)
  return exit.done
}

function complain({ sentence, lines, code, document }: Refusal, { json, lang }: Manner): number {
  const message = sentence[lang]
  if (json)
    process.stdout.write(`${JSON.stringify({ error: message, ...(document ? { problem: document } : {}) }, null, 2)}\n`)
  else process.stderr.write(`${[message, ...lines.map((line) => `  ${line}`)].join('\n')}\n`)
  return code
}
