/** The resources of the public log: C2SP tlog-tiles, for anyone's monitor. */
import type { Operation, Parameter, Paths } from './document.ts'
import { DEMO_CID, writeCheckpoint, writeVerifierKey } from './example-answers.ts'
import { answer, problemsAt, textAnswer } from './parts.ts'

export const LOG = 'The public log'

const level: Parameter = {
  name: 'level',
  in: 'path',
  required: true,
  description:
    '0 for the hashes of entries; each level above has one hash for 256 below. Or “entries”: the entries themselves.',
  schema: { type: 'string', pattern: '^(entries|[0-9]|[1-5][0-9]|6[0-3])$' },
  example: 'entries',
}
const tile: Parameter = {
  name: 'tile',
  in: 'path',
  required: true,
  description:
    'The tile’s number in groups of three digits, all but the last with an x and a slash after it: 000, x001/234.',
  schema: { type: 'string', pattern: '^(x[0-9]{3}/){0,5}[0-9]{3}$' },
  example: '000',
}
const width: Parameter = {
  name: 'width',
  in: 'path',
  required: true,
  description: 'How many hashes or entries of a tile that is not full yet.',
  schema: { type: 'integer', minimum: 1, maximum: 255 },
  example: '1',
}

export function logPaths(origin: string): Paths {
  return {
    '/log/checkpoint': { get: readCheckpoint(origin) },
    '/log/vkey': { get: readVerifierKey() },
    '/log/tile/{level}/{tile}': { get: readTile(origin, 'Read a full tile', [level, tile]) },
    '/log/tile/{level}/{tile}.p/{width}': {
      get: readTile(origin, 'Read the tile at the log’s end', [level, tile, width]),
    },
    '/log/cid/{cid}': { get: readEntry(origin) },
  }
}

function readCheckpoint(origin: string): Operation {
  return {
    tags: [LOG],
    summary: 'Read the log’s head',
    description: 'A C2SP checkpoint: the log’s size and root, signed. Once signed, the log can never take it back.',
    responses: {
      200: textAnswer('The signed checkpoint.', 'text/plain', writeCheckpoint()),
      ...problemsAt(origin, ['unavailable']),
    },
  }
}

function readVerifierKey(): Operation {
  return {
    tags: [LOG],
    summary: 'Read the log’s key',
    description:
      'The C2SP verifier key under which checkpoints are signed. Keep it: who asks for it anew each time believes anyone.',
    responses: { 200: textAnswer('The key, on one line.', 'text/plain', writeVerifierKey()) },
  }
}

function readTile(origin: string, summary: string, parameters: Parameter[]): Operation {
  return {
    tags: [LOG],
    summary,
    description:
      'C2SP tlog-tiles: up to 256 SHA-256 hashes of 32 bytes each, one after the other; of “entries”, each entry after its length in two bytes, big-endian.',
    parameters,
    responses: {
      200: {
        description: 'The bytes.',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      ...problemsAt(origin, ['not-found', 'unavailable']),
    },
  }
}

function readEntry(origin: string): Operation {
  const cid: Parameter = {
    name: 'cid',
    in: 'path',
    required: true,
    description:
      'The public id under which the log’s entries speak of a certificate: 43 symbols of base64url. It does not tell the code.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
    example: DEMO_CID,
  }
  return {
    tags: [LOG],
    summary: 'Read what the registry holds of an entry’s certificate',
    description: 'For audits: the record’s digest and state as they are now, to be compared with what the log says.',
    parameters: [cid],
    responses: {
      200: answer('Digest and state.', 'LogEntry', { body: 'A'.repeat(43), status: 'valid', statusIndex: 0 }),
      ...problemsAt(origin, ['not-found', 'unavailable']),
    },
  }
}
