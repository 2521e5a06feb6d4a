/** `/.well-known/asli.json`: the registry's public keys, by what each of them signs. */
import type { KeyList } from '#core/certificate/key-list.ts'
import { formatMultikey } from '#core/certificate/keys.ts'
import { formatVerifierKey } from '#core/log/note.ts'
import { logName } from './log.ts'
import type { Services } from './services.ts'

export function describeKeys({
  origin,
  signer,
  logSigner,
  tagSigner,
}: Pick<Services, 'origin' | 'signer' | 'logSigner' | 'tagSigner'>): KeyList {
  const vkey = formatVerifierKey({ name: logName(origin), publicKey: logSigner.publicKey })
  return {
    origin,
    keys: [
      { role: 'registry', kid: signer.kid, publicKeyMultibase: formatMultikey(signer.publicKey) },
      { role: 'log', vkey },
      { role: 'tag', number: tagSigner.number, publicKeyMultibase: formatMultikey(tagSigner.publicKey) },
    ],
  }
}
