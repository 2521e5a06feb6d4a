import { fileURLToPath } from 'node:url'
import cloudflare from '@astrojs/cloudflare'
import { defineConfig } from 'astro/config'

// The origin comes from the environment, so that canonical links and QR codes agree (docs/operations.md).
const origin = process.env.ASLI_ORIGIN ?? 'http://localhost:8787'

export default defineConfig({
  site: origin,
  srcDir: './site',
  publicDir: './site/public',
  cacheDir: './.cache/astro',
  output: 'static',
  trailingSlash: 'ignore',
  session: false,
  // The CSP knows no inline style or script (docs/decisions/0003).
  build: { inlineStylesheets: 'never' },
  image: { responsiveStyles: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    resolve: { alias: { '~content': fileURLToPath(new URL('./content', import.meta.url)) } },
    // On-demand pages run in the Worker, which does not see the build's environment.
    define: {
      'process.env.ASLI_DEMO_SITE': JSON.stringify(process.env.ASLI_DEMO_SITE ?? ''),
      'process.env.ASLI_CONTACT': JSON.stringify(process.env.ASLI_CONTACT ?? ''),
      // Whatever the environment says, this build shows no draft: site/preview/ does, and cannot be deployed.
      'process.env.ASLI_PREVIEW': '""',
    },
  },
  // Prerendering in workerd costs four times the CPU of Node.
  adapter: cloudflare({ imageService: 'compile', prerenderEnvironment: 'node' }),
  devToolbar: { enabled: false },
})
