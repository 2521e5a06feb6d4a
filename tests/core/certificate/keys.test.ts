import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { decodeBase64url, encodeBase64url, encodeHex, utf8 } from '#core/bytes.ts'
import {
  formatMultikey,
  importSigner,
  importVerifier,
  makePrivateKey,
  parseMultikey,
  thumbprint,
} from '#core/certificate/keys.ts'
import { writePrivateKey } from './support.ts'

/** RFC 8032 §7.1: secret key, public key, message, signature. */
const signatures = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
      '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
      '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const

const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

describe('importSigner', () => {
  test.each(signatures)(
    'signs as RFC 8032 §7.1 does with the key %s',
    async (secret, publicKey, message, signature) => {
      const signer = await importSigner(writePrivateKey(secret))
      expect(encodeHex(signer.publicKey)).toBe(publicKey)
      expect(encodeHex(await signer.sign(fromHex(message)))).toBe(signature)
    },
  )

  test('signs the same message with the same bytes', async () => {
    const signer = await importSigner(await makePrivateKey())
    const message = utf8('the same')
    expect(await signer.sign(message)).toEqual(await signer.sign(message))
  })

  test('reads the private key of RFC 8410 §10.3', async () => {
    const pkcs8 = 'MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp-K06_nwoy_HU--CXqI9EdVhC'
    const spki = createPublicKey(
      '-----BEGIN PUBLIC KEY-----\n' +
        'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----',
    )
    expect(encodeBase64url((await importSigner(pkcs8)).publicKey)).toBe(spki.export({ format: 'jwk' }).x)
  })

  test.each([
    'MC4=',
    'MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06',
    'not base64',
    'AB',
    '-----BEGIN PRIVATE KEY-----',
  ])('refuses %j in one sentence', (text) =>
    expect(importSigner(text)).rejects.toThrow(new Error('the private key is not base64url')),
  )

  test('refuses what is no Ed25519 key in PKCS #8 in one sentence', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const x25519 = generateKeyPairSync('x25519').privateKey.export({ format: 'der', type: 'pkcs8' })
    const whole = decodeBase64url(writePrivateKey(signatures[0][0])) ?? new Uint8Array()
    const wrong = [
      pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
      x25519,
      whole.slice(0, -1),
      whole.slice(16),
      new Uint8Array(),
    ]
    for (const bytes of wrong) {
      await expect(importSigner(encodeBase64url(bytes))).rejects.toThrow(
        'the private key is not an Ed25519 key in PKCS #8',
      )
    }
  })
})

describe('importVerifier', () => {
  test.each(signatures)(
    'accepts the signature of RFC 8032 §7.1 under the key of %s',
    async (_, publicKey, message, signature) => {
      const verifier = await importVerifier(fromHex(publicKey))
      expect(await verifier.verify(fromHex(message), fromHex(signature))).toBe(true)
    },
  )

  test('refuses a signature with any one bit flipped, a shorter and a longer one', async () => {
    const [, publicKey, message, signature] = signatures[2]
    const verifier = await importVerifier(fromHex(publicKey))
    for (let bit = 0; bit < 512; bit++) {
      const wrong = fromHex(signature)
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await verifier.verify(fromHex(message), wrong), `bit ${bit}`).toBe(false)
    }
    for (const wrong of [fromHex(signature).slice(1), fromHex(`${signature}00`), new Uint8Array(64)]) {
      expect(await verifier.verify(fromHex(message), wrong)).toBe(false)
    }
  })

  test('refuses the signature of another key and of another message', async () => {
    const [, publicKey, message] = signatures[0]
    const verifier = await importVerifier(fromHex(publicKey))
    expect(await verifier.verify(fromHex(message), fromHex(signatures[1][3]))).toBe(false)
    expect(await verifier.verify(utf8('another'), fromHex(signatures[0][3]))).toBe(false)
  })

  test.each([0, 31, 33, 64])('rejects a public key of %i bytes', async (length) => {
    await expect(importVerifier(new Uint8Array(length))).rejects.toThrow()
  })
})

describe('makePrivateKey', () => {
  test('makes a new key each time, whose signatures Node reads', async () => {
    const [first, second] = [await makePrivateKey(), await makePrivateKey()]
    expect(first).not.toBe(second)
    const signer = await importSigner(first)
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(signer.publicKey) }
    const message = utf8('piece')
    expect(verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), await signer.sign(message))).toBe(true)
  })
})

describe('thumbprint', () => {
  test('is that of RFC 8037 appendix A.3', () => {
    expect(thumbprint(fromHex(signatures[0][1]))).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  test('is the kid of the signer and of the verifier', async () => {
    const { kid, publicKey } = await importSigner(await makePrivateKey())
    const members = `{"crv":"Ed25519","kty":"OKP","x":"${Buffer.from(publicKey).toString('base64url')}"}`
    expect(kid).toBe(createHash('sha256').update(members).digest('base64url'))
    expect((await importVerifier(publicKey)).kid).toBe(kid)
  })
})

describe('a Multikey', () => {
  const publicKey = fromHex(signatures[0][1])
  // The did:key of RFC 8032's first test key, as the world writes it.
  const multikey = 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw'

  test('is multibase z of the multicodec prefix and the 32 bytes', () => {
    expect(formatMultikey(publicKey)).toBe(multikey)
    expect(parseMultikey(multikey)).toEqual(publicKey)
  })

  test.each([
    '',
    'z',
    multikey.slice(1),
    `m${multikey.slice(1)}`,
    `${multikey}1`,
    multikey.slice(0, -1),
    `${multikey.slice(0, 10)}0${multikey.slice(11)}`,
    // X25519, another kind of key of the same length.
    'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
  ])('is not %j', (text) => expect(parseMultikey(text)).toBeNull())
})
