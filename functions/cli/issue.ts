/** `asli issue FILE.yaml`: certify one piece. `asli supersede CODE FILE.yaml`: certify it in place of another. */
import { reasonsOf } from '#core/certificate/reasons.ts'
import { type Api, openApi, type ProblemDocument } from './api.ts'
import { type Command, exit, type Output, onePositional, Refusal, text } from './command.ts'
import { issueCsv } from './issue-batch.ts'
import { refuseFields, sealName, takeName, type Unsealed } from './made-for.ts'
import { describeOwner } from './owner.ts'
import { besides, locate, readRequest } from './request-file.ts'
import { hashRequest, makeSlip, openSlips, writeFile } from './slips.ts'
import { readTypedCode } from './typed-code.ts'

interface Answer {
  code: string
  url: string
  qr: string
}

/** What is sent: an issue, or a supersession. */
interface Sending {
  path: string
  unsealed: Unsealed
  /** The body with the request in its place. */
  wrap(request: unknown): unknown
}

export const issue: Command = {
  help: `asli issue FILE.yaml|FILE.csv [--dry-run] [--json]

Certifies the one piece that the file describes (see sample.yaml), and writes beside it
FILE.asli.json (the code, and the key that makes a retry safe) and FILE.asli.svg (the tag’s QR).
Of a table (see sample.csv) every row is one piece: all rows are checked before one is issued, and beside it come
FILE.asli.csv (line, code, address and QR of each), FILE.asli/ (the QRs) and FILE.asli.json. Cut short, run it again.
Photos are never sent: \`photos: [{ file: … }]\` is replaced by the file’s SHA-256 fingerprint.
Nor is a customer’s name: \`madeFor: { mode: private, name: … }\` is sealed on this machine, and the customer’s own link is
printed (of a table: the column “owner” of FILE.asli.csv). Only that link shows the name; keep these files to yourself.

  --dry-run   check everything, issue nothing
  --origin    another registry than the local one     --token  its token (or ASLI_TOKEN)`,
  options: { 'dry-run': { type: 'boolean' } },
  run: async (input) => {
    const file = onePositional(input, 'YAML or CSV file')
    if (/\.csv$/i.test(file))
      return issueCsv(openApi(input, 'maker'), file, { dryRun: input.options['dry-run'] === true })
    const { request, lineOf } = readRequest(file)
    const role = isCuration(request) ? 'curator' : 'maker'
    try {
      const sending = { path: '/api/certificates', unsealed: takeOut(request), wrap: (sealed: unknown) => sealed }
      const api = openApi(input, role)
      return input.options['dry-run'] ? await dryRun(api, sending) : await certify(api, file, sending)
    } catch (error) {
      throw error instanceof Refusal ? locate(error, file, lineOf) : error
    }
  },
}

export const supersede: Command = {
  help: `asli supersede CODE FILE.yaml --reason REASON [--json]

Certifies what the file describes in place of the certificate CODE, in one step: the earlier one stays readable and says
that it was replaced, and by which. REASON is one of
  ${reasonsOf.superseded.join(', ')}`,
  options: { reason: { type: 'string' } },
  run: async (input) => {
    const [typed = '', ...rest] = input.positionals
    const code = readTypedCode(typed)
    const file = onePositional({ ...input, positionals: rest }, 'YAML file after the code')
    const reason = text(input.options.reason)
    if (!reasonsOf.superseded.some((known) => known === reason)) {
      throw new Refusal(`Give --reason with one of ${reasonsOf.superseded.join(', ')}.`, { code: exit.misuse })
    }
    const { request, lineOf } = readRequest(file)
    const path = `/api/certificates/${code}/supersede`
    const wrap = (certificate: unknown) => ({ reason, certificate })
    try {
      const sending = { path, unsealed: takeOut(request), wrap }
      return await certify(openApi(input, isCuration(request) ? 'curator' : 'maker'), file, sending)
    } catch (error) {
      throw error instanceof Refusal ? locate(unwrap(error), file, lineOf) : error
    }
  },
}

function isCuration({ kind }: Record<string, unknown>): boolean {
  return kind === 'curation'
}

/** @throws Refusal that points at the fields, before anything was sent. */
function takeOut(request: Record<string, unknown>): Unsealed {
  const taken = takeName(request)
  if (taken.ok) return taken.value
  throw refuseFields(taken.error)
}

/** The file is the request's member `certificate`. */
function unwrap({ message, code, lines, document }: Refusal): Refusal {
  const found = document as ProblemDocument | undefined
  const errors = found?.errors?.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/certificate/, '') }))
  return new Refusal(message, { code, lines, document: errors ? { ...found, errors } : document })
}

/** A name is sealed under a secret that nobody keeps. */
async function dryRun(api: Api, { path, unsealed, wrap }: Sending): Promise<Output> {
  const slip = makeSlip({ hash: '', name: unsealed.name })
  const headers = { 'idempotency-key': slip.idempotencyKey }
  const json = await api.ask('POST', `${path}?dryRun=1`, { body: wrap(await sealName(unsealed, slip)), headers })
  return { lines: ['Nothing to refuse; nothing was issued.'], json }
}

async function certify(api: Api, file: string, { path, unsealed, wrap }: Sending): Promise<Output> {
  const slips = openSlips(besides(file, '.asli.json'))
  const [slip] = slips.take([{ hash: hashRequest(api.origin, wrap(unsealed.request)), name: unsealed.name }])
  if (!slip) throw new Error('bad slips: one was taken')
  const body = wrap(await sealName(unsealed, slip))
  const answer = await api.ask<Answer>('POST', path, { body, headers: { 'idempotency-key': slip.idempotencyKey } })
  const known = slip.code === answer.code
  slips.complete([{ slip, answer }])
  const qrFile = besides(file, '.asli.svg')
  writeFile(qrFile, await api.text(new URL(answer.qr).pathname))
  const { verdict } = await api.ask<{ verdict: string }>('GET', `/api/verify/${answer.code}`)
  const json = { ...answer, verdict, qrFile }
  if (verdict === 'revoked') return { lines: describeWithdrawn(answer, file), json }
  const owner = describeOwner(slip)
  const lines = [
    `${known ? 'Already certified' : 'Certified'}: ${answer.code}`,
    `  page  ${answer.url}`,
    `  QR    ${qrFile}`,
    ...owner.lines,
  ]
  return { lines, json: { ...json, ...owner.json } }
}

function describeWithdrawn({ code, url }: Answer, file: string): string[] {
  return [
    `This file was certified as ${code}, which has been withdrawn: ${url}`,
    `  To certify the piece anew, move ${besides(file, '.asli.json')} away and run this again.`,
  ]
}
