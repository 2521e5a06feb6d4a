/** The status entries of a credential: exactly those of one slot, at the certificate's own origin. */
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { LIST_LENGTH, statusPurposes, writeStatusEntries } from '#core/certificate/status-list.ts'
import { CODE, ORIGIN, OTHER_CODE, SLOT, sign, signDocument } from './support.ts'

const { proof: _, ...unsigned } = await sign()
const URL_OF_PIECE = `${ORIGIN}/v/${CODE}`
const entries: JsonObject[] = writeStatusEntries(ORIGIN, URL_OF_PIECE, SLOT)
const [revocation, suspension, refresh] = entries as [JsonObject, JsonObject, JsonObject]

/** The slot that is read of the document with this status, well signed; or the path that is refused. */
async function read(credentialStatus: JsonValue): Promise<number | string | undefined> {
  const parsed = parseCredential(canonicalize(await signDocument({ ...unsigned, credentialStatus })))
  return parsed.ok ? parsed.value.slot : parsed.error
}

const change = (at: number, name: string, value: JsonValue) =>
  entries.map((entry, index) => (index === at ? { ...entry, [name]: value } : entry))

describe('writeStatusEntries', () => {
  test('writes a bit of one place in each of three lists', () => {
    expect(writeStatusEntries(ORIGIN, URL_OF_PIECE, SLOT)).toEqual(
      ['revocation', 'suspension', 'refresh'].map((statusPurpose) => ({
        id: `https://asli.example/v/${CODE}#${statusPurpose}`,
        type: 'BitstringStatusListEntry',
        statusPurpose,
        statusListIndex: '94567',
        statusListCredential: `https://asli.example/status/${statusPurpose}/0`,
      })),
    )
  })

  test.each([
    [0, '0', 0],
    [LIST_LENGTH - 1, '131071', 0],
    [LIST_LENGTH, '0', 1],
    [7 * LIST_LENGTH + 5, '5', 7],
  ])('writes the slot %i as place %s of list %i', async (slot, index, list) => {
    const written = writeStatusEntries(ORIGIN, URL_OF_PIECE, slot)
    expect(written.map(({ statusListIndex }) => statusListIndex)).toEqual([index, index, index])
    expect(written.map(({ statusListCredential }) => statusListCredential.split('/').at(-1))).toEqual(
      new Array(3).fill(String(list)),
    )
    expect(await read(written)).toBe(slot)
  })
})

describe('parseCredential', () => {
  test('reads the slot of a piece', async () => {
    expect(await read(entries)).toBe(SLOT)
  })

  test.each<[string, JsonValue]>([
    ['no entry', []],
    ['one entry', [revocation]],
    ['two entries', [revocation, suspension]],
    ['the first two turned', [suspension, revocation, refresh]],
    ['the last two turned', [revocation, refresh, suspension]],
    ['an entry twice', [revocation, suspension, suspension]],
    ['four entries', [...entries, refresh]],
    ['four entries of as many purposes', [...entries, { ...refresh, statusPurpose: 'message' }]],
    ['one entry in no list', revocation],
    ['null', null],
    ['a text', `${URL_OF_PIECE}#revocation`],
    ['a null for an entry', [revocation, suspension, null]],
    ['entries that are addresses', entries.map(({ id }) => id ?? null)],
    ['another certificate’s entries', writeStatusEntries(ORIGIN, `${ORIGIN}/v/${OTHER_CODE}`, SLOT)],
    ['lists of another origin', writeStatusEntries('https://asli.other', URL_OF_PIECE, SLOT)],
    ['lists of another scheme', writeStatusEntries('http://asli.example', URL_OF_PIECE, SLOT)],
    ['lists of another port', writeStatusEntries('https://asli.example:8443', URL_OF_PIECE, SLOT)],
    ['two slots', [...entries.slice(0, 2), ...writeStatusEntries(ORIGIN, URL_OF_PIECE, SLOT + 1).slice(2)]],
    ['two lists', [revocation, ...writeStatusEntries(ORIGIN, URL_OF_PIECE, SLOT + LIST_LENGTH).slice(1)]],
  ])('refuses a document whose status is %s, even where it is well signed', async (_, credentialStatus) => {
    expect(await read(credentialStatus)).toMatch(/^credential\.credentialStatus/)
  })

  // Past the end of its list, though it would be a slot of the next; and not as a number is written.
  const indexes: JsonValue[] = [
    '131072',
    '225639',
    '999999',
    '1000000',
    '-1',
    '094567',
    '94567.0',
    '9e4',
    ' 1',
    '',
    94567,
  ]
  test.each(indexes)('refuses the place %j, in one entry or in all', async (index) => {
    const all = entries.map((entry) => ({ ...entry, statusListIndex: index }))
    for (const changed of [all, ...[0, 1, 2].map((at) => change(at, 'statusListIndex', index))]) {
      expect(await read(changed)).toMatch(/^credential\.credentialStatus/)
    }
  })

  const lists = ['00', '01', '-1', '1000000000', '', 'x', '0/', '0?x=1', '0#x']
  test.each(lists)('refuses the list %j in all entries', async (list) => {
    const all = statusPurposes.map((purpose, at) => ({
      ...entries[at],
      statusListCredential: `${ORIGIN}/status/${purpose}/${list}`,
    }))
    expect(await read(all)).toMatch(/^credential\.credentialStatus/)
  })

  const members = Object.keys(revocation)
  const values: JsonValue[] = ['x', '', 'urn:x', '0', null, 0, true, [], {}]
  test.each(members)('refuses an entry whose %s is another, or missing, or no text', async (name) => {
    for (const [at, entry] of entries.entries()) {
      const others = [
        ...values,
        [entry[name] ?? null],
        `${entry[name]}x`,
        `x${entry[name]}`,
        String(entry[name]).toUpperCase(),
      ]
      for (const value of others) {
        if (value === entry[name]) continue
        expect(await read(change(at, name, value)), JSON.stringify(value)).toMatch(/^credential\.credentialStatus/)
      }
      const { [name]: _, ...rest } = entry
      expect(await read(entries.with(at, rest))).toBe(`credential.credentialStatus[${at}].${name}`)
    }
  })

  test('refuses an entry with one more member', async () => {
    for (const at of [0, 1, 2]) {
      for (const name of ['statusSize', 'statusMessage', 'statusReference', '__proto__']) {
        const more = JSON.parse(`{${JSON.stringify(name)}:"1"}`) as JsonObject
        const changed = entries.map((entry, index) => (index === at ? { ...entry, ...more } : entry))
        expect(await read(changed)).toBe(`credential.credentialStatus[${at}].${name}`)
      }
    }
  })
})
