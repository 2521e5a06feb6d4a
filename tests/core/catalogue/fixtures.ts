/**
 * The negative fixtures of tests/fixtures/content: each a small change to the demo content, named by its rule and the
 * mutation. They are shared by the tests of the rules, of the tool and of the build.
 *
 * A change of a material field would break CUR-01 as well, so the records are pinned to the changed products anew,
 * unless the fixture says `pin: keep`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import { isDecision } from '#core/catalogue/reading/place.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import type { Occasion } from '#core/catalogue/rules/world.ts'
import { hashText } from '#core/catalogue/text-hash.ts'
import { bytesOf, readContentBytes, textOf } from './content-bytes.ts'

const FOLDER = fileURLToPath(new URL('../../fixtures/content/', import.meta.url))

type Files = Map<string, Uint8Array>

interface Patch {
  why: string
  /** `keep`: the records stay pinned to the product as it was. */
  pin?: 'keep'
  demoSite?: boolean
  /** `demo`: the records of the demo content are the ones that were first committed. */
  history?: 'demo'
  drop?: string[]
  move?: Record<string, string>
  edit?: { file: string; find: string; replace: string; times?: number }[]
  add?: Record<string, string>
  /** `at` is text on the expected line; `nth` counts its appearances from 1. */
  expect: { file: string; at?: string; nth?: number; path: string; rule: string; severity: string }[]
}

export interface Fixture {
  name: string
  why: string
  files: Files
  occasion: Occasion
  /** `severity file:line path rule`. */
  expected: string[]
}

export const fixtureNames = readdirSync(FOLDER).sort()
export const demoOccasion: Occasion = { today: '2026-11-22', demoSite: true }

export function loadFixture(name: string): Fixture {
  const patch = parse(readFileSync(join(FOLDER, name, 'patch.yaml'), 'utf8')) as Patch
  const demo = readContentBytes()
  const files = new Map(demo)
  applyPatch(files, patch)
  if (patch.pin !== 'keep') pinRecords(files, demo)
  const history = patch.history && { firstRecords: hashRecords(demo) }
  const occasion = { ...demoOccasion, demoSite: patch.demoSite ?? true, ...(history && { history }) }
  return { name, why: patch.why, files, occasion, expected: patch.expect.map((one) => describeExpected(files, one)) }
}

function applyPatch(files: Files, { edit = [], add = {}, drop = [], move = {} }: Patch): void {
  for (const { file, find, replace, times = 1 } of edit) {
    let text = textOf(files.get(file))
    for (let count = 0; count < times; count++) {
      if (!text.includes(find)) throw new Error(`${file} has no “${find}”.`)
      text = text.replace(find, replace)
    }
    files.set(file, bytesOf(text))
  }
  for (const [file, text] of Object.entries(add)) files.set(file, bytesOf(text))
  for (const [from, to] of Object.entries(move)) files.set(to, files.get(from) ?? new Uint8Array())
  for (const file of [...drop, ...Object.keys(move)]) files.delete(file)
}

function pinRecords(files: Files, demo: Files): void {
  const changed = [...files].filter(([file, bytes]) => /^products\/.*\.md$/.test(file) && bytes !== demo.get(file))
  if (changed.length === 0) return
  const { products, curations } = readCatalogue(
    new Map([...changed, ...[...files].filter(([file]) => file.startsWith('curations/'))]),
  )
  for (const { value, file } of curations) {
    const product = products.find((one) => one.value.id === value.product)
    if (!product) continue
    const pinned = textOf(files.get(file)).replace(value.subjectHash, hashMaterialFields(product.value))
    files.set(file, bytesOf(pinned))
  }
}

export function hashRecords(files: Files): Map<string, string> {
  const records = [...files].filter(([file]) => isDecision(file))
  return new Map(records.map(([file, bytes]) => [file, hashText(textOf(bytes))]))
}

function describeExpected(files: Files, { file, at, nth = 1, path, rule, severity }: Patch['expect'][number]): string {
  const lines = textOf(files.get(file)).split('\n')
  const matching = at === undefined ? [0] : [...lines.keys()].filter((index) => lines[index]?.includes(at))
  const line = (matching[nth - 1] ?? -1) + 1
  return `${severity} ${file}:${line} ${path} ${rule}`
}
