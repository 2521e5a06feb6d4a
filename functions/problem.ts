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

export function describeErrors(count: number): string {
  return count === 1 ? 'One field does not fit.' : `${count} fields do not fit.`
}

/** The problem document as a response; `instance` is the request's id. */
export function problemResponse(found: Problem, origin: string, instance: string): Response {
  const kind = problemKinds[found.slug]
  const document = {
    ...found.extra,
    ...(found.errors ? { errors: found.errors } : {}),
    type: `${origin}/problems/${found.slug}`,
    title: kind.title.en,
    status: kind.status,
    detail: found.detail,
    instance,
  }
  return Response.json(document, { status: kind.status, headers: { 'content-type': 'application/problem+json' } })
}
