import { describe, expect, test } from 'vitest'
import { readYamlText } from '#core/catalogue/reading/yaml-text.ts'

describe('a text that is no YAML', () => {
  test.each([
    ['moq: [5\nunit: H87', 2, 'ada kurung [ atau { di atasnya yang belum ditutup'],
    ['name: { en: Cloth\nunit: H87', 2, 'ada kurung [ atau { di atasnya yang belum ditutup'],
    ['name: "Kain\nunit: H87', 2, 'ada tanda kutip di atasnya yang belum ditutup'],
    ['name: Kain: batik', 1, 'teks yang memuat titik dua perlu tanda kutip, atau baris berikutnya terlalu menjorok'],
    ['moq: 5\n  unit: H87', 1, 'teks yang memuat titik dua perlu tanda kutip, atau baris berikutnya terlalu menjorok'],
    ['moq: 5\nunit H87', 2, 'setelah nama isian kurang titik dua dan spasi'],
    ['moq:5\nunit: H87', 1, 'setelah nama isian kurang titik dua dan spasi'],
    ['name: @kain', 1, 'teks yang diawali tanda ini perlu tanda kutip'],
    ['name: "a\\q"', 1, 'ada garis miring terbalik di dalam tanda kutip'],
    ['\tmoq: 5', 1, 'ada tab sebagai indentasi'],
    ['moq: ]', 1, expect.stringMatching(/^ada tanda yang tidak pada tempatnya \(Unexpected flow-seq-end token/)],
  ])('%j is told at line %i in words of a person who writes fields', (text, line, reason) => {
    const [fault] = readYamlText(text).faults
    expect(fault).toMatchObject({ rule: 'YAML-01', line })
    const [, said] = fault?.message.id.match(/^Ini bukan YAML yang benar: (.*)\.$/) ?? []
    expect(said).toEqual(reason)
    if (typeof reason === 'string') expect(fault?.message.en).not.toMatch(/[Ii]mplicit|mapping|[Ff]low/)
  })
})
