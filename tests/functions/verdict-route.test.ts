import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { preferredLanguage, routeVerdict } from '../../functions/routes/verdict-page.ts'

const CODE = 'Y7HD7H5NMT3V'

function route(address: string, acceptLanguage = '') {
  return routeVerdict(new URL(address, 'https://asli.example'), acceptLanguage)
}

describe('routeVerdict', () => {
  test.each([
    [`/v/${CODE}`, CODE],
    [`/V/${CODE}`, CODE],
    [`/v/${CODE.toLowerCase()}`, CODE.toLowerCase()],
    [`/V/${CODE}/`, CODE],
    ['/v/Y7HD-7H5N-MT3V', 'Y7HD-7H5N-MT3V'],
    ['/v/Y7HD%207H5N%20MT3V', 'Y7HD%207H5N%20MT3V'],
    ['/v/Y7HD 7H5N MT3V', 'Y7HD%207H5N%20MT3V'],
    ['/v/Y7HD%E2%80%937H5N', 'Y7HD%E2%80%937H5N'],
    ['/v/%59', 'Y'],
    ['/v/%', '%25'],
    ['/v/%E0%A4%A', '%25E0%25A4%25A'],
    ['/v/%ff', '%25ff'],
    ['/v/a/b', 'a%20b'],
    ['/v/a%2Fb', 'a%20b'],
    ['/v/%252e%252e', '%252e%252e'],
    ['/v/en/x', 'en%20x'],
    [`/v/${'a'.repeat(100)}`, 'a'.repeat(64)],
    ['/v/<script>', '%3Cscript%3E'],
    ['/v/a?code=b', 'a'],
    ['/v/a#o=SECRET', 'a'],
  ])('leads %s to the page of %s in the reader’s language', (address, typed) => {
    expect(route(address, 'id')).toEqual({ kind: 'page', path: `/v/id/${typed}`, negotiated: true })
    expect(route(address)).toEqual({ kind: 'page', path: `/v/en/${typed}`, negotiated: true })
  })

  test.each([
    [`/en/v/${CODE}`, 'en'],
    [`/id/v/${CODE}`, 'id'],
    [`/ID/V/${CODE}/`, 'id'],
    [`/En/V/${CODE}`, 'en'],
    [`/id/V/${CODE}`, 'id'],
  ])('keeps at %s the language of the address, whatever the reader prefers', (address, lang) => {
    for (const accepted of ['en', 'id', '', '*']) {
      expect(route(address, accepted)).toEqual({ kind: 'page', path: `/v/${lang}/${CODE}`, negotiated: false })
    }
  })

  test.each([
    ['/v', '', '/verify/', true],
    ['/V', '', '/verify/', true],
    ['/v/', '', '/verify/', true],
    ['/v//', '', '/verify/', true],
    ['/v', 'id', '/id/verify/', true],
    ['/id/v', 'en', '/id/verify/', false],
    ['/EN/V/', 'id', '/verify/', false],
    ['/v?code=', '', '/verify/', true],
    ['/v?code=%20', '', '/verify/', true],
    ['/v?other=x', '', '/verify/', true],
  ])('redirects %s (in the language “%s”), without a code, to %s', (address, accepted, location, negotiated) => {
    expect(route(address, accepted)).toEqual({ kind: 'redirect', location, negotiated })
  })

  test.each([
    [`/v?code=${CODE}`, '', `/en/v/${CODE}`, true],
    [`/v/?code=${CODE}`, 'id', `/id/v/${CODE}`, true],
    [`/ID/V?code=${CODE}`, 'en', `/id/v/${CODE}`, false],
    ['/v?code=+Y7HD-7H5N+MT3V+', '', '/en/v/Y7HD-7H5N%20MT3V', true],
    ['/v?code=//evil.example', '', '/en/v/%2F%2Fevil.example', true],
    ['/v?code=%0d%0aSet-Cookie:x', '', '/en/v/Set-Cookie%3Ax', true],
    ['/v?code=a%0d%0aSet-Cookie:x', '', '/en/v/a%0D%0ASet-Cookie%3Ax', true],
    ['/v?code=%ff', '', '/en/v/%EF%BF%BD', true],
    ['/v?code=a&code=b', '', '/en/v/a', true],
    [`/v?code=${'a'.repeat(100)}`, '', `/en/v/${'a'.repeat(64)}`, true],
  ])('redirects the form’s %s (in the language “%s”) to %s', (address, accepted, location, negotiated) => {
    expect(route(address, accepted)).toEqual({ kind: 'redirect', location, negotiated })
  })

  test.each([
    '/',
    '/en',
    '/id/',
    '/products/',
    '/products/v/a',
    '/verify',
    '/verify/',
    '/id/verify/',
    '/api/verify/x',
    '/vx',
    '/v.',
    '/vv/x',
    '/x/v/a',
    '/zh/v/a',
    '/ja/v/a',
    '/en/id/v/a',
    '//v/a',
    '/en//v/a',
    '/_astro/v.css',
    '/v/../products',
    '/v/%2e%2e',
    '/id-v/a',
  ])('leaves %s to others', (address) => {
    expect(routeVerdict(new URL(`https://asli.example${address}`), 'id')).toBeNull()
  })

  test('leads whatever was typed to one page within the verdict’s addresses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (typed) => {
        fc.pre(!['.', '..'].includes(typed))
        const shown = typed.replaceAll('/', ' ')
        expect(route(`/v/${encodeURIComponent(typed)}`)).toEqual({
          kind: 'page',
          path: `/v/en/${encodeURIComponent(shown)}`,
          negotiated: true,
        })
      }),
    )
  })

  test.each(['/v?code=', '/v/'])('answers at %s a text that is cut within a character of two units', (address) => {
    expect(route(`${address}${'a'.repeat(63)}\u{1F600}`)).not.toBeNull()
  })

  test.each(['.', '..'])('redirects the form’s text %j to the form: a path of dots would lead away', (typed) => {
    expect(route(`/v?code=${typed}`)).toMatchObject({ kind: 'redirect', location: '/verify/' })
  })
})

