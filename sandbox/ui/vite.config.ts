import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** Relative addresses throughout, so that the sandbox may be served below any path; nothing comes from the network. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [preact()],
  build: { outDir: '../../dist/sandbox/ui', emptyOutDir: true },
})
