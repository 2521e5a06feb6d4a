import { describe, expect, test } from 'vitest'
import type { Code } from '#core/certificate/code.ts'
import { type Lookup, type Report, type StoredCertificate, verifyCertificate } from '#core/certificate/verify.ts'
import { CODE, NOW, OTHER_CODE, sign, store, trust } from './support.ts'

const record = store(await sign())

describe('verifyCertificate, over every set of faults at once', () => {
  interface Scene {
    code: Code | null
    found: Lookup
    record: StoredCertificate
    verifiers: typeof trust.verifiers
    origin: string
  }
  const edit = (scene: Scene, changes: Partial<StoredCertificate>) => ({
    ...scene,
    record: { ...scene.record, ...changes },
  })
  const faults: Record<string, (scene: Scene) => Scene> = {
    form: (scene) => edit(scene, { credential: scene.record.credential.replace('{', '{ ') }),
    signature: (scene) => edit(scene, { credential: scene.record.credential.replace('a drip', 'a drop') }),
    status: (scene) => edit(scene, { status: scene.record.status === 'valid' ? 'suspended' : 'valid' }),
    events: (scene) => edit(scene, { events: scene.record.events.slice(1) }),
    key: (scene) => ({ ...scene, verifiers: [] }),
    origin: (scene) => ({ ...scene, origin: 'https://asli.other' }),
    code: (scene) => ({ ...scene, code: OTHER_CODE }),
    'no code': (scene) => ({ ...scene, code: null }),
    missing: (scene) => ({ ...scene, found: { kind: 'missing', reason: 'no-such-record' } }),
    unavailable: (scene) => ({ ...scene, found: { kind: 'unavailable' } }),
  }
  const names = Object.keys(faults)
  const sets = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, i) => bits & (1 << i)))

  async function verdictOf(set: string[]): Promise<Report> {
    const start: Scene = { code: CODE, found: { kind: 'found', record }, record, ...trust }
    const scene = set.reduce((before, name) => faults[name]?.(before) ?? before, start)
    const found: Lookup = scene.found.kind === 'found' ? { kind: 'found', record: scene.record } : scene.found
    return verifyCertificate(scene.code, found, { origin: scene.origin, verifiers: scene.verifiers }, NOW)
  }

  /** The worst decides: no record before altered before not checked. */
  function expectedOf(set: string[]): string {
    if (set.includes('unavailable')) return 'unavailable'
    if (set.includes('missing')) return 'unknown-code'
    const proven = set.filter(
      (name) => name !== 'no code' && !(set.includes('no code') && /^(code|origin)$/.test(name)),
    )
    return proven.length > 0 ? 'altered' : 'unavailable'
  }

  test('is valid for the empty set alone, and otherwise shows no claims and no revocation', async () => {
    expect((await verdictOf([])).verdict).toBe('valid')
    for (const set of sets.slice(1)) {
      const report = await verdictOf(set)
      expect(report.verdict, set.join()).toBe(expectedOf(set))
      expect(
        report.checks.every(({ status }) => status === 'valid'),
        set.join(),
      ).toBe(false)
      expect(Object.keys(report).toSorted(), set.join()).toEqual(['checkedAt', 'checks', 'verdict'])
    }
  }, 60_000)
})
