import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SlackWorld } from '../world.ts'
import { type Program, runToEnd } from './bot.ts'

type AdminRun = { args: readonly string[]; input?: string }

/** What an operator of a real installation would have done: who is assigned where by name, and who is cleared. */
const runsFor = ({ people, team }: SlackWorld): AdminRun[] =>
  people.flatMap(({ id, assigned = [], cleared = [], pid = '' }) => {
    const whom = ['--user', id, '--team', team.id]
    return [
      ...assigned.map(({ organisation_number, admin, until }) => ({
        args: [
          ...['memberships', 'add', '--organisation', organisation_number, ...whom],
          ...(admin ? ['--admin'] : []),
          ...(until === undefined ? [] : ['--until', until]),
        ],
      })),
      ...cleared.map((organisation) => ({
        args: ['clearances', 'add', '--organisation', organisation, ...whom],
        input: `${pid}\n`,
      })),
    ]
  })

/**
 * Gives the cast what they are trusted with, through the bot's own admin program, the first time a sandbox starts: what
 * is changed by playing stays so.
 * @throws StartError
 */
export const giveHats = async (program: Program, world: SlackWorld, folder: string): Promise<void> => {
  const mark = join(folder, 'hats-given')
  if (existsSync(mark)) return
  await Promise.all(runsFor(world).map((run) => runToEnd({ ...program, ...run })))
  await writeFile(mark, '')
}
