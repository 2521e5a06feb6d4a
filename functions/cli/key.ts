/** `asli key list|rotate|retire|compromised`: the registry's keys, and what its log says of them. */
import { type KeyList, type ListedKey, parseKeyList } from '#core/certificate/key-list.ts'
import { parseMultikey, thumbprint } from '#core/certificate/keys.ts'
import { parseVerifierKey } from '#core/log/note.ts'
import { Api, openApi, readOrigin } from './api.ts'
import { type Command, type Input, misuse, type Output, plain, Refusal, text } from './command.ts'

/** Setting of the Worker: the KID of the registry key before its own. */
const EARLIER = 'ASLI_REGISTRY_KID_EARLIER'

/** What the registry answers of a key. */
interface Answer {
  role: string
  kid: string
  last: number | null
  compromisedFrom: number | null
}

export const key: Command = {
  help: `asli key list                           every key that the registry ever had, and from where to where it counts
asli key rotate                         retire every key that a newer one of its role has replaced
asli key retire KID                     say that the key signs no more; what it signed stays valid
asli key compromised KID --from INDEX   say that from that entry of the log on it vouches for nothing

A registry’s keys are secrets of its Worker: put a new one there first (docs/operations.md); the registry then adds it to
its log by itself, before it signs. A new registry key has to be told of the one before it: list prints the line for that.
All but list need the administrator’s token, and are entries of the log for ever.`,
  options: { from: { type: 'string' } },
  run: async (input) => {
    const [what = '', ...rest] = input.positionals
    const work = Object.hasOwn(verbs, what) ? verbs[what as keyof typeof verbs] : undefined
    if (!work) throw misuse('Say what to do with keys: list, rotate, retire KID or compromised KID. See --help.')
    return work({ ...input, positionals: rest })
  },
}

const verbs = { list: listKeys, rotate: rotateKeys, retire: retireKey, compromised: markCompromised }

async function listKeys(input: Input): Promise<Output> {
  if (input.positionals.length > 0) throw misuse('`asli key list` takes no more words.')
  const list = await readList(new Api(readOrigin(input)))
  return { lines: [...list.keys.map(describe), ...describeNext(list)], json: list }
}

/** A key that is not the last one added of its role has been replaced. */
async function rotateKeys(input: Input): Promise<Output> {
  if (input.positionals.length > 0) throw misuse('`asli key rotate` takes no more words: it retires what was replaced.')
  const api = openApi(input, 'admin')
  const { keys } = await readList(api)
  const newest = new Set(new Map(keys.map((one) => [one.role, one])).values())
  const replaced = keys.filter((one) => !newest.has(one) && one.last === undefined && one.compromisedFrom === undefined)
  const answers: Answer[] = []
  for (const one of replaced) answers.push(await api.ask('POST', `/api/keys/${kidOf(one)}/retire`, { body: {} }))
  const lines =
    answers.length > 0
      ? [...answers.map(describeRetired), ...describeDone(answers)]
      : ['No key was replaced: put a new one into the Worker’s secrets first (docs/operations.md).']
  return { lines, json: { retired: answers } }
}

async function retireKey(input: Input): Promise<Output> {
  const answer = await openApi(input, 'admin').ask<Answer>('POST', `/api/keys/${readKid(input)}/retire`, { body: {} })
  return { lines: [describeRetired(answer)], json: answer }
}

async function markCompromised(input: Input): Promise<Output> {
  const kid = readKid(input)
  const from = text(input.options.from) ?? ''
  if (!/^\d{1,15}$/.test(from)) {
    throw misuse('Give --from with the index of the first entry of the log that the key no longer vouches for.')
  }
  const path = `/api/keys/${kid}/compromise`
  const answer = await openApi(input, 'admin').ask<Answer>('POST', path, { body: { from: Number(from) } })
  const { role, compromisedFrom } = answer
  return { lines: [`Compromised: ${role} key ${answer.kid}, from entry ${compromisedFrom} on`], json: answer }
}

function readKid({ positionals: [kid, ...more] }: Input): string {
  if (kid === undefined || more.length > 0) throw misuse('Name one key by its KID, as `asli key list` shows it.')
  if (!/^[A-Za-z0-9_-]{43}$/.test(kid))
    throw misuse(`“${plain(kid)}” is no KID: it has 43 symbols, as in \`asli key list\`.`)
  return kid
}

async function readList(api: Api): Promise<KeyList> {
  const list = parseKeyList(await api.ask('GET', '/.well-known/asli.json'))
  if (!list.ok) throw new Refusal(`${api.origin} shows no list of keys: ${plain(list.error)} does not fit.`)
  return list.value
}

function kidOf(listed: ListedKey): string {
  if (listed.role === 'registry') return listed.kid
  const publicKey =
    listed.role === 'tag' ? parseMultikey(listed.publicKeyMultibase) : parseVerifierKey(listed.vkey)?.publicKey
  return publicKey ? thumbprint(publicKey) : ''
}

function describe(listed: ListedKey): string {
  const { role, first = 0, last, compromisedFrom } = listed
  const ends = last === undefined ? 'in use' : `retired at entry ${last}`
  const state = compromisedFrom === undefined ? ends : `compromised from entry ${compromisedFrom} on`
  const name = listed.role === 'tag' ? `tag ${listed.number}` : role
  return `${name.padEnd(9)} ${kidOf(listed)}  from entry ${first}, ${state}`
}

/** What a deployment with another registry key must be told; the last one added is the one that vouches for the history. */
function describeNext({ keys }: KeyList): string[] {
  const own = keys.findLast(({ role }) => role === 'registry')
  if (!own) return []
  const set = `echo ${kidOf(own)} | npx wrangler secret put ${EARLIER}`
  return [`Before another registry key takes over: ${set}`]
}

/** Left in place, it would let whoever has the earlier key and the database make a history up. */
function describeDone(answers: Answer[]): string[] {
  return answers.some(({ role }) => role === 'registry')
    ? [`The earlier registry key needs to be named no more: npx wrangler secret delete ${EARLIER}`]
    : []
}

function describeRetired({ role, kid, last }: Answer): string {
  return `Retired: ${role} key ${kid}, at entry ${last}`
}
