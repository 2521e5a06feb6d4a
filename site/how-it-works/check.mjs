// Checks one certificate, with no code of its registry: node check.mjs https://HOST/v/CODE
import { gunzipSync } from 'node:zlib'
import { contexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'

// The address on the label: nobody but its host may speak for the certificate.
const label = new URL(process.argv[2])
const code = label.pathname.split('/').at(-1).replaceAll('-', '').toUpperCase()
const registry = `did:web:${encodeURIComponent(label.host)}`

async function read(url) {
  const answer = await fetch(url, { redirect: 'error' })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.json()
}

// did:web:HOST:makers:SLUG stands at https://HOST/makers/SLUG/did.json; with #kid, one key of it.
async function readDid(url) {
  const [did, kid] = url.replace('did:web:', '').split('#')
  const [host, ...path] = did.split(':').map(decodeURIComponent)
  const scheme = /^(localhost|127\.0\.0\.1)(:|$)/.test(host) ? 'http' : 'https'
  const document = await read(`${scheme}://${host}/${path.join('/') || '.well-known'}/did.json`)
  return kid ? document.verificationMethod.find(({ id }) => id === url) : document
}

async function documentLoader(url) {
  return { documentUrl: url, document: contexts.get(url) ?? (await readDid(url)) }
}

// The signature, the dates, and that the issuer's DID document lists the key.
async function check(credential, checkStatus) {
  const suite = new DataIntegrityProof({ cryptosuite })
  const { verified, error } = await verifyCredential({ credential, suite, documentLoader, checkStatus })
  if (!verified) throw error.errors?.[0] ?? error
}

// Three lists, each signed by the registry: a bit that is set says withdrawn, paused or replaced.
async function checkStatus({ credential }) {
  for (const entry of credential.credentialStatus) {
    const list = await read(entry.statusListCredential)
    await check(list)
    const { statusPurpose, encodedList } = list.credentialSubject
    const isMeant = list.id === entry.statusListCredential && statusPurpose === entry.statusPurpose
    if (!isMeant || list.issuer !== registry) throw new Error(`${list.id} is another list`)
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    const [byte, bit] = [entry.statusListIndex >> 3, 0x80 >> (entry.statusListIndex & 7)]
    if (!(byte < bits.length) || bits[byte] & bit) throw new Error(`not current: ${statusPurpose}`)
  }
  return { verified: true }
}

try {
  const credential = await read(`${label.origin}/api/certificates/${code}?proof=rdfc`)
  const { id, issuer, validFrom } = credential
  const isItsOwn = id === `${label.origin}/v/${code}` && `${issuer}:`.startsWith(`${registry}:`)
  if (!isItsOwn) throw new Error('it is the certificate of another address')
  await check(credential, checkStatus)
  console.log(`${code} genuine and current: issued by ${issuer} on ${validFrom}`)
} catch (error) {
  console.error(`${code} refused: ${error.message}`)
  process.exitCode = 1
}
