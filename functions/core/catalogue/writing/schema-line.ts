/**
 * The comment by which an editor finds the schema of a content file, and completes and underlines by it:
 *
 *     # yaml-language-server: $schema=../schemas/maker.schema.json
 *
 * It is the first line of the YAML; in a product's index.md that is the line below the first `---`.
 */
import { placeOf } from '../reading/place.ts'

const FOLDERS_UP: Readonly<Record<string, number>> = {
  product: 2,
  curation: 2,
  complaint: 2,
  maker: 1,
  cluster: 1,
  curator: 1,
  rubric: 1,
}

/** The YAML of the file at `path` (below content/), its schema named in the first line and nowhere else. */
export function nameSchema(path: string, yaml: string): string {
  const { kind } = placeOf(path)
  const up = FOLDERS_UP[kind]
  if (up === undefined) return yaml
  return `# yaml-language-server: $schema=${'../'.repeat(up)}schemas/${kind}.schema.json\n${dropSchemaLine(yaml)}`
}

/** Fields change places, and a comment goes with the field below it: this one stays behind. */
export function dropSchemaLine(yaml: string): string {
  return yaml.replace(/^#[ \t]*yaml-language-server:.*(\n|$)/gm, '')
}
