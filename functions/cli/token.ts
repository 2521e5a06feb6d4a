/** `asli token create|list|revoke`: tokens of makers and curators, by the administrator. */
import type { TokenRecord } from '../actions/store.ts'
import { openApi } from './api.ts'
import { type Command, exit, type Input, type Output, Refusal, text } from './command.ts'

export const token: Command = {
  help: `asli token create --role maker --maker SLUG --label TEXT [--days N]
asli token create --role curator --label TEXT [--days N]
asli token list
asli token revoke ID

Needs the administrator’s token. A new token is shown once and stored only as a hash; it works for at most 90 days.`,
  options: { role: { type: 'string' }, maker: { type: 'string' }, label: { type: 'string' }, days: { type: 'string' } },
  run: async (input) => {
    const [verb, ...rest] = input.positionals
    if (verb === 'create' && rest.length === 0) return createToken(input)
    if (verb === 'list' && rest.length === 0) return listTokens(input)
    if (verb === 'revoke' && rest[0] && rest.length === 1) return revokeToken(input, rest[0])
    throw new Refusal('Say create, list, or revoke with an id. See --help.', { code: exit.misuse })
  },
}

async function createToken(input: Input): Promise<Output> {
  const { role, maker, label, days } = input.options
  const body = { role, label, ...(maker ? { maker } : {}), ...(days ? { days: Number(text(days)) } : {}) }
  const json = await openApi(input, 'admin').ask<TokenRecord & { token: string }>('POST', '/api/tokens', { body })
  return {
    lines: [json.token, `${json.id}, until ${json.expiresAt.slice(0, 10)}. It is shown this once: keep it safe.`],
    json,
  }
}

async function listTokens(input: Input): Promise<Output> {
  const json = await openApi(input, 'admin').ask<{ tokens: TokenRecord[] }>('GET', '/api/tokens')
  const lines = json.tokens.map(({ id, role, maker, label, expiresAt, revokedAt, lastUsedOn }) => {
    const state = revokedAt ? `withdrawn ${revokedAt.slice(0, 10)}` : `until ${expiresAt.slice(0, 10)}`
    return [id, maker ?? role, label, state, `last used ${lastUsedOn ?? 'never'}`].join('  ')
  })
  return { lines: lines.length > 0 ? lines : ['No tokens yet.'], json }
}

async function revokeToken(input: Input, id: string): Promise<Output> {
  await openApi(input, 'admin').ask('DELETE', `/api/tokens/${encodeURIComponent(id)}`)
  return { lines: [`Withdrawn: ${id}`], json: { id } }
}
