import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { organisations, type SlackWorld } from '../world.ts'
import { type Program, runToEnd } from './bot.ts'
import { SUPPLIER_CLIENT_ID } from './registry.ts'

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
 * Who hears of Kystverdi's production, without whom nothing can be made there. The others have nobody, so that asking for
 * a contact can be played too.
 */
const contactsCsv = `organisation_number,client_id,name,email,phone,kind,language
${organisations.kystverdi.organisation_number},,Driftsvakta,driftsvakt@kystverdi.example,,mailbox,nb
`

/** The supplier's own admin client, as its operator would have given it to the bot: with it the bot makes its clients. */
const supplierCredential = (keyFile: string): AdminRun => ({
  args: [
    ...['credentials', 'add', '--organisation', organisations.leverandor.organisation_number],
    ...['--environment', 'test', '--client-id', SUPPLIER_CLIENT_ID, '--key-file', keyFile],
  ],
})

/**
 * Gives the cast what they are trusted with, through the bot's own admin program, the first time a sandbox starts: what
 * is changed by playing stays so.
 * @param at the sandbox's folder, and the file with the private key of the supplier's admin client
 * @throws StartError
 */
export const giveHats = async (
  program: Program,
  world: SlackWorld,
  { folder, supplierKey }: { folder: string; supplierKey: string },
): Promise<void> => {
  const mark = join(folder, 'hats-given')
  if (existsSync(mark)) return
  const contacts = join(folder, 'contacts.csv')
  await writeFile(contacts, contactsCsv)
  const runs = [...runsFor(world), { args: ['contacts', 'import', contacts] }, supplierCredential(supplierKey)]
  await Promise.all(runs.map((run) => runToEnd({ ...program, ...run })))
  await writeFile(mark, '')
}
