/**
 * What git knows of the content files: records and complaints as they were first merged, and the English that a story was translated
 * from. Without git, outside a repository or in a shallow clone nothing is known and nothing is judged by it.
 */
import { spawnSync } from 'node:child_process'
import { splitMarkdown } from '#core/catalogue/reading/markdown-text.ts'
import { DECISION_FOLDERS } from '#core/catalogue/reading/place.ts'
import type { History } from '#core/catalogue/rules/world.ts'
import { hashText } from '#core/catalogue/text-hash.ts'

/** Undefined where there is no history to look into. */
export function readHistory(folder: string): Required<History> | undefined {
  const prefix = git(folder, ['rev-parse', '--show-prefix'])?.trim()
  // A shallow clone takes the last version of a record for its first.
  const shallow = git(folder, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true'
  if (prefix === undefined || shallow) return undefined
  const [firstRecords, translatedStories] = [readFirstRecords(folder, prefix), readTranslated(folder, prefix)]
  return { firstRecords, translatedStories }
}

/** A record that is not on the main branch yet may still be corrected. */
function readFirstRecords(folder: string, prefix: string): Map<string, string> {
  const main = ['origin/HEAD', 'origin/main', 'main', 'master'].find((name) =>
    git(folder, ['rev-parse', '--verify', '-q', name]),
  )
  if (!main) return new Map()
  // Along the first parents only: what a merge brings counts from the merge on, not from its drafts.
  const added = listChanges(folder, prefix, [
    '--first-parent',
    '-m',
    '--diff-filter=A',
    '--no-renames',
    main,
    '--',
    ...DECISION_FOLDERS,
  ])
  // The newest comes first, so that the last one written into the map is the first commit.
  const first = new Map(added.map(({ commit, file }) => [file, commit]))
  const texts = readBlobs(
    folder,
    [...first].map(([file, commit]) => `${commit}:${prefix}${file}`),
  )
  return new Map([...first.keys()].flatMap((file, index) => hashed(file, texts[index])))
}

function readTranslated(folder: string, prefix: string): Map<string, string> {
  const edited = new Set(git(folder, ['diff', '--name-only', '--relative', 'HEAD', '--', 'products'])?.split('\n'))
  const changes = listChanges(folder, prefix, ['--no-merges', 'HEAD', '--', 'products'])
  const last = new Map(
    changes
      .filter(({ file }) => /\/index\.[a-z]{2}\.md$/.test(file) && !edited.has(file))
      .reverse()
      .map(({ commit, file }) => [file, commit]),
  )
  const english = (file: string) => file.replace(/index\.[a-z]{2}\.md$/, 'index.md')
  const texts = readBlobs(
    folder,
    [...last].map(([file, commit]) => `${commit}:${prefix}${english(file)}`),
  )
  return new Map(
    [...last.keys()].flatMap((file, index) => {
      const text = texts[index]
      return hashed(file, text === undefined ? undefined : splitMarkdown(text.replaceAll('\r\n', '\n')).body)
    }),
  )
}

function hashed(file: string, text: string | undefined): [string, string][] {
  return text === undefined ? [] : [[file, hashText(text)]]
}

/** Commits and the files that each changed, the newest first; files by their path below the folder. */
function listChanges(folder: string, prefix: string, args: string[]): { commit: string; file: string }[] {
  const lines = (
    git(folder, ['-c', 'core.quotePath=false', 'log', '--format=commit %H', '--name-only', ...args]) ?? ''
  ).split('\n')
  const changes: { commit: string; file: string }[] = []
  let commit = ''
  for (const line of lines) {
    if (line.startsWith('commit ')) commit = line.slice('commit '.length)
    else if (line.startsWith(prefix) && line !== '') changes.push({ commit, file: line.slice(prefix.length) })
  }
  return changes
}

/** Each blob's text, in the order asked; undefined where there is none. One process for all of them. */
function readBlobs(folder: string, names: string[]): (string | undefined)[] {
  if (names.length === 0) return []
  const { stdout } = spawnSync('git', ['-C', folder, 'cat-file', '--batch'], {
    input: names.map((name) => `${name}\n`).join(''),
    maxBuffer: 1 << 30,
  })
  const texts: (string | undefined)[] = []
  let at = 0
  while (stdout && at < stdout.length && texts.length < names.length) {
    const end = stdout.indexOf('\n', at)
    const size = stdout
      .subarray(at, end)
      .toString('utf8')
      .match(/ blob (\d+)$/)?.[1]
    at = end + 1
    texts.push(size === undefined ? undefined : stdout.subarray(at, at + Number(size)).toString('utf8'))
    if (size !== undefined) at += Number(size) + 1
  }
  return texts
}

function git(folder: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 })
  return status === 0 ? stdout : undefined
}
