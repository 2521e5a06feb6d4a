import { describe, expect, test } from 'vitest'
import { deriveCid } from '#core/log/leaf.ts'
import { CODE, OTHER_CODE } from '../certificate/support.ts'
import { fromHex, sha256 } from './support.ts'

const NONCE = fromHex('000102030405060708090a0b0c0d0e0f')
const CID = 'knI_s0Kg-teDpQp42XqLJoCKlWMd6Or5s5uDlys24W8'

describe('deriveCid', () => {
  test('hashes the named domain, a zero, the code’s 12 capitals and the nonce', () => {
    expect(deriveCid(CODE, NONCE)).toBe(CID)
    const hash = sha256(Buffer.from('asli/cid/v1\0'), Buffer.from(CODE), NONCE)
    expect(deriveCid(CODE, NONCE)).toBe(Buffer.from(hash).toString('base64url'))
  })

  test('is another for another code or another nonce', () => {
    expect(deriveCid(OTHER_CODE, NONCE)).not.toBe(CID)
    expect(deriveCid(CODE, NONCE.with(15, 0))).not.toBe(CID)
  })

  test('throws on a nonce of another length', () => {
    for (const length of [0, 15, 17]) expect(() => deriveCid(CODE, new Uint8Array(length))).toThrow(RangeError)
  })
})
