/**
 * The text of a tag's QR: `https://ASLI.EXAMPLE/V/Y7HD7H5NMT3V`.
 *
 * The scheme is in lower case, since an upper-case one breaks several phone cameras; the rest is in capitals, which a
 * QR packs as alphanumeric: a host of up to 19 characters fits version 3 at error correction Q.
 */
import type { Code } from '../certificate/code.ts'

/** A printed QR outlives every redirect, so it may name http only where nothing else can be had: on a local network. */
export function isLocalHost(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '[::1]' || hostname.endsWith('.local')) return true
  const isAddress = /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname)
  return isAddress && /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(hostname)
}

/**
 * The origin that codes lead to, checked.
 * @throws Error in one sentence where it is no bare http(s) origin, or http on a public host.
 */
export function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || url.origin !== text.replace(/\/$/, '') || !/^https?:$/.test(url.protocol)) {
    throw new Error(`ASLI_ORIGIN is “${text}”; it must be a bare origin such as https://asli.example`)
  }
  if (url.protocol === 'http:' && !isLocalHost(url.hostname)) {
    throw new Error(`ASLI_ORIGIN is “${text}”; a public host needs https, since its QR codes are printed for years`)
  }
  return url.origin
}

export function formatTagUrl(origin: string, code: Code): string {
  const { protocol, host } = new URL(origin)
  return `${protocol}//${host.toUpperCase()}/V/${code}`
}
