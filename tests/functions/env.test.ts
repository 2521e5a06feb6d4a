import { describe, expect, test } from 'vitest'
import { parseSettings } from '../../functions/env.ts'

const key = (letter: string) => letter.repeat(64)

const env = {
  ASLI_ORIGIN: 'https://asli.example',
  ASLI_REGISTRY_KEY: key('r'),
  ASLI_LOG_KEY: key('l'),
  ASLI_TAG_KEY: key('t'),
  ASLI_ADMIN_TOKEN_HASH: '0'.repeat(64),
} as Env

describe('settings', () => {
  test('are taken where each role has a key of its own', () => {
    expect(parseSettings(env)).toMatchObject({ registryKey: key('r'), logKey: key('l'), tagKey: key('t') })
  })

  test('name the registry key before by its KID, or not at all', () => {
    const named = (kid: string) => parseSettings({ ...env, ASLI_REGISTRY_KID_EARLIER: kid }).earlierRegistryKid
    expect(parseSettings(env).earlierRegistryKid).toBeUndefined()
    expect(named('k'.repeat(43))).toBe('k'.repeat(43))
    for (const kid of ['', 'k'.repeat(42), key('r'), 'z6Mk'])
      expect(() => named(kid)).toThrow('ASLI_REGISTRY_KID_EARLIER is not the KID of a key: `npm run asli -- key list`')
  })

  test.each([
    ['ASLI_REGISTRY_KEY', 'ASLI_LOG_KEY'],
    ['ASLI_REGISTRY_KEY', 'ASLI_TAG_KEY'],
    ['ASLI_LOG_KEY', 'ASLI_TAG_KEY'],
  ] as const)('are refused where %s and %s are one key', (one, other) => {
    expect(() => parseSettings({ ...env, [other]: env[one] })).toThrow(
      `${one} and ${other} are one key: make one for each with \`npm run asli -- keys\``,
    )
  })
})
