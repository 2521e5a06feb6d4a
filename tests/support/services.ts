/** The actions' services over a D1 database in workerd, without the Worker around them: for faults, loads and budgets. */
import { randomBytes } from 'node:crypto'
import { importSigner, makePrivateKey } from '#core/certificate/keys.ts'
import type { PieceRequest } from '#core/certificate/piece-request.ts'
import { openD1Stores } from '../../db/store.ts'
import type { Published } from '../../functions/actions/catalogue.ts'
import { openKeyring } from '../../functions/actions/keyring.ts'
import type { Services } from '../../functions/actions/services.ts'

export const ORIGIN = 'https://asli.example'
export const MAKER = 'test-maker'

const words = { en: 'x', id: 'x' }
const published: Published = {
  products: [
    {
      slug: 'cloth',
      id: 'PRD-0001',
      demo: true,
      category: 'batik',
      name: words,
      maker: MAKER,
      edition: 'open',
      techniques: ['batik-tulis'],
      motifs: [],
      dyes: [],
      materials: [{ fibre: 'cotton', pct: 100 }],
      origin: { regency: '35.74' },
      image: { src: '/x.webp', width: 1, height: 1, alt: words },
      attestations: [],
      curation: {
        id: 'CUR-2026-0001',
        rubric: 'export-v1@1',
        curators: ['One', 'Two'],
        curatorIds: ['KUR-ONE', 'KUR-TWO'],
        independent: ['KUR-ONE', 'KUR-TWO'],
        total: 80,
        criteria: { product: 20, packaging: 15, qa: 15, legality: 10, export: 10, capacity: 10 },
        grade: 'B',
        decidedAt: '2026-10-05',
        expiresAt: '2030-01-01',
      },
    },
  ],
  withheld: [],
  makers: [],
  vocab: {},
}

/** With the keys of `kept`, where it is given. */
export async function makeServices(database: D1Database, kept?: Services): Promise<Services> {
  const { keyStore, ...stores } = openD1Stores(database)
  const now = () => new Date('2026-11-22T03:00:00Z')
  if (kept) return { ...kept, ...stores, keyring: openKeyring({ ...kept, keyStore }) }
  const signers = {
    signer: await importSigner(await makePrivateKey()),
    logSigner: await importSigner(await makePrivateKey()),
    tagSigner: await importSigner(await makePrivateKey()),
  }
  return {
    origin: ORIGIN,
    ...stores,
    ...signers,
    keyring: openKeyring({ origin: ORIGIN, keyStore, ...signers, now }),
    catalogue: { read: async () => published },
    adminTokenHash: '',
    now,
    random: (length) => Uint8Array.from(randomBytes(length)),
  }
}

/** A parsed request for a piece of this design. */
export function requestOf(design: string, changes: Partial<PieceRequest> = {}): PieceRequest {
  return {
    kind: 'piece',
    product: 'cloth',
    design: { id: design, name: 'Kawung', exclusivity: 'exclusive' },
    madeOn: '2026-11-01',
    soldOn: '2026-11-10',
    madeFor: { mode: 'private' },
    marks: [],
    photos: [],
    process: [],
    ...changes,
  }
}
