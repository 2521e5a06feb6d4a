import { describe, expect, test } from 'vitest'
import type { Attestation } from '#core/catalogue/attestation.ts'
import { listRungs } from '../../site/components/ladder.ts'
import { readEntry, readingIn } from './readings.ts'

const tested: Attestation = {
  type: 'sni',
  number: 'SNI-0000',
  issuer: 'LSPro Demo',
  level: 'tested',
  expires: '2026-12-31',
}
const entry = readEntry('batik-tulis-manggur-natural')
const rungsOf = (ladder: typeof entry.maker.ladder, attestations: Attestation[] = [], today?: string) =>
  listRungs({ ladder }, [{ ...entry, product: { ...entry.product, attestations } }], readingIn('en', today))

describe('the ladder', () => {
  test('marks the rung that the file names, and no other, since one does not prove the rest', () => {
    for (const ladder of ['informal', 'nib', 'bina-umk', 'product-sni', 'export'] as const)
      expect(rungsOf(ladder).filter(({ isHere }) => isHere)).toHaveLength(1)
    expect(rungsOf('export').map(({ isHere }) => isHere)).toEqual([false, false, false, false, true])
  })

  test('draws and words a declaration unlike a test', () => {
    const [, , declared, certified] = rungsOf('bina-umk')
    expect([declared?.kind, certified?.kind]).toEqual(['declared', 'tested'])
    expect(declared?.basis).toBe('Declared by the maker itself, nothing tested')
    expect(declared?.silent).toContain('It is not the SNI certificate')
    expect(listRungs({ ladder: 'bina-umk' }, [], readingIn('id'))[2]?.basis).toContain('tidak diuji')
  })

  test('says of every rung what it says and what it does not, in both languages', () => {
    for (const lang of ['en', 'id'] as const)
      for (const { says, silent } of listRungs({ ladder: 'nib' }, [], readingIn(lang)))
        expect(Math.min(says.length, silent.length)).toBeGreaterThan(20)
  })

  test('shows the number of a tested SNI with its product and its end, and says when that has passed', () => {
    const [, , , rung] = rungsOf('product-sni', [tested])
    expect(rung?.evidence).toEqual([`SNI-0000, ${entry.product.name.en}, until 31 December 2026`])
    expect(rungsOf('product-sni', [tested], '2027-01-01')[3]?.evidence[0]).toContain('expired on 31 December 2026')
  })

  test('says where the file names a rung and no product states a number', () => {
    expect(rungsOf('product-sni')[3]?.lacksEvidence).toBe(true)
    expect(rungsOf('product-sni', [tested])[3]?.lacksEvidence).toBe(false)
    expect(rungsOf('product-sni', [{ ...tested, type: 'sni-bina-umk' }])[3]?.lacksEvidence).toBe(true)
    expect(rungsOf('nib').some(({ lacksEvidence }) => lacksEvidence)).toBe(false)
  })
})
