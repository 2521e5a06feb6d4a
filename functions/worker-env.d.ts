/** The Worker's bindings, as wrangler.toml and the secrets give them; `env.ts` parses them before anything is used. */
declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    ASSETS: Fetcher
    ASLI_ORIGIN: string
    ASLI_REGISTRY_KEY?: string
    ASLI_LOG_KEY?: string
    ASLI_LOG_KEY_EARLIER?: string
    ASLI_REGISTRY_KID_EARLIER?: string
    ASLI_TAG_KEY?: string
    ASLI_ADMIN_TOKEN_HASH?: string
  }
}
interface Env extends Cloudflare.Env {}
