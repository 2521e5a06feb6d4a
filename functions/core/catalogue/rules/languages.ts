/** Rules about the readers' languages. */

import type { FiledProduct } from '../reading/catalogue.ts'
import { hashText } from '../text-hash.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const languageRules = {
  'I18N-01': {
    title: { en: 'No English', id: 'Belum ada bahasa Inggris' },
    severity: 'error',
    why: {
      en: 'English is what every other language falls back to.',
      id: 'Bahasa Inggris dipakai bila bahasa lain tidak tersedia.',
    },
    mend: { en: 'Write the text in English.', id: 'Tulis teksnya dalam bahasa Inggris.' },
    good: 'name: { en: Cloth, id: Kain }',
    bad: 'name: { id: Kain }',
  },
  'I18N-02': {
    title: { en: 'A translation is missing or old', id: 'Terjemahan belum ada atau sudah lama' },
    severity: 'warning',
    why: {
      en: 'Chinese and Japanese buyers search by their own words, and a story may have changed since it was translated.',
      id: 'Pembeli Tiongkok dan Jepang mencari dengan bahasanya sendiri, dan cerita bisa berubah setelah diterjemahkan.',
    },
    mend: { en: 'Add the translation, or renew it.', id: 'Tambahkan terjemahannya, atau perbarui.' },
    good: 'name: { en: …, id: …, zh: …, ja: … }',
    bad: 'name: { en: …, id: … }',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof languageRules

const LANGUAGES = {
  id: { en: 'Indonesian', id: 'bahasa Indonesia' },
  zh: { en: 'Chinese', id: 'bahasa Tionghoa' },
  ja: { en: 'Japanese', id: 'bahasa Jepang' },
} as const

export function checkLanguages({ value, stories }: FiledProduct): Fault<Id>[] {
  const english = stories.en?.text === ''
  return [
    ...(['zh', 'ja'] as const)
      .filter((language) => value.name[language] === undefined)
      .map((language) => {
        const { en, id } = LANGUAGES[language]
        return faultAt<Id>('I18N-02', ['name', language], `There is no name in ${en}.`, `Belum ada nama dalam ${id}.`)
      }),
    ...(english
      ? [
          {
            ...faultAt<Id>('I18N-01', [], 'There is no story in English.', 'Belum ada cerita dalam bahasa Inggris.'),
            line: stories.en?.line ?? 1,
            missing: true as const,
          },
        ]
      : []),
  ]
}

/** Stories that were translated from an English that has changed since: by file, for they are files of their own. */
export function findOldStories({ stories }: FiledProduct, { history }: World): { file: string; fault: Fault<Id> }[] {
  const english = stories.en
  if (!english) return []
  const now = hashText(english.text)
  return (['id', 'zh', 'ja'] as const).flatMap((language) => {
    const file = stories[language]?.file
    const then = file === undefined ? undefined : history?.translatedStories?.get(file)
    if (file === undefined || then === undefined || then === now) return []
    const [en, id] = [
      'The English has changed since this was translated.',
      'Teks Inggrisnya berubah setelah ini diterjemahkan.',
    ]
    return [{ file, fault: faultAt<Id>('I18N-02', [], en, id) }]
  })
}
