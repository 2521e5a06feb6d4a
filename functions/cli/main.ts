/** `npm run asli -- COMMAND …` */
import { asli } from './asli.ts'

process.exitCode = await asli(process.argv.slice(2))
