/** Entries about keys, for tests of what they add up to. */
import { formatMultikey, importSigner, type Signer } from '#core/certificate/keys.ts'
import type { KeyLeaf, KeyRole } from '#core/log/key-leaf.ts'
import { registrySigner, strangeSigner, writePrivateKey } from '../certificate/support.ts'

export const [logSigner, tagSigner, thirdSigner] = (await Promise.all(
  ['11', '22', '33'].map((byte) => importSigner(writePrivateKey(byte.repeat(32)))),
)) as [Signer, Signer, Signer]
export { registrySigner, strangeSigner }

export function keyLeaf(
  t: KeyLeaf['t'],
  { kid, publicKey }: Pick<Signer, 'kid' | 'publicKey'>,
  { role = 'registry', from, ts = '2026-11-22T03:00:00Z' }: { role?: KeyRole; from?: number; ts?: string } = {},
): KeyLeaf {
  return { t, kid, role, publicKey: formatMultikey(publicKey), ...(from === undefined ? {} : { from }), ts }
}

/** What a fresh registry appends first. */
export const firstKeys: KeyLeaf[] = [
  keyLeaf('key-added', registrySigner),
  keyLeaf('key-added', logSigner, { role: 'log' }),
  keyLeaf('key-added', tagSigner, { role: 'tag' }),
]
