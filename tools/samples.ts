/** Tokens and sample certificates of the local registry, made through its own API, and `.asli/local.json`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Api, type Local } from '../functions/cli/api.ts'

const MAKER = 'canting-manggur-demo'

const piece = {
  kind: 'piece',
  product: 'batik-tulis-manggur-natural',
  madeOn: '2026-10-18',
  soldOn: '2026-11-03',
  dimensions: { lengthMm: 2400, widthMm: 1050 },
  process: [
    { step: 'mola', actor: 'designer', date: '2026-09-02' },
    { step: 'nyanting', actor: 'wax-drawer', date: '2026-09-21' },
    { step: 'nyoga', actor: 'dyer', date: '2026-10-09' },
    { step: 'nglorod', actor: 'dyer', date: '2026-10-15' },
  ],
}

const valid = {
  ...piece,
  design: { id: 'manggur-kebun-ibu', name: 'Manggur Kebun Ibu', exclusivity: 'exclusive' },
  marks: [
    { where: 'right selvedge, one hand from the lower corner', text: 'the maker’s initials in wax dots' },
    { where: 'center of the cloth', text: 'one mango leaf turned against all others' },
  ],
}

const withdrawn = {
  ...piece,
  design: { id: 'manggur-hujan-pertama', name: 'Manggur Hujan Pertama', exclusivity: 'exclusive' },
  marks: [{ where: 'upper left corner', text: 'a mended thread, indigo on brown' }],
}

/** Reads what an earlier start left for this origin, or makes it; what was revoked by hand since stays as it is. */
export async function prepareSamples(origin: string, adminToken: string, file: string): Promise<Local> {
  const kept = readKept(file)
  const local = kept && (await stillWorks(kept, origin, adminToken)) ? kept : await makeSamples(origin, adminToken)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(local, null, 2)}\n`, { mode: 0o600 })
  return local
}

function readKept(file: string): Local | null {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Local) : null
  } catch {
    return null
  }
}

/** Whether the tokens are still accepted for some days, and the samples are known. */
async function stillWorks(local: Local, origin: string, adminToken: string): Promise<boolean> {
  if (local.origin !== origin || local.tokens?.admin !== adminToken) return false
  const { tokens } = await new Api(origin, adminToken).ask<{
    tokens: { expiresAt: string; revokedAt: string | null; label: string }[]
  }>('GET', '/api/tokens')
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString()
  const fresh = tokens.filter(
    ({ label, expiresAt, revokedAt }) => label === 'npm start' && !revokedAt && expiresAt > soon,
  )
  if (fresh.length < 2) return false
  const codes = Object.values(local.samples ?? {})
  const answers = await Promise.all(codes.map((code) => fetch(`${origin}/api/verify/${code}`)))
  return codes.length === 2 && answers.every(({ status }) => status === 200)
}

async function makeSamples(origin: string, adminToken: string): Promise<Local> {
  const admin = new Api(origin, adminToken)
  const label = 'npm start'
  const maker = await admin.ask<{ token: string }>('POST', '/api/tokens', {
    body: { role: 'maker', maker: MAKER, label },
  })
  const curator = await admin.ask<{ token: string }>('POST', '/api/tokens', { body: { role: 'curator', label } })
  const api = new Api(origin, maker.token)
  const samples = { valid: await issueOnce(api, valid), revoked: await issueOnce(api, withdrawn) }
  await api.ask('POST', `/api/certificates/${samples.revoked}/revoke`, { body: { reason: 'returned' } })
  return { origin, tokens: { admin: adminToken, maker: maker.token, curator: curator.token }, samples }
}

/** A key made from the design: starting again gives the first answer, not a second certificate. */
async function issueOnce(api: Api, body: typeof valid): Promise<string> {
  const headers = { 'idempotency-key': `sample-${body.design.id}` }
  const { code } = await api.ask<{ code: string }>('POST', '/api/certificates', { body, headers })
  return code
}
