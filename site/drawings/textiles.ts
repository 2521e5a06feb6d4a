/** Five textile products, three pictures each: the whole thing, its making seen closely, and how it is packed. */
import type { Drawing } from './studio.ts'
import { batikCloth } from './textiles/batik-cloth.ts'
import { bolt } from './textiles/bolt.ts'
import { scarf } from './textiles/scarf.ts'
import { shawl } from './textiles/shawl.ts'
import { shirt } from './textiles/shirt.ts'

/** The three views that a product page shows. */
export interface Views {
  hero: Drawing
  detail: Drawing
  packaging: Drawing
}

export const textiles: Record<string, Views> = {
  'batik-tulis-manggur-natural': batikCloth,
  'batik-cap-gajah-oling-shirt': shirt,
  'tenun-gedhog-batik-shawl': shawl,
  'ecoprint-silk-scarf': scarf,
  'tenun-ikat-atbm-cotton': bolt,
}
