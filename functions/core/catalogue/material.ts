/**
 * What curators approved, as one hash: editing one of these fields after approval takes the product out of the
 * catalogue until it is examined again.
 *
 *     "sha256:" hex(SHA-256("asli/material/v1" ‖ 0x00 ‖ JCS of the material fields))
 *
 * Of localized text only the English is hashed: a better translation is no other product.
 * Prices, photos, translations and lead times are not material.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, encodeHex, utf8 } from '../bytes.ts'
import { canonicalize, type JsonObject, type JsonValue } from '../canonical-json.ts'
import type { Product } from './product.ts'

/** Keeps this hash apart from every other hash of the same bytes. */
const MATERIAL_CONTEXT = 'asli/material/v1'

/** `sha256:` and 64 hexadecimal digits, as a curation record's `subjectHash` holds it. */
export function hashMaterialFields(product: Product): string {
  const text = canonicalize(pickMaterialFields(product))
  return `sha256:${encodeHex(sha256(concatBytes(utf8(MATERIAL_CONTEXT), Uint8Array.of(0), utf8(text))))}`
}

function pickMaterialFields(product: Product): JsonObject {
  return dropAbsent({
    maker: product.maker,
    origin: dropAbsent(product.origin),
    techniques: product.techniques,
    materials: product.materials.map((material) => dropAbsent({ ...material, origin: material.origin?.en })),
    dims: product.dims && dropAbsent(product.dims),
    sizes: product.sizes,
    arealMass: product.arealMass,
    netMass: product.netMass,
    grossMass: product.grossMass,
    ingredients: product.ingredients?.map((ingredient) => ingredient.en),
    allergens: product.allergens,
    attestations: product.attestations.map(dropAbsent),
    packing: { inner: product.packing.inner.en, carton: product.packing.carton },
  })
}

// JCS has no form for undefined; a field that is absent and one that is undefined are the same fact.
function dropAbsent(members: { [name: string]: JsonValue | undefined }): JsonObject {
  const present = Object.entries(members).filter((member): member is [string, JsonValue] => member[1] !== undefined)
  return Object.fromEntries(present)
}
