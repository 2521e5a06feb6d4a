/** Expected refusals as values, and the one place that writes them as HTTP (RFC 9457). */
import { problemKinds } from './problem-kinds.ts'

export type ProblemSlug = keyof typeof problemKinds

/** One field that does not fit: a JSON pointer (RFC 6901) into the request, and a sentence. */
export interface FieldError {
  pointer: string
  detail: string
}

/** An expected refusal, on its way to the one place that writes it as HTTP (`problemResponse`). */
export interface Problem {
  slug: ProblemSlug
  detail: string
  errors?: FieldError[]
  /** Further members of the document; standard members cannot be overridden by them. */
  extra?: Record<string, string>
}

export function problem(slug: ProblemSlug, detail: string, more: Omit<Problem, 'slug' | 'detail'> = {}): Problem {
  return { slug, detail, ...more }
}

export const problemSlugs = Object.keys(problemKinds) as ProblemSlug[]

export function statusOf(slug: ProblemSlug): number {
  return problemKinds[slug].status
}

/** The address of the page that explains it. */
export function problemType(slug: ProblemSlug, origin: string): string {
  return `${origin}/problems/${slug}`
}

export function describeErrors(count: number): string {
  return count === 1 ? 'One field does not fit.' : `${count} fields do not fit.`
}

/** The problem document; `instance` is the request's id. */
export function writeProblem(found: Problem, origin: string, instance: string) {
  return {
    ...found.extra,
    ...(found.errors ? { errors: found.errors } : {}),
    type: problemType(found.slug, origin),
    title: problemKinds[found.slug].title.en,
    status: statusOf(found.slug),
    detail: found.detail,
    instance,
  }
}

export function problemResponse(found: Problem, origin: string, instance: string): Response {
  const document = writeProblem(found, origin, instance)
  return Response.json(document, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json' },
  })
}
