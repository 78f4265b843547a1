import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SlackWorld } from '../world.ts'

/**
 * Writes the CSV that the bot's admin program imports: the invented organisations of the cast, then the municipalities.
 * @returns its path
 */
export const writeOrganisations = async (world: SlackWorld, root: string, folder: string): Promise<string> => {
  const municipalities = await readFile(join(root, 'sandbox/data/municipalities.csv'), 'utf8')
  const [header, ...rows] = municipalities.trimEnd().split(/\r?\n/)
  const cast = world.organisations.map(
    ({ organisation_number, name, domains }) => `${organisation_number},${name},${domains.join(';')},nb`,
  )
  const file = join(folder, 'organisations.csv')
  await writeFile(file, `${[header, ...cast, ...rows].join('\n')}\n`)
  return file
}
