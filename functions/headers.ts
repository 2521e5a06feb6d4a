/** The headers of every response; `site/public/_headers` says the same for static files, and a test compares the two. */

export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; " +
    "frame-ancestors 'none'; require-trusted-types-for 'script'",
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
}

/** What anyone's own program may read from another origin: credentials, reports, the API's description. */
export const openToAllOrigins: Record<string, string> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** The response with the security headers; those that it set on purpose stay. Live answers are never stored. */
export function withHeaders(response: Response): Response {
  const dressed = new Response(response.body, response)
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!dressed.headers.has(name)) dressed.headers.set(name, value)
  }
  if (!dressed.headers.has('Cache-Control')) dressed.headers.set('Cache-Control', 'no-store')
  return dressed
}
