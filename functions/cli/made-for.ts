/**
 * The customer's name in a file: it is sealed here, so that what leaves this machine has a commitment and a ciphertext,
 * and no name. Nothing that a certificate has no place for is sent either: it might be a name.
 */
import { dayInIndonesia } from '#core/calendar.ts'
import { MOST_NAME, type NameFault, normalizeName, sealMadeFor } from '#core/certificate/made-for.ts'
import { pieceRequestOn } from '#core/certificate/piece-request.ts'
import { curationRequest } from '#core/certificate/request.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { Refusal } from './command.ts'
import { type Slip, secretOf } from './slips.ts'

/** A request as it may be sent, but for the name, which is sealed into it later. */
export interface Unsealed {
  request: Record<string, unknown>
  /** Null where the file names nobody. */
  name: string | null
}

/** As the registry's own problems point at a field. */
export interface FieldFault {
  pointer: string
  detail: string
}

const faultWords: Record<NameFault, string> = {
  empty: 'is empty: write the customer’s name, or leave it out',
  'too-long': `has more than ${MOST_NAME} characters: write the name alone`,
  unprintable: 'must be on one line, without control characters: type it anew',
}

/** The request without the name, and the name as it is sealed; or what stands in the way. No fault repeats a value. */
export function takeName(file: Record<string, unknown>): Result<Unsealed, FieldFault[]> {
  const { request, name } = splitName(file)
  const unknown = findUnknown(request)
  if (unknown.length > 0) return fail(unknown)
  if (name === undefined) return succeed({ request, name: null })
  const { mode, commitment, sealed } = request.madeFor as Record<string, unknown>
  if (mode === 'none') return failName('is given with mode none, for nobody: say mode: private, or take the name out')
  if (commitment !== undefined || sealed !== undefined) {
    return failName('is given with a commitment or a sealed text: give the name alone, and it is sealed for you')
  }
  if (name === null) return failName(faultWords.empty)
  if (typeof name !== 'string') return failName('must be text: put the name in quotes')
  const normal = normalizeName(name)
  return normal.ok ? succeed({ request, name: normal.value }) : failName(faultWords[normal.error])
}

function failName(detail: string) {
  return fail([{ pointer: '/madeFor/name', detail }])
}

/** Whoever names a customer need not say that there is one. */
function splitName(file: Record<string, unknown>): { request: Record<string, unknown>; name: unknown } {
  const { madeFor } = file
  if (typeof madeFor !== 'object' || madeFor === null || !('name' in madeFor)) return { request: file, name: undefined }
  const { name, ...rest } = madeFor
  return { request: { ...file, madeFor: { mode: 'private', ...rest } }, name }
}

const pieceRequest = pieceRequestOn(dayInIndonesia(Date.now()))

/** Members that no certificate has, wherever they stand. */
function findUnknown(request: Record<string, unknown>): FieldFault[] {
  const schema = request.kind === 'curation' ? curationRequest : pieceRequest
  const issues = schema.safeParse(request).error?.issues ?? []
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return []
    return issue.keys.map((key) => ({ pointer: `/${[...issue.path, key].join('/')}`, detail: unknownWords }))
  })
}

const unknownWords =
  'is not a field here, and was not sent: check the spelling, or leave it out (a customer’s name stands in madeFor.name)'

/** What `takeName` refused, as the registry would say it; `locate` finds the lines. */
export function refuseFields(errors: FieldFault[]): Refusal {
  const sentence = errors.length === 1 ? 'A field does not fit' : `${errors.length} fields do not fit`
  return new Refusal(`${sentence}, so nothing was sent.`, { document: { errors } })
}

/** The request as it is sent: the same for the same name and slip. */
export async function sealName({ request, name }: Unsealed, slip: Slip): Promise<Record<string, unknown>> {
  const secret = secretOf(slip)
  if (name === null || !secret) return request
  return { ...request, madeFor: { ...(request.madeFor as object), ...(await sealMadeFor(name, secret)) } }
}
