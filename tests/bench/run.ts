/**
 * `npm run bench`: what the Worker costs, as ratios within one run, since absolute times are the machine's. The built
 * Worker in a plain Miniflare: `wrangler dev` adds some milliseconds to each request and flattens every ratio.
 * Words after `--` choose among the benches.
 */
import { buildSite } from '../../tools/build.ts'
import { benchBatch } from './batch.ts'
import { benchContent } from './content.ts'
import { benchIssuing } from './issuing.ts'
import { benchProofs } from './proofs.ts'
import { listMissed } from './report.ts'
import { benchVerifying } from './verifying.ts'

const benches: Record<string, () => Promise<void>> = {
  issuing: benchIssuing,
  batch: benchBatch,
  verifying: benchVerifying,
  proofs: benchProofs,
  content: benchContent,
}

const chosen = process.argv.slice(2)
// Reading content needs no Worker.
if (chosen.join() !== 'content') buildSite()
for (const [name, bench] of Object.entries(benches)) if (chosen.length === 0 || chosen.includes(name)) await bench()
process.exitCode = listMissed().length === 0 ? 0 : 1
