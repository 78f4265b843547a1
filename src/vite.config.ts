import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/**
 * The bot's build: a few files instead of some hundreds, which halves what a start has to find and read (`cold_start`
 * in the bench). What Node must load itself stays outside: the native SQLite driver, Bolt and its peers, and what
 * starts workers or is written for `require`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/src',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: { main: 'src/main.ts', 'admin/main': 'src/admin/main.ts' },
      // the migrations lie beside the chunks, as they lie beside `migrate.ts` in the source
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: {
    noExternal: ['zod', 'drizzle-orm', 'jose', 'stdnum', 'csv-parse', 'yaml'],
    external: ['better-sqlite3', 'pg', '@slack/bolt', '@slack/web-api', 'pino', 'undici'],
  },
})
