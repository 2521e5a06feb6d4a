import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? listFiles(path) : [path]
  })
}

const sources = ['site', 'functions', 'db']
  .flatMap(listFiles)
  .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.d.ts'))

/** What a file imports: packages as they stand, files of ours by their path from the root. */
function readImports(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/(?<![\w./'])(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map(([, name = '']) => {
    if (name.startsWith('#core/')) return name.replace('#core/', 'functions/core/')
    return name.startsWith('.') ? normalize(join(dirname(file), name)) : name
  })
}

const imports = new Map(sources.map((file) => [file, readImports(file)]))
const ours = /^(site|functions|db|content|tests|tools)\//
const isOnDemand = (file: string) => readFileSync(file, 'utf8').includes('prerender = false')

/** Folder → what it may import. The order is the house: site and cli above, core below. */
const rules: [RegExp, RegExp][] = [
  [/^functions\/core\/(?!catalogue\/(reading|writing)\/)/, /^(functions\/core\/|zod$|@noble\/hashes)/],
  // A finding names its line, and only the parser knows the lines; a writer keeps comments. `yaml` is as pure as the rest.
  [/^functions\/core\/catalogue\/(reading|writing)\//, /^(functions\/core\/|zod$|yaml$)/],
  [
    /^functions\/actions\//,
    /^(functions\/(core|actions)\/|functions\/(problem|services)\.ts$|zod$|@noble\/hashes|qrcode$)/,
  ],
  [
    /^functions\/routes\//,
    /^(functions\/(core|actions|routes)\/|functions\/(problem|problem-kinds|services|headers)\.ts$|hono|zod$)/,
  ],
  [/^functions\/cli\//, /^(functions\/(core|cli)\/|functions\/actions\/store\.ts$|node:|yaml$|csv-parse)/],
  [/^db\//, /^(db\/|functions\/core\/|functions\/actions\/(store|log-store|key-store)\.ts$|drizzle-orm)/],
  [/^site\/drawings\//, /^(site\/drawings\/|node:|sharp$)/],
]

describe('imports point one way', () => {
  test.each(rules)('%s imports only %s', (place, allowed) => {
    const strays = [...imports]
      .filter(([file]) => place.test(file))
      .flatMap(([file, names]) => names.filter((name) => !allowed.test(name)).map((name) => `${file} → ${name}`))
    expect(strays).toEqual([])
  })

  // The API's description belongs to the actions, whose schemas it describes, but the build writes it: in the Worker that
  // would take 10 to 20 ms of CPU, where a free plan has 10 for a request.
  const knownToPages = /^functions\/(core\/|problem-kinds\.ts$|actions\/openapi\/(describe-api|written-origin)\.ts$)/

  // What the build reads is what the curator's tool reads: the folder and its history.
  const knownToLoader = /^functions\/cli\/content\/(folder|history)\.ts$/

  test('a static page knows the domain, the API’s description and the port’s types, and nothing of the Worker', () => {
    const strays = [...imports]
      .filter(([file]) => /^site\/(?!drawings)/.test(file) && !isOnDemand(file))
      .flatMap(([file, names]) =>
        names
          .filter((name) => /^(functions|db)\//.test(name) && !knownToPages.test(name))
          .filter((name) => !isTypeOnly(file, name))
          .filter((name) => file !== 'site/content-loader.ts' || !knownToLoader.test(name))
          .map((name) => `${file} → ${name}`),
      )
    expect(strays).toEqual([])
  })

  test('there are no cycles, type imports included', () => {
    const done = new Set<string>()
    const visit = (file: string, path: string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')]
      if (done.has(file)) return []
      const found = (imports.get(file) ?? [])
        .filter((name) => ours.test(name))
        .flatMap((name) => visit(name, [...path, file]))
      done.add(file)
      return found
    }
    expect(sources.flatMap((file) => visit(file, []))).toEqual([])
  })

  test('WebCrypto stands in one file of core, the clock and randomness in none', () => {
    const core = sources.filter((file) => file.startsWith('functions/core/'))
    const mentions = (pattern: RegExp) => core.filter((file) => pattern.test(readFileSync(file, 'utf8')))
    expect(mentions(/crypto\.subtle/)).toEqual(['functions/core/web-crypto.ts'])
    expect(mentions(/Date\.now|new Date\(\)|Math\.random|getRandomValues|randomUUID|\bfetch\(/)).toEqual([])
  })

  test('the verify path never imports zod', () => {
    const reached = new Set<string>()
    const follow = (file: string): void => {
      if (reached.has(file)) return
      reached.add(file)
      for (const name of imports.get(file) ?? []) follow(name)
    }
    follow('functions/core/certificate/verify.ts')
    expect([...reached]).not.toContain('zod')
    expect(reached.size).toBeGreaterThan(8)
  })
})

/** Every import of `name` in the file is of types alone. */
function isTypeOnly(file: string, name: string): boolean {
  const stem = name.split('/').slice(-2).join('/')
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes(`/${stem}'`))
  return lines.length > 0 && lines.every((line) => line.startsWith('import type'))
}

describe('the house', () => {
  test('no source file grows past 300 lines', () => {
    const all = [...sources, ...listFiles('tests'), ...listFiles('tools')].filter((file) =>
      /\.(ts|astro|mjs)$/.test(file),
    )
    const dataTable = 'functions/problem-kinds.ts'
    const long = all.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300 && file !== dataTable)
    expect(long).toEqual([])
  })

  test('a migration never drops or rebuilds a table', () => {
    const migrations = listFiles('db/migrations').filter((file) => file.endsWith('.sql'))
    expect(migrations.filter((file) => /DROP TABLE|__new_/i.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  test('nothing is written as raw HTML or raw SQL, but for JSON-LD, which is escaped', () => {
    const raw = /set:html=\{(?!writeDataBlock\()|innerHTML|sql\.raw|sql\.identifier|\.exec\(`/
    expect(sources.filter((file) => raw.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  test('dependencies are pinned, locked and above the versions with known holes', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string; integrity?: string }>
    }
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+/)
    const floors = { hono: '4.13.5', 'drizzle-orm': '0.45.2', astro: '7.2.8', wrangler: '4.59.1' }
    for (const [name, floor] of Object.entries(floors)) {
      const version = packages[`node_modules/${name}`]?.version ?? '0'
      expect([name, version.localeCompare(floor, 'en', { numeric: true })]).toEqual([name, 1])
    }
    const unlocked = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity)
    expect(unlocked).toEqual([])
  })
})
