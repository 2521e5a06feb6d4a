/** The closed shape of our proofs: the set of two, and the one that the registry's first certificates have. */
import type { JsonValue } from '../canonical-json.ts'
import { instant, iri, record, type Shape, ShapeError, text, textOneOf } from './shape.ts'

/** `context` is that of the document, which a JCS proof repeats. */
export function proofShapes(context: Shape<JsonValue>) {
  const options = {
    type: textOneOf(['DataIntegrityProof']),
    id: text({ pattern: /^urn:uuid:[0-9a-f-]{36}$/ }),
    created: instant,
    verificationMethod: iri,
    proofPurpose: textOneOf(['assertionMethod']),
    proofValue: text({ pattern: /^z[1-9A-HJ-NP-Za-km-z]{64,90}$/ }),
  }
  const jcs = record({ ...options, cryptosuite: textOneOf(['eddsa-jcs-2022']), '@context': context })
  const rdfc = record({ ...options, cryptosuite: textOneOf(['eddsa-rdfc-2022']) })
  /** The set and its order are part of the form: each proof is checked, none is passed over. */
  const set = (value: JsonValue | undefined, path: string) => {
    if (!Array.isArray(value) || value.length !== 2) throw new ShapeError(path)
    return [jcs(value[0], `${path}[0]`), rdfc(value[1], `${path}[1]`)]
  }
  return { jcs, set }
}
