/** The demo content as the reader is given it: paths below content/ and their bytes. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url))

/** Read anew for each caller, who may change the map. */
export function readContentBytes(): Map<string, Uint8Array> {
  const paths = globSync('**/*', { cwd: CONTENT }).filter((path) => statSync(join(CONTENT, path)).isFile())
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(CONTENT, path)))]))
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
