import { basket } from './basket.ts'
import { chips } from './chips.ts'
import { coffee } from './coffee.ts'
import { ginger } from './ginger.ts'
import type { Drawing } from './studio.ts'
import { sugar } from './sugar.ts'

/** The three pictures of every product that is not a textile, by the product's slug. */
export const goods: Record<string, { hero: Drawing; detail: Drawing; packaging: Drawing }> = {
  'robusta-roasted-200g': coffee,
  'cassava-chips-balado-100g': chips,
  'instant-red-ginger-palm-sugar': ginger,
  'granulated-coconut-sugar-500g': sugar,
  'water-hyacinth-storage-basket': basket,
}
