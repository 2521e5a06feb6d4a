/** `asli verify` of files: credentials, what is none, and saved proofs with the registry gone. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk, outcomesOf } from '../support/verify-desk.ts'
import { issue, plain } from '../support/worker.ts'

let desk: Desk
let code: string
beforeAll(async () => {
  desk = await openDesk()
  code = plain((await issue(desk.worker)).code)
})
afterAll(() => desk.close())

describe('asli verify FILE', () => {
  test('checks a credential as it was served and pretty printed, and says where it was issued', async () => {
    const text = await desk.get(`/api/certificates/${code}`)
    for (const form of [text, `\uFEFF${JSON.stringify(JSON.parse(text), null, 4).replaceAll('\n', '\r\n')}`]) {
      const { status, stdout } = await desk.asli(desk.write('credential.json', form))
      expect([status, stdout]).toEqual([0, expect.stringContaining('Genuine and current')])
      expect(stdout).toContain(`Issued at ${new URL(desk.worker.origin).host}, as the file says`)
    }
  })

  test('says altered of a credential that was changed', async () => {
    const text = await desk.get(`/api/certificates/${code}`)
    const answer = await desk.ask(desk.write('changed.json', text.replace('a drip', 'a drop')))
    expect(answer).toMatchObject({ status: 1, verdict: 'altered', certificate: null })
    expect(outcomesOf(answer)).toMatchObject({ signature: 'invalid', inclusion: 'invalid', status: 'invalid' })
  })

  test('checks the signature alone of a credential that is offline', async () => {
    const file = desk.write('alone.json', await desk.get(`/api/certificates/${code}`))
    const keys = desk.write('keys.json', await desk.get('/.well-known/asli.json'))
    const { status, stdout } = await desk.asli(file, '--offline', '--keys', keys)
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /signature +passed: .*\n +key +passed: .*\n +checkpoint +not checked: the file has no proof\n/,
    )
    expect(stdout).toContain('The signature holds, the log was not checked; status not known.')
    expect(await desk.asli(file, '--offline')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/give --keys FILE/),
    })
  })

  test.each<[string, string | Uint8Array, RegExp]>([
    ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), /is no text but binary data: name a JSON file/],
    ['empty', '', /is not JSON, or was cut short/],
    ['YAML', 'kind: piece\n', /is not JSON, or was cut short/],
    ['too large', ' '.repeat(1_000_001), /has more than 1 MB/],
    ['another JSON', '{"a":1}', /is neither a proof bundle nor a certificate/],
    ['a list', '[]', /is neither a proof bundle nor a certificate/],
    ['a bundle of the future', '{"format":"asli-proof-bundle/v9"}', /of another version/],
    ['half a bundle', '{"format":"asli-proof-bundle/v1"}', /is no whole proof bundle \(bundle\.savedAt does not fit\)/],
  ])('refuses %s in one sentence', async (name, bytes, sentence) => {
    const { status, stdout, stderr } = await desk.asli(desk.write('odd.json', bytes), '--offline')
    expect([name, status, stdout]).toEqual([name, 2, ''])
    expect(stderr).toMatch(sentence)
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  test('refuses a folder and a file that is not there', async () => {
    expect((await desk.asli(desk.folder)).stderr).toMatch(/is no file: name a JSON file/)
    expect((await desk.asli('nowhere.json')).stderr).toMatch(
      /is no code and no address, and there is no such file here/,
    )
  })

  test('refuses --offline without a file, and --save with it', async () => {
    expect(await desk.asli(code, '--origin', desk.worker.origin, '--offline')).toMatchObject({ status: 2 })
    expect(await desk.asli(desk.write('x.json', '{}'), '--offline', '--save', desk.path('y.json'))).toMatchObject({
      status: 2,
    })
    expect(await desk.asli(code, '--origin', desk.worker.origin, '--keys', desk.write('no.json', '{}'))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/is no list of keys \(keys\.origin does not fit\)/),
    })
  })
})

describe('a saved proof', () => {
  const bundle = () => desk.path('proof.json')
  const keys = () => desk.path('trusted.json')

  test('is written, is whole, and is checked against the registry while that answers', async () => {
    desk.write('trusted.json', await desk.get('/.well-known/asli.json'))
    expect(await desk.askHere(code, '--save', bundle())).toMatchObject({ status: 0, savedAs: bundle() })
    const saved = JSON.parse(readFileSync(bundle(), 'utf8')) as Record<string, unknown>
    expect(Object.keys(saved)).toEqual(['format', 'savedAt', 'origin', 'keys', 'credential', 'proof', 'status'])
    expect(saved).toMatchObject({ format: 'asli-proof-bundle/v1', origin: desk.worker.origin, status: 'valid' })
    expect(saved.credential).toBe(await desk.get(`/api/certificates/${code}`))
    expect(saved.keys).toEqual(JSON.parse(readFileSync(keys(), 'utf8')))
    expect(await desk.ask(bundle())).toMatchObject({ status: 0, verdict: 'valid' })
  })

  test('of a certificate that was withdrawn since says so, and one saved afterwards never passes offline', async () => {
    const gone = plain((await issue(desk.worker)).code)
    await desk.askHere(gone, '--save', desk.path('gone.json'))
    await desk.act(gone, 'revoke', { reason: 'returned' })
    expect(await desk.ask(desk.path('gone.json'))).toMatchObject({ status: 1, verdict: 'revoked' })
    await desk.askHere(gone, '--save', desk.path('gone.json'))
    const offline = await desk.ask(desk.path('gone.json'), '--offline', '--keys', keys())
    expect(offline).toMatchObject({ status: 1, sentence: expect.stringMatching(/It was revoked when saved on/) })
  })

  test('is not written of what does not hold or does not exist', async () => {
    expect(await desk.askHere('Y7HD7H5NMT3V', '--save', desk.path('none.json'))).toMatchObject({
      status: 1,
      savedAs: null,
    })
    expect((await desk.asli(desk.path('none.json'))).stderr).toMatch(/there is no such file/)
  })

  test('that names another registry’s keys fails', async () => {
    const forged = JSON.parse(readFileSync(bundle(), 'utf8')) as { keys: { keys: { number?: number }[] } }
    for (const key of forged.keys.keys) if (key.number === 1) key.number = 7
    const file = desk.write('forged.json', JSON.stringify(forged))
    for (const args of [['--offline', '--keys', keys()], []]) {
      expect(await desk.ask(file, ...args)).toMatchObject({ status: 1, verdict: 'altered' })
    }
  })

  test('works with the registry gone: signature, inclusion and checkpoint, and the status as it was', async () => {
    await desk.closeWorker()
    const { status, stdout } = await desk.asli(bundle(), '--offline', '--keys', keys())
    expect(status).toBe(0)
    for (const name of ['keys', 'signature', 'checkpoint', 'inclusion']) {
      expect(stdout).toMatch(new RegExp(`\\n  ${name} +passed: `))
    }
    expect(stdout).toMatch(/The signature and log proof hold; status not known\. It was valid when saved on \d{4}-/)
  })

  test('under its own keys says that these are its own word, and does not pass', async () => {
    const { status, stdout } = await desk.asli(bundle(), '--offline')
    expect(status).toBe(1)
    expect(stdout).toContain('The signature and log proof hold; status not known.')
    expect(stdout).toMatch(/The keys are the bundle’s own word, .*--keys FILE/)
  })

  test('falls back to what can be checked where the network is down', async () => {
    const answer = await desk.ask(bundle(), '--keys', keys())
    expect(answer).toMatchObject({ status: 1, verdict: 'status-unknown' })
    expect(answer.sentence).toMatch(/proof hold; could not check the status: nothing answers at .* It was valid when/)
    expect(outcomesOf(answer)).toMatchObject({ signature: 'valid', inclusion: 'valid', status: 'error' })
    expect(await desk.ask(desk.path('credential.json'))).toMatchObject({ status: 1, verdict: 'unavailable' })
  })

  test('with another’s proof swapped in, or with a changed claim, is altered', async () => {
    const saved = JSON.parse(readFileSync(bundle(), 'utf8')) as { credential: string; proof: string }
    const { proof } = JSON.parse(readFileSync(desk.path('gone.json'), 'utf8')) as { proof: string }
    const changed = { ...saved, credential: saved.credential.replace('a drip', 'a drop') }
    for (const forged of [{ ...saved, proof }, changed]) {
      const answer = await desk.ask(desk.write('forged.json', JSON.stringify(forged)), '--offline', '--keys', keys())
      expect(answer).toMatchObject({ status: 1, verdict: 'altered', certificate: null })
    }
  })
})
