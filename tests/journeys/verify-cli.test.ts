/** `asli verify` of codes and addresses: every verdict, and hosts that mislead. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeQr } from '../support/qr.ts'
import { type Desk, openDesk, outcomesOf } from '../support/verify-desk.ts'
import { issue, PRODUCT, pieceRequest, plain } from '../support/worker.ts'

let desk: Desk
let code: string
beforeAll(async () => {
  desk = await openDesk()
  code = plain((await issue(desk.worker)).code)
})
afterAll(() => desk.close())

describe('asli verify CODE', () => {
  test('passes every check of a certificate that is current, and says it in words', async () => {
    const { status, stdout, stderr } = await desk.asli(code, '--origin', desk.worker.origin)
    expect([status, stderr]).toEqual([0, ''])
    const lines = stdout.trimEnd().split('\n')
    const names = [
      'keys',
      'record',
      'form',
      'binding',
      'signature',
      'key',
      'checkpoint',
      'inclusion',
      'status',
      'report',
    ]
    expect(lines.slice(1, 11).map((line) => line.trim().split(/\s+/).slice(0, 2))).toEqual(
      names.map((name) => [name, 'passed:']),
    )
    expect(lines[11]).toMatch(/^Genuine and current: .* issued this certificate, and it stands\.$/)
    expect(lines.slice(12)).toEqual([
      expect.stringMatching(/“Manggur Uji” \(exclusive, 1 of 1\), /),
      expect.stringMatching(/maker canting-manggur-demo, made 2026-11-01, sold 2026-11-10, issued \d{4}-\d\d-\d\d/),
    ])
  })

  test('answers as JSON', async () => {
    const answer = await desk.askHere(code.toLowerCase())
    expect(answer).toMatchObject({ status: 0, verdict: 'valid', origin: desk.worker.origin })
    expect(plain(answer.code)).toBe(code)
    expect(new Set(Object.values(outcomesOf(answer)))).toEqual(new Set(['valid']))
    expect(answer.certificate).toMatchObject({ product: PRODUCT, code })
  })

  test('says paused, current again, reported and withdrawn, with the reason, as soon as it is so', async () => {
    const changing = plain((await issue(desk.worker)).code)
    const steps: [string, unknown, string, number, RegExp][] = [
      ['suspend', { reason: 'design-dispute' }, 'suspended', 1, /^Paused on \d{4}-\d\d-\d\d \(design-dispute\): /],
      ['resume', {}, 'valid', 0, /^Genuine and current/],
      ['report', { reason: 'lost-or-stolen' }, 'reported', 1, /^Reported on .* \(lost-or-stolen\) as lost, stolen/],
      ['withdraw-report', {}, 'valid', 0, /^Genuine and current/],
      ['revoke', { reason: 'returned' }, 'revoked', 1, /^Withdrawn on .* \(returned\): /],
    ]
    for (const [name, body, verdict, status, sentence] of steps) {
      await desk.act(changing, name, body)
      const answer = await desk.askHere(changing)
      expect(answer).toMatchObject({ verdict, status, sentence: expect.stringMatching(sentence) })
      // Of a piece that was reported or withdrawn the claims would only help whoever shows it.
      expect(answer.certificate === null).toBe(verdict === 'reported' || verdict === 'revoked')
    }
  })

  test('says by which it was replaced', async () => {
    const { code: old } = await issue(desk.worker)
    await desk.act(plain(old), 'supersede', { reason: 'replaced', certificate: pieceRequest() }, desk.worker.maker)
    const answer = await desk.askHere(old)
    expect(answer).toMatchObject({ status: 1, verdict: 'superseded' })
    expect(answer.sentence).toMatch(
      /^Genuine, but replaced on .* \(replaced\) by [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}: /,
    )
  })

  test('says of a code that was never issued that it is unknown, and of a typo that it is no code', async () => {
    const unknown = await desk.askHere('Y7HD7H5NMT3V')
    expect(unknown).toMatchObject({ status: 1, verdict: 'unknown-code', certificate: null })
    expect(unknown.sentence).toMatch(/has issued no certificate with this code/)
    const typo = await desk.asli(
      code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      '--origin',
      desk.worker.origin,
    )
    expect(typo).toMatchObject({ status: 2, stderr: expect.stringMatching(/is no code: compare/) })
  })
})

describe('a database that somebody wrote to', () => {
  test('and that keeps another text makes the verdict altered, of a code and of an earlier copy', async () => {
    const touched = plain((await issue(desk.worker)).code)
    const copy = desk.write('copy.json', await desk.get(`/api/certificates/${touched}`))
    const run = (sql: string) => desk.worker.database.prepare(sql).run()
    // Somebody with the database can drop its triggers, too.
    await run('DROP TRIGGER certificate_is_signed')
    await run(`UPDATE certificate SET credential = replace(credential, 'a drip', 'a drop') WHERE code = '${touched}'`)
    const answer = await desk.askHere(touched)
    expect(answer).toMatchObject({ status: 1, verdict: 'altered', certificate: null })
    expect(answer.checks).toContainEqual({ name: 'record', status: 'invalid', reason: 'record-altered' })
    expect(answer.sentence).toMatch(/^Not what .* signed and logged: do not rely on it\.$/)
    const kept = await desk.ask(copy)
    expect(kept).toMatchObject({ status: 1, verdict: 'altered' })
    expect(outcomesOf(kept)).toMatchObject({ signature: 'valid', inclusion: 'valid', status: 'invalid' })
  })
})

describe('asli verify URL', () => {
  test.each(['/v/', '/V/', '/en/v/', '/ID/V/'])('reads %s', async (between) => {
    expect(await desk.ask(`${desk.worker.origin}${between}${code}`)).toMatchObject({ status: 0, verdict: 'valid' })
  })

  test('checks the signature of a card, and one that belongs to another code fails', async () => {
    const { text } = await decodeQr(await desk.get(`/api/certificates/${code}/qr.svg?form=card`))
    const good = await desk.ask(text)
    expect([good.status, good.verdict, good.checks.at(-1)]).toEqual([0, 'valid', { name: 'card', status: 'valid' }])
    const other = plain((await issue(desk.worker)).code)
    const forged = await desk.ask(text.replace(code, other))
    expect(forged).toMatchObject({ status: 1, verdict: 'card-differs' })
    expect(forged.sentence).toMatch(/the card’s signature is not .*’s for this code/)
  })

  test('sends what stands behind the # to nobody', async () => {
    const { origin, asked } = await desk.serve((_, response) => response.writeHead(500).end())
    await desk.asli(`${origin}/v/${code}#o=${'0'.repeat(26)}`)
    expect(asked).toEqual(['/.well-known/asli.json'])
  })

  test.each([
    ['https://asli.example/v/', /has no code/],
    ['https://asli.example/shop/Y7HD7H5NMT3V', /has no code/],
    ['https://asli.example@evil.example/v/Y7HD7H5NMT3V', /is no address of a certificate/],
    ['http://asli.example/v/Y7HD7H5NMT3V', /Over http nobody can tell who answers for asli\.example/],
    ['https://', /is no address/],
  ])('refuses %s', async (url, sentence) => {
    expect(await desk.asli(url)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(sentence) })
  })
})

describe('a host that misleads', () => {
  test('by a redirect is not followed, even to the true registry', async () => {
    const { origin, asked } = await desk.serve((to, response) => {
      response.writeHead(302, { location: desk.worker.origin + to }).end()
    })
    const answer = await desk.ask(`${origin}/v/${code}`)
    expect(answer).toMatchObject({ status: 1, verdict: 'unavailable', origin })
    expect(answer.sentence).toMatch(/could not be checked: .* with a redirect, which is not followed/)
    expect(asked).toEqual(['/.well-known/asli.json'])
  })

  test('by the keys and records of another registry is told from that registry', async () => {
    const { origin } = await desk.serve(async (to, response) => {
      const answered = await desk.worker.ask('GET', to)
      response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? '' })
      response.end(await answered.text())
    })
    const answer = await desk.ask(`${origin}/v/${code}`)
    expect(answer).toMatchObject({ status: 1, verdict: 'unavailable', certificate: null })
    expect(answer.sentence).toContain(`the keys are those of ${desk.worker.origin}`)
  })

  test('by the keys and records of another registry in its own name does not pass', async () => {
    const { origin } = await desk.serve(async (to, response) => {
      const answered = await desk.worker.ask('GET', to)
      const text = (await answered.text()).replaceAll(desk.worker.origin, origin)
      response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? '' })
      response.end(text.replaceAll(new URL(desk.worker.origin).host, new URL(origin).host))
    })
    const keys = desk.write('true-keys.json', await desk.get('/.well-known/asli.json'))
    for (const args of [[], ['--keys', keys]]) {
      expect(await desk.ask(`${origin}/v/${code}`, ...args)).toMatchObject({ status: 1, certificate: null })
    }
  })

  test('or that is no registry, or that is gone, could not be checked, and is not called false', async () => {
    const { origin } = await desk.serve((_, response) => response.end('<h1>Shop</h1>'))
    for (const host of [origin, 'http://127.0.0.1:1']) {
      const answer = await desk.ask(code, '--origin', host)
      expect(answer).toMatchObject({ status: 1, verdict: 'unavailable' })
      expect(answer.sentence).toMatch(/^It could not be checked: .*That says nothing against the certificate\.$/)
    }
  })

  test('is named where a file is of another one than was asked for', async () => {
    const file = desk.write('here.json', await desk.get(`/api/certificates/${code}`))
    const refused = await desk.asli(file, '--origin', 'https://asli.example')
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/is of .*, not of https:\/\/asli\.example/),
    })
  })
})
