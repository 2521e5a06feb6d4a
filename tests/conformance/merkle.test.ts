/**
 * The public vectors of transparency-dev/merkle (Apache-2.0): folder `testdata`, one proof a file, named by its
 * mutation. `ASLI_VECTORS` names the folder that holds `inclusion` and `consistency`, or the folder
 * around that one, where it is called `merkle`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkConsistency, checkInclusion } from '#core/log/merkle.ts'

interface InclusionVector {
  leafIdx: number
  treeSize: number
  root: string
  leafHash: string
  proof: string[] | null
  wantErr: boolean
}

interface ConsistencyVector {
  size1: number
  size2: number
  root1: string
  root2: string
  proof: string[] | null
  wantErr: boolean
}

const root = process.env.ASLI_VECTORS
const folder = existsSync(`${root}/merkle`) ? `${root}/merkle` : String(root)
const told = root === undefined ? ' (skipped: the environment variable ASLI_VECTORS names no folder)' : ''

function listVectors(kind: string): string[] {
  const names = readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.json')).map((name) => join(kind, name))
}

function readVector(file: string): InclusionVector | ConsistencyVector {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as InclusionVector | ConsistencyVector
}

const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** Sizes and indexes beyond 2⁵³ come rounded out of JSON; both are refused either way. */
function holds(vector: InclusionVector | ConsistencyVector): boolean {
  const proof = (vector.proof ?? []).map(decode)
  if ('leafIdx' in vector) {
    const { leafHash, leafIdx, treeSize, root } = vector
    return checkInclusion(decode(leafHash), leafIdx, treeSize, proof, decode(root))
  }
  const { size1, size2, root1, root2 } = vector
  return checkConsistency(size1, size2, proof, decode(root1), decode(root2))
}

describe.skipIf(root === undefined)(`the vectors of transparency-dev/merkle${told}`, () => {
  test('are 98 of inclusion and 98 of consistency', () => {
    expect([listVectors('inclusion').length, listVectors('consistency').length]).toEqual([98, 98])
  })

  test('are all answered as they want', () => {
    const files = [...listVectors('inclusion'), ...listVectors('consistency')]
    const answers = files.map((file) => [file, holds(readVector(file))])
    expect(answers).toEqual(files.map((file) => [file, !readVector(file).wantErr]))
  })
})
