/** Text in the readers' languages. English and Indonesian are always there. */
import { z } from 'zod'

const sentence = z.string().trim().min(1, 'Write the text, or leave the whole field out.')
const name = sentence.max(80, 'A name has at most 80 characters.')

export const localizedTextSchema = z.strictObject({
  /** English. */
  en: sentence,
  /** Indonesian. */
  id: sentence,
})

/** A longer text; Chinese and Japanese where somebody has translated it. */
export const localizedStorySchema = z.strictObject({
  /** English. */
  en: sentence,
  /** Indonesian. */
  id: sentence,
  /** Chinese, simplified. */
  zh: sentence.optional(),
  /** Japanese. */
  ja: sentence.optional(),
})

/** A product's name; Chinese and Japanese buyers search by theirs. At most 80 characters each. */
export const localizedNameSchema = z.strictObject({
  /** English. */
  en: name,
  /** Indonesian: the original name. */
  id: name,
  /** Chinese, simplified. */
  zh: name.optional(),
  /** Japanese. */
  ja: name.optional(),
})

const summary = sentence
  .min(60, 'A summary has at least 60 characters.')
  .max(200, 'A summary has at most 200 characters.')

/** Chinese and Japanese say in a third of the characters what English does. */
const denseSummary = sentence
  .min(20, 'A summary in Chinese or Japanese has at least 20 characters.')
  .max(200, 'A summary has at most 200 characters.')

/** One or two sentences for lists and previews: 60 to 200 characters each, from 20 in Chinese and Japanese. */
export const localizedSummarySchema = z.strictObject({
  /** English. */
  en: summary,
  /** Indonesian. */
  id: summary,
  /** Chinese, simplified. */
  zh: denseSummary.optional(),
  /** Japanese. */
  ja: denseSummary.optional(),
})
