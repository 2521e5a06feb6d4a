/** A signed note of this registry, byte for byte, and notes that others have signed. */
import { importVerifier, type Signer } from '#core/certificate/keys.ts'
import { type NoteVerifier, parseVerifierKey } from '#core/log/note.ts'
import { registrySigner } from '../certificate/support.ts'

export const NAME = 'asli.example/log'
export const VERIFIER_KEY = 'asli.example/log+ede4d8fe+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea'
export const TEXT = 'asli.example/log\n3\nw2UeVBcUxT1kjsx7rsp/4sNu9PplvM4ksdcShkN95WY=\n'
export const SIGNATURE =
  '— asli.example/log 7eTY/sBN56xpv66M3ZXlWnmEBAbHe6cIuMjkP4mFyIKMmyQq7qjlJMrDuqiSXG8XSiegHtfy47YduJEm8rA2CJsdxw4=\n'
export const NOTE = `${TEXT}\n${SIGNATURE}`

/** The examples of C2SP signed-note and of golang.org/x/mod/sumdb/note, and a checkpoint that sum.golang.org signed. */
export const foreign = [
  [
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
  ],
  [
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
  ],
  [
    'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
    'go.sum database tree\n35225469\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n\n— sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2HgXpD+gu9HHONebHLAyaKbbTM75QTtPydhKCExixSfwQ=\n',
  ],
] as const

export async function trustIn(name: string, { publicKey }: Signer): Promise<NoteVerifier> {
  return { name, publicKey, verifier: await importVerifier(publicKey) }
}

export async function trustInKey(text: string): Promise<NoteVerifier> {
  const key = parseVerifierKey(text)
  if (!key) throw new Error(`${text} is no key`)
  return { ...key, verifier: await importVerifier(key.publicKey) }
}

export const registry = await trustIn(NAME, registrySigner)
