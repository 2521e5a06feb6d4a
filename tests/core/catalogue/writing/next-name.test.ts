import { describe, expect, test } from 'vitest'
import { nextCurationId, nextDecisionFile, nextId, slugify } from '#core/catalogue/writing/next-name.ts'
import { bytesOf, readContentBytes } from '../content-bytes.ts'

const files = readContentBytes()

describe('the next name', () => {
  test('counts up from the highest that any file names', () => {
    expect([nextId({ files }, 'PRD'), nextId({ files }, 'ENT')]).toEqual(['PRD-0011', 'ENT-0011'])
    expect(nextCurationId({ files }, '2026-11-22')).toBe('CUR-2026-0011')
    expect(nextCurationId({ files }, '2027-01-02')).toBe('CUR-2027-0001')
  })

  test('does not give the id of a broken file, or of a product that only its record remembers', () => {
    const broken = new Map(files).set('products/new-one/index.md', bytesOf('---\nid: PRD-0012\nmoq: [\n'))
    expect(nextId({ files: broken }, 'PRD')).toBe('PRD-0013')
    const gone = new Map(files).set('curations/PRD-0042/2026-01-01-1.yaml', bytesOf('id: CUR-2026-0040'))
    expect(nextId({ files: gone }, 'PRD')).toBe('PRD-0043')
    expect(nextCurationId({ files: gone }, '2026-11-22')).toBe('CUR-2026-0041')
  })

  test('numbers the records of one day', () => {
    expect(nextDecisionFile({ files }, 'curations', { productId: 'PRD-0001', day: '2026-10-05' })).toBe(
      'curations/PRD-0001/2026-10-05-2.yaml',
    )
    expect(nextDecisionFile({ files }, 'curations', { productId: 'PRD-0001', day: '2026-10-06' })).toBe(
      'curations/PRD-0001/2026-10-06-1.yaml',
    )
  })

  test('names a file by letters and digits, in at most sixty', () => {
    expect(slugify('“Batik” Café Ñusa & Co.')).toBe('batik-cafe-nusa-co')
    expect(slugify('x'.repeat(80))).toHaveLength(60)
  })
})
