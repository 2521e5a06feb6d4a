import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeFile, writeSecretFile } from '../../functions/cli/slips.ts'

const folder = mkdtempSync(join(tmpdir(), 'asli-slips-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a file that the tool writes', () => {
  test('is whole or not there: where the disk gives out halfway, nothing stands under its name', () => {
    const file = join(folder, 'half.svg')
    const script = `import('./functions/cli/slips.ts').then(({ writeFile }) => writeFile(process.argv[1], 'x'.repeat(1e6)))`
    // A file may grow to some blocks of 512 or 1,024 bytes, and no further.
    const shell = 'ulimit -f 8; exec "$0" -e "$1" "$2"'
    const { status } = spawnSync('bash', ['-c', shell, process.execPath, script, file])
    expect(status).not.toBe(0)
    expect(readdirSync(folder)).not.toContain('half.svg')
  })

  test('takes the place of what a run left that was cut short, with a mode of its own', () => {
    const [open, secret] = [join(folder, 'open'), join(folder, 'secret')]
    for (const file of [open, secret]) writeFile(`${file}.new`, 'cut', 0o644)
    writeFile(open, 'whole')
    writeSecretFile(secret, 'whole')
    expect([open, secret].map((file) => readFileSync(file, 'utf8'))).toEqual(['whole', 'whole'])
    expect(statSync(secret).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => /^(open|secret)/.test(name))).toEqual(['open', 'secret'])
  })
})
