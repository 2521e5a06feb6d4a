/** The throw-away secrets of `npm start`, in a folder of their own. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { openFolder } from '../support/local.ts'

const place = openFolder()
afterAll(() => place.close())

const file = join(place.folder, '.dev.vars')
const readVars = () =>
  Object.fromEntries(
    [...readFileSync(file, 'utf8').matchAll(/^([A-Z_]+)="(.*)"$/gm)].map(([, name, value]) => [name, value]),
  )

function readSecrets(): void {
  const code = `await (await import('${pathToFileURL(resolve('tools/secrets.ts'))}')).readSecrets()`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: place.folder, encoding: 'utf8' })
  expect([run.status, run.stderr]).toEqual([0, ''])
}

describe('.dev.vars', () => {
  test('is made with a key of its own for certificates, for the log and for tags', () => {
    readSecrets()
    const vars = readVars()
    expect(Object.keys(vars)).toEqual([
      ...['ASLI_REGISTRY_KEY', 'ASLI_LOG_KEY', 'ASLI_TAG_KEY', 'ASLI_ADMIN_TOKEN', 'ASLI_ADMIN_TOKEN_HASH'],
    ])
    expect(new Set([vars.ASLI_REGISTRY_KEY, vars.ASLI_LOG_KEY, vars.ASLI_TAG_KEY]).size).toBe(3)
  })

  test('from before the tag key gets one, and keeps everything else, what is not ours included', () => {
    const { ASLI_TAG_KEY, ...earlier } = { ...readVars(), MY_OWN: 'kept' }
    const lines = Object.entries(earlier).map(([name, value]) => `${name}="${value}"`)
    writeFileSync(file, `${lines.join('\n')}\n`)
    readSecrets()
    const { ASLI_TAG_KEY: made, ...kept } = readVars()
    expect(kept).toEqual(earlier)
    expect(made).toMatch(/^[A-Za-z0-9_-]{60,70}$/)
    expect(made).not.toBe(ASLI_TAG_KEY)
    readSecrets()
    expect(readVars()).toEqual({ ...earlier, ASLI_TAG_KEY: made })
  })
})