describe('preferredLanguage', () => {
  test.each([
    ['', 'en'],
    ['*', 'en'],
    ['id', 'id'],
    ['en', 'en'],
    ['id-ID', 'id'],
    ['ID', 'id'],
    ['id-Latn-ID', 'id'],
    ['fr', 'en'],
    ['id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7', 'id'],
    ['en-US,en;q=0.9,id;q=0.8', 'en'],
    ['en;q=0.5,id;q=0.9', 'id'],
    ['en;q=0.500,id;q=0.501', 'id'],
    ['id;q=0.5,en', 'en'],
    ['en;q=0.9, id', 'id'],
    ['ja,zh;q=0.9,id;q=0.1', 'id'],
    ['fr-CH, fr;q=0.9, de;q=0.7, *;q=0.5', 'en'],
    ['id;q=0', 'en'],
    ['id;q=0.000, en;q=0.1', 'en'],
    ['en;q=0,id;q=0.1', 'id'],
    ['id; q=0.2 , en; q=0.1', 'id'],
    ['ID;Q=0.9,EN;Q=0.1', 'id'],
    ['id;level=1;q=0.1,en;q=0.5', 'en'],
    ['id,en', 'id'],
    ['en,id', 'en'],
    ['idn', 'en'],
    ['ide;q=1,id;q=0.1', 'id'],
    [',,;;q=,id', 'id'],
    ['id;q=1.2.3', 'en'],
    [`${'x,'.repeat(300)}id`, 'en'],
  ])('chooses for “%s” the language %s', (header, lang) => expect(preferredLanguage(header)).toBe(lang))

  // RFC 9110 §12.4.2 allows spaces before the semicolon.
  test('allows spaces before the weight’s semicolon', () => {
    expect(preferredLanguage('id ; q=0.2, fr')).toBe('id')
  })

  test('chooses a language for any header', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(['en', 'id']).toContain(preferredLanguage(header))
      }),
    )
  })
})
