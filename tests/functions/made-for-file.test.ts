/** What becomes of a customer's name in a file before anything is sent, and what is written down of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openMadeFor } from '#core/certificate/made-for.ts'
import { parseCardsFragment, parseOwnerFragment } from '#core/certificate/owner-link.ts'
import { sealName, takeName } from '../../functions/cli/made-for.ts'
import { describeOwner, writeOwnerUrl } from '../../functions/cli/owner.ts'
import { hashRequest, openSlips, type Slip, secretOf } from '../../functions/cli/slips.ts'

const folder = mkdtempSync(join(tmpdir(), 'asli-made-for-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NAME = 'Ibu Sari Wulandari'
/** Of it, what random base64 does not have by chance. */
const SURNAME = 'Wulandari'
const piece = {
  kind: 'piece',
  product: 'cloth',
  design: { id: 'kawung', name: 'Kawung', exclusivity: 'exclusive' },
  madeOn: '2026-11-01',
  soldOn: '2026-11-10',
}

describe('takeName', () => {
  test('takes the name out, and leaves the rest as it is', () => {
    const taken = takeName({ ...piece, madeFor: { mode: 'private', name: ` ${NAME} ` } })
    expect(taken).toEqual({ ok: true, value: { request: { ...piece, madeFor: { mode: 'private' } }, name: NAME } })
  })

  test('takes a name without a mode for a private one', () => {
    const taken = takeName({ ...piece, madeFor: { name: NAME } })
    expect(taken).toMatchObject({ ok: true, value: { request: { madeFor: { mode: 'private' } }, name: NAME } })
  })

  test.each([
    ['no madeFor', piece],
    ['a mode alone', { ...piece, madeFor: { mode: 'private' } }],
    ['nobody', { ...piece, madeFor: { mode: 'none' } }],
    ['something else, which the registry refuses', { ...piece, madeFor: 'Sari' }],
  ])('leaves %s untouched', (_, request) => {
    expect(takeName(request)).toEqual({ ok: true, value: { request, name: null } })
  })

  test.each([
    ['with mode none', { mode: 'none', name: NAME }, /^is given with mode none, for nobody/],
    ['empty', { name: '  ' }, /^is empty/],
    ['of no value', { mode: 'private', name: null }, /^is empty/],
    ['a number', { name: 42 }, /^must be text: put the name in quotes$/],
    ['on two lines', { name: 'Sari\nDewi' }, /^must be on one line/],
    ['written backwards', { name: 'Sari\u202e' }, /^must be on one line/],
    ['too long', { name: 'x'.repeat(201) }, /^has more than 200 characters/],
  ])('refuses a name that is %s, without repeating it', (_, madeFor, sentence) => {
    const refused = takeName({ ...piece, madeFor })
    expect(refused).toEqual({
      ok: false,
      error: [{ pointer: '/madeFor/name', detail: expect.stringMatching(sentence) }],
    })
    expect(JSON.stringify(refused)).not.toMatch(/Sari|42|xx/)
  })

  test('lets no member leave this machine that no certificate has: it might be a name', () => {
    const request = {
      ...piece,
      customer: NAME,
      madeFor: { mode: 'private', nama: NAME },
      design: { ...piece.design, for: NAME },
    }
    const refused = takeName(request)
    if (refused.ok) return expect.fail('it was taken')
    expect(refused.error.map(({ pointer }) => pointer).sort()).toEqual(['/customer', '/design/for', '/madeFor/nama'])
    for (const { detail } of refused.error)
      expect(detail).toMatch(/^is not a field here, and was not sent: .*madeFor\.name/)
    expect(takeName({ kind: 'curation', product: 'cloth', madeFor: { mode: 'private', name: NAME } }).ok).toBe(false)
  })
})

