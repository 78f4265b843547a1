import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = new URL('..', import.meta.url)
const built = fileURLToPath(new URL('dist/bench/', root))

/**
 * A program of the bench as the bot itself is built: what runs sources on the fly gives every function its name as it
 * is made, which costs more than what is measured.
 */
export const buildProgram = async (name: string): Promise<string> => {
  await build({
    configFile: false,
    root: fileURLToPath(root),
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: `bench/${name}.ts`,
      outDir: built,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
  // they lie beside what reads them
  await cp(new URL('src/store/migrations', root), `${built}migrations`, { recursive: true })
  return `${built}${name}.js`
}
