/** The Worker's entry. */
import { handle } from '@astrojs/cloudflare/handler'
import { createApp } from './app.ts'
import { openServices } from './services.ts'

const app = createApp((request, env, context) => handle(request as never, env, context) as never)

/** Idempotency keys are kept this long. */
const KEY_DAYS = 30

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),

  async scheduled(controller, env) {
    const { store } = await openServices(env)
    await store.forgetIdempotencyKeys(new Date(controller.scheduledTime - KEY_DAYS * 86_400_000).toISOString())
  },
} satisfies ExportedHandler<Env>
