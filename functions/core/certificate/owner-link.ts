/**
 * The customer's own link: the address of the certificate, and behind it the owner secret (made-for.ts), which no browser
 * sends to any server.
 *
 *     https://asli.example/v/Y7HD7H5NMT3V#o=04HMASW9NF6YZZPFXW0D3Y4Q2G      26 symbols of Crockford's base32: 16 bytes
 *     https://ASLI.EXAMPLE/V/Y7HD7H5NMT3V#o=04HMASW9NF6YZZPFXW0D3Y4Q2G      the same in a QR, which packs capitals
 *     https://asli.example/print/cards?codes=…&paper=fold#o=CODE.SECRET,CODE.SECRET      the cards that print such QRs
 */
import { cleanCrockford, decodeCrockford, encodeCrockford } from '../crockford.ts'
import { formatTagUrl } from '../qr/payload.ts'
import { type Code, parseCode } from './code.ts'

/** Random bytes of an owner secret. */
export const OWNER_SECRET_BYTES = 16
const PREFIX = '#o='
/** More than anybody's spaces and hyphens make of 26 symbols. */
const MOST_TYPED = 80

/** A certificate and the secret of its customer. */
export interface Owned {
  code: Code
  secret: Uint8Array
}

/** Whether somebody was given more than the certificate's address; it may still be cut short. */
export function isOwnerFragment(fragment: string): boolean {
  return fragment.slice(0, PREFIX.length).toLowerCase() === PREFIX
}

/** `#o=` and 26 symbols. */
export function formatOwnerFragment(secret: Uint8Array): string {
  return PREFIX + encodeCrockford(secret)
}

/** The secret as somebody opened or typed it, or null where it is cut or no owner fragment at all. */
export function parseOwnerFragment(fragment: string): Uint8Array<ArrayBuffer> | null {
  return isOwnerFragment(fragment) ? parseSecret(fragment.slice(PREFIX.length)) : null
}

/** Browsers write a space in a fragment as %20. */
function parseSecret(typed: string): Uint8Array<ArrayBuffer> | null {
  if (typed.length > MOST_TYPED) return null
  const secret = decodeCrockford(cleanCrockford(typed.replaceAll('%20', ' ')))
  return secret?.length === OWNER_SECRET_BYTES ? secret : null
}

/** The link that is sent to the customer. */
export function formatOwnerUrl(origin: string, { code, secret }: Owned): string {
  return `${origin}/v/${code}${formatOwnerFragment(secret)}`
}

/** What the QR inside the customer's card says. */
export function formatOwnerQr(origin: string, { code, secret }: Owned): string {
  return formatTagUrl(origin, code) + formatOwnerFragment(secret)
}

/** The address of the folded cards of these certificates, each with the QR of its customer's link. */
export function formatCardsUrl(origin: string, owned: Owned[]): string {
  const codes = owned.map(({ code }) => code).join(',')
  return `${origin}/print/cards?codes=${codes}&paper=fold${PREFIX}${owned.map(formatOwned).join(',')}`
}

function formatOwned({ code, secret }: Owned): string {
  return `${code}.${encodeCrockford(secret)}`
}

/** The secret of each certificate that such an address names; one that was cut short is left out. */
export function parseCardsFragment(fragment: string): Map<Code, Uint8Array<ArrayBuffer>> {
  const secrets = new Map<Code, Uint8Array<ArrayBuffer>>()
  if (!isOwnerFragment(fragment)) return secrets
  for (const pair of fragment.slice(PREFIX.length).split(',')) {
    const [typed = '', symbols = ''] = pair.split('.')
    const code = parseCode(cleanCrockford(typed))
    const secret = parseSecret(symbols)
    if (code && secret) secrets.set(code, secret)
  }
  return secrets
}
