// The same collections, of the folder that the tool was called for.
import { collect } from '../content.config.ts'

export const collections = collect(process.env.ASLI_CONTENT)
