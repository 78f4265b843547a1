import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/**
 * What Bolt's index loads and this bot has no use for: receivers other than our own and the one for Socket Mode, with
 * Express behind them, and the OAuth by which an app is installed into many workspaces.
 */
const unused = /\/@slack\/(bolt\/dist\/receivers\/(AwsLambda|Express|HTTP)\w+|oauth\/dist\/index)\.js$/

const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  load: (id) => (unused.test(id) ? 'module.exports = {}' : null),
}

/**
 * The bot's build: a few files instead of more than a thousand, Bolt's and its peers' among them, which takes a third off
 * a start (`cold_start` in the bench). What Node must load itself stays outside: native drivers, and what is loaded only
 * where it is used.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  plugins: [leaveOut],
  build: {
    ssr: true,
    outDir: 'dist/src',
    emptyOutDir: true,
    target: 'node20',
    // half the source to compile is a tenth of a start; the source maps keep stack traces readable
    minify: true,
    sourcemap: true,
    rollupOptions: {
      input: { main: 'src/main.ts', 'admin/main': 'src/admin/main.ts' },
      // the migrations lie beside the chunks, as they lie beside `migrate.ts` in the source
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: {
    noExternal: true,
    external: ['better-sqlite3', 'pg', 'bufferutil', 'utf-8-validate'],
  },
})
