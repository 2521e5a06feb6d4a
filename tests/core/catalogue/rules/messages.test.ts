import { describe, expect, test } from 'vitest'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { loadFixture } from '../fixtures.ts'

describe('a finding', () => {
  test.each([
    ['DEMO-01-real-product', 'This is real, and canting-manggur-demo is a demo.'],
    ['DYE-01-naphthol', 'This says natural dye, and naphthol is synthetic.'],
    ['FOOD-01-both', 'The food has both SPP-IRT and BPOM MD.'],
    ['FOOD-01-neither', 'The food has neither SPP-IRT nor BPOM MD.'],
    ['GI-01-no-membership', 'The maker is no member of the MPIG.'],
    ['HS-03-lighter-subheading', '520851 is for 0–100 g/m², and the fabric has 118.'],
    ['PIRT-04-another-regency', 'Digits 4–7 are 3509 (Kab. Jember), the maker is in 3513 (Kab. Probolinggo).'],
    ['PIRT-05-another-year', 'The number ends in 2030, and expires says 2031.'],
    ['TEX-04-gold-on-stamped', 'The mark is gold; that of batik-cap is white.'],
    ['CUR-04-coach', 'KUR-DEMO-02 has a tie to canting-manggur-demo (coach).'],
    ['CUR-04-curator-owns-the-maker', 'KUR-DEMO-01 has a tie to canting-manggur-demo (owner).'],
    ['CUR-03-weak-criterion', 'Capacity and market record has 4 of 10 points, less than 60 %.'],
    ['CUR-07-ten-years', 'A decision of 2026-10-05 holds until 2028-04-05.'],
    ['CUR-03-failed-gate', 'The gate safety fails: the product is returned.'],
    ['REG-02-origin-elsewhere', 'The origin is Kab. Jember, the maker is in Kab. Probolinggo.'],
    ['GI-02-another-regency', 'Kopi Excelsa Jombang is of Kab. Jombang, the product of Kab. Jember.'],
    ['ATT-01-halal-decision', 'The number has not the usual form, ID00000000000000000.'],
  ])('of %s says what is wrong with these very values', (name, sentence) => {
    const { files, occasion } = loadFixture(name)
    const [finding] = checkCatalogue(readCatalogue(files), occasion)
    expect(finding?.message.en).toBe(sentence)
  })
})
