import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { INDONESIAN } from '#core/catalogue/reading/form-words.ts'

const FOLDER = 'functions/core/catalogue'

describe('the sentences of the schemas', () => {
  const sources = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'publication.ts')
  const sentences = sources.flatMap((name) =>
    [...readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(/'([A-Z][^'\n]*\.)'/g)].map(([, sentence = '']) => sentence),
  )

  test('all stand in Indonesian, and none is left over', () => {
    expect(sentences.length).toBeGreaterThan(40)
    expect(Object.keys(INDONESIAN).sort()).toEqual([...new Set(sentences)].sort())
  })
})
