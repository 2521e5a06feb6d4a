import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCopy } from './desk.ts'

let copy: ReturnType<typeof openCopy>
beforeEach(() => {
  copy = openCopy()
})
afterEach(() => copy.close())

const MAKER = 'makers/canting-manggur-demo.yaml'
const RECORD = 'curations/PRD-0001/2026-10-05-1.yaml'

describe('asli content fmt', () => {
  test('finds the demo in form, and nothing to write', async () => {
    expect(copy.run(['fmt', '--check'])).toMatchObject({ status: 0, stdout: 'Files that would change: 0.\n' })
    expect(await copy.call(['fmt'])).toMatchObject({ status: 0, stdout: 'Files written: 0.\n' })
  })

  test('puts a file that was edited by hand into form, and leaves records alone', async () => {
    const [maker, record] = [copy.read(MAKER), copy.read(RECORD)]
    copy.edit(MAKER, 'regency: "35.74"\n', '')
    copy.write(MAKER, `regency: '35.74'\n${copy.read(MAKER)}`)
    copy.write(RECORD, `# a comment\n${record}`)
    expect(await copy.call(['fmt', '--check'])).toMatchObject({
      status: 1,
      stdout: `${copy.path(MAKER)}\nFiles that would change: 1.\n`,
    })
    expect(await copy.call(['fmt'])).toMatchObject({ status: 0 })
    expect(copy.read(MAKER)).toBe(maker)
    expect(copy.read(RECORD)).toBe(`# a comment\n${record}`)
    expect((await copy.call(['fmt', copy.path(MAKER), '--json'])).stdout).toBe(
      '{\n  "changed": [],\n  "broken": []\n}\n',
    )
  })

  test('takes out of a picture what a camera wrote into it, and leaves the picture', async () => {
    const picture = copy.path('products/batik-tulis-manggur-natural/images/detail.webp')
    const plain = readFileSync(picture)
    const told = Buffer.concat([plain, Buffer.from('XMP \x0c\0\0\0GPSLatitude!')])
    told.writeUInt32LE(told.length - 8, 4)
    writeFileSync(picture, told)
    expect(await copy.call(['check'])).toMatchObject({ status: 1, stdout: expect.stringContaining('PII-01') })
    expect(await copy.call(['fmt', picture])).toMatchObject({ status: 0, stdout: `${picture}\nFiles written: 1.\n` })
    expect(readFileSync(picture).equals(plain)).toBe(true)
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
  })

  test('leaves a broken file as it is and says so', async () => {
    copy.edit(MAKER, 'languages: [id, en]', 'languages: [id, en')
    const broken = copy.read(MAKER)
    const { status, stdout } = await copy.call(['fmt'])
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^\S*canting-manggur-demo\.yaml:\d+ stays as it is: This is not YAML: .*\nFiles written: 0\.\n$/,
    )
    expect(copy.read(MAKER)).toBe(broken)
    expect(await copy.call(['fmt', copy.path(RECORD)])).toMatchObject({ status: 2 })
  })
})
