import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '#core/canonical-json.ts'
import { openKeys, parseKeyList } from '#core/certificate/key-list.ts'
import { formatMultikey } from '#core/certificate/keys.ts'
import { keys, listKeys, logSigner, strangeKeys, tagSigner } from './evidence-support.ts'
import { ORIGIN, registrySigner } from './support.ts'

const [registry, log, tag] = keys.keys as unknown as [JsonObject, JsonObject, JsonObject]
const parse = (listed: JsonValue[]) => parseKeyList({ origin: ORIGIN, keys: listed })

describe('parseKeyList', () => {
  test('reads the list of a registry', () => {
    expect(parse([registry, log, tag])).toEqual({ ok: true, value: keys })
  })

  test('passes over roles that it does not know, whatever they hold', () => {
    expect(parse([registry, { role: 'maker', until: 5 }, { role: '__proto__' }, log, tag])).toEqual({
      ok: true,
      value: keys,
    })
  })

  test.each<[string, JsonValue, string]>([
    ['a key that is none', { ...registry, publicKeyMultibase: 'z6Mk' }, 'keys.keys[0].publicKeyMultibase'],
    ['a key under another’s thumbprint', { ...registry, kid: 'x' }, 'keys.keys[0]'],
    ['a key that says more than is known here', { ...registry, until: '2026-11-22' }, 'keys.keys[0].until'],
    ['another log’s key', { ...listKeys({ origin: 'https://x.example' }).keys[1] }, 'keys.keys[0]'],
    ['a log’s key that is none', { ...log, vkey: 'asli.example/log+00000000+AA==' }, 'keys.keys[0].vkey'],
    ['a tag key without a number', { ...tag, number: null }, 'keys.keys[0].number'],
    ['a tag key of more than 16 bits', { ...tag, number: 65_536 }, 'keys.keys[0].number'],
    ['a key without a role', { kid: 'x' }, 'keys.keys[0].role'],
    ['no object', 'key', 'keys.keys[0]'],
  ])('refuses %s', (_, key, path) => {
    expect(parse([key])).toEqual({ ok: false, error: path })
  })

  test.each<[JsonValue, string]>([
    [null, 'keys'],
    [[], 'keys'],
    [{ keys: [] }, 'keys.origin'],
    [{ origin: ORIGIN }, 'keys.keys'],
    [{ origin: `${ORIGIN}/`, keys: [] }, 'keys.origin'],
    [{ origin: 'ftp://asli.example', keys: [] }, 'keys.origin'],
    [{ origin: ORIGIN, keys: new Array<JsonValue>(201).fill({ ...tag }) }, 'keys.keys'],
  ])('refuses %j', (value, path) => {
    expect(parseKeyList(value)).toEqual({ ok: false, error: path })
  })
})

test('openKeys gives the verifiers of each role', async () => {
  const opened = await openKeys({ origin: ORIGIN, keys: [...keys.keys, ...strangeKeys.keys] })
  expect(opened.verifiers[0]?.kid).toBe(registrySigner.kid)
  expect(opened.logs[0]).toMatchObject({ name: 'asli.example/log', publicKey: logSigner.publicKey })
  expect(opened.tags[0]).toMatchObject({ number: 1, verifier: { kid: tagSigner.kid } })
  expect([opened.verifiers.length, opened.logs.length, opened.tags.length]).toEqual([2, 2, 2])
  expect(formatMultikey(tagSigner.publicKey)).toBe(tag.publicKeyMultibase)
})