describe('slips', () => {
  const file = (name: string) => join(folder, `${name}.asli.json`)
  const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as Slip[]
  const take = (name: string, ...names: (string | null)[]) =>
    openSlips(file(name)).take(names.map((one) => ({ hash: 'a hash', name: one })))

  test('are on disk before anything is sent, with key and owner secret, without the name, for the maker’s eyes alone', () => {
    const [slip] = take('first', NAME)
    expect(read('first')).toEqual([slip])
    expect(secretOf(slip as Slip)).toHaveLength(16)
    expect(readFileSync(file('first'), 'utf8')).not.toContain(SURNAME)
    expect(statSync(file('first')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
  })

  test('are read back by a retry, so that it sends what was sent', async () => {
    const unsealed = { request: { ...piece, madeFor: { mode: 'private' } }, name: NAME }
    const [first] = take('retry', NAME)
    const sent = await sealName(unsealed, first as Slip)
    const [again] = take('retry', NAME)
    expect(again).toEqual(first)
    expect(await sealName(unsealed, again as Slip)).toEqual(sent)
    expect(JSON.stringify(sent)).not.toContain(SURNAME)
    const { commitment, sealed } = sent.madeFor as { commitment: string; sealed: string }
    expect(commitment).toBe(first?.commitment)
    const secret = secretOf(first as Slip) ?? new Uint8Array()
    expect(await openMadeFor(sealed, commitment, secret)).toEqual({ ok: true, value: NAME })
  })

  test('are others for another name, and for none', () => {
    const [sari] = take('others', 'Sari')
    const [dewi] = take('others', 'Dewi')
    const [nobody] = take('others', null)
    expect(new Set([sari, dewi, nobody].map((slip) => slip?.idempotencyKey)).size).toBe(3)
    expect(nobody).not.toHaveProperty('ownerSecret')
    expect([take('others', 'Dewi')[0], take('others', null)[0], take('others', 'Sari')[0]]).toEqual([
      dewi,
      nobody,
      sari,
    ])
  })

  test('are one a row where two rows are for one customer, in any order of the rows', () => {
    const taken = take('rows', 'Sari', 'Dewi', 'Sari')
    expect(new Set(taken.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3)
    expect(new Set(taken.map(({ ownerSecret }) => ownerSecret)).size).toBe(3)
    expect(take('rows', 'Sari', 'Dewi', 'Sari')).toEqual(taken)
    const [one, two, three] = taken
    expect(take('rows', 'Dewi', 'Sari', 'Sari')).toEqual([two, one, three])
    expect(read('rows')).toHaveLength(3)
  })

  test('of an earlier version still belong to their unchanged file', () => {
    const request = { ...piece, madeFor: { mode: 'private' } }
    const earlier = {
      idempotencyKey: 'k'.repeat(22),
      requestHash: hashRequest('https://asli.example', request),
      code: 'X',
      url: 'Y',
    }
    // As the first version wrote it: SHA-256 of origin and request.
    expect(earlier.requestHash).toBe('1I5MO1zJZUIPe5xAwA294RUCv4AJQ0gaOaYhNbUrcBo')
    writeFileSync(file('earlier'), JSON.stringify([earlier]))
    const taken = takeName(request)
    if (!taken.ok) return expect.fail('it was refused')
    const { name } = taken.value
    const hash = hashRequest('https://asli.example', taken.value.request)
    expect(openSlips(file('earlier')).take([{ hash, name }])).toEqual([earlier])
    expect(openSlips(file('earlier')).take([{ hash, name: NAME }])).not.toEqual([earlier])
  })
})

describe('what the customer is handed', () => {
  const [named, nameless] = openSlips(join(folder, 'handed.asli.json')).take([
    { hash: 'a', name: NAME },
    { hash: 'b', name: null },
  ])
  const certified = { code: '0000-0000-0000', url: 'https://asli.example/v/000000000000' }

  test('is the link and the card’s address, each with the secret in its fragment alone', () => {
    const { lines, json } = describeOwner({ ...(named as Slip), ...certified })
    const [owner, card] = [new URL(json.owner ?? ''), new URL(json.card ?? '')]
    const secret = secretOf(named as Slip)
    expect([owner.origin + owner.pathname, parseOwnerFragment(owner.hash)]).toEqual([certified.url, secret])
    expect(card.origin + card.pathname + card.search).toBe(
      'https://asli.example/print/cards?codes=000000000000&paper=fold',
    )
    expect([...parseCardsFragment(card.hash).values()]).toEqual([secret])
    expect(lines.slice(0, 2)).toEqual([`  owner ${owner.href}`, `  card  ${card.href}`])
    expect(lines[2]).toMatch(/for the customer alone/)
  })

  test('is nothing where nobody was named, or nothing is certified yet', () => {
    expect(describeOwner({ ...(nameless as Slip), ...certified })).toEqual({ lines: [], json: {} })
    expect(writeOwnerUrl(named as Slip)).toBe('')
  })
})
