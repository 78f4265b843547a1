import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Altinn, createAltinn } from '../altinn/altinn.ts'
import { createTt02, type KeptTt02 } from '../altinn/tt02.ts'
import { type Brreg, createBrreg } from '../brreg/brreg.ts'
import type { Clock } from '../clock.ts'
import type { Environment } from '../digdir/model.ts'
import type { Registry } from '../digdir/registry.ts'
import type { Enhetsregisteret } from '../enhetsregisteret/enhetsregisteret.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { SlackWorld } from '../world.ts'

export type Places = { brreg: Brreg; altinn: Altinn }

type Kept = { brreg: ReturnType<Brreg['keep']>; tt02: KeptTt02; altinn: ReturnType<Altinn['keep']> }

/**
 * Opens brreg's desk and both Altinns between the systems that they work on.
 * @param kept what `keptPlaces` gave
 */
export const openPlaces = (
  on: {
    clock: Clock
    mailbox: Pick<Mailbox, 'url' | 'onMail' | 'sendBack'>
    registries: Record<Environment, Registry>
    enhetsregisteret: Pick<Enhetsregisteret, 'unit'>
    people: SlackWorld['people']
  },
  kept?: Kept,
): Places => {
  const { clock, mailbox, registries, enhetsregisteret: register } = on
  const tt02 = createTt02(kept?.tt02)
  const people = on.people.flatMap(({ name, pid, represents = [] }) => (pid ? [{ name, pid, represents }] : []))
  return {
    brreg: createBrreg({ clock, mailbox, registries, tt02, ...(kept ? { kept: kept.brreg } : {}) }),
    altinn: createAltinn({ clock, registries, tt02, people, register, ...(kept ? { kept: kept.altinn } : {}) }),
  }
}

const fileIn = (folder: string) => join(folder, 'orders.json')

/** Keeps orders, what they gave, and what was delegated, for the next start. */
export const keepPlaces = async ({ brreg, altinn }: Places, folder: string): Promise<void> => {
  const kept: Kept = { brreg: brreg.keep(), tt02: altinn.tt02.keep(), altinn: altinn.keep() }
  await writeFile(fileIn(folder), JSON.stringify(kept))
}

/** What an earlier start kept, undefined at the first. */
export const keptPlaces = async (folder: string): Promise<Kept | undefined> => {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Kept)
}
