import { asBot, unusedTrigger } from '../../helpers/forge.ts'
import type { House } from '../../helpers/house.ts'
import { type Actor, untilModal, words } from '../../helpers/walk.ts'

const value = (what: unknown): string => JSON.stringify(what)

/** The modal in front, once it holds a text. */
export const untilShown = async (house: House, actor: Actor, part: string): Promise<void> => {
  await house.slack.workspace
    .until(() => words(actor.modal()).includes(part), 4_000)
    .catch(() => {
      throw new Error(`nothing with “${part}” in front, but ${words(actor.modal()?.blocks)}`)
    })
}

/** The list of organisations, as `/portvakt admin` opens it for operators. */
export const openList = async (house: House, actor: Actor) => {
  await actor.command('/portvakt admin')
  return await untilModal(house, actor, 'admin-organisations')
}

/** The page of one organisation, on top of the list. */
export const openOrganisation = async (house: House, actor: Actor, number: string) => {
  await openList(house, actor)
  await actor.submit({ search: number })
  await actor.click({ action_id: 'admin-organisations.show', value: value({ number }) })
  return await untilModal(house, actor, 'admin-organisation')
}

export const openEdit = async (house: House, actor: Actor, number: string) => {
  await openOrganisation(house, actor, number)
  await actor.click({ action_id: 'admin-organisation.edit' })
  return await untilModal(house, actor, 'organisation-edit')
}

/** The people of an organisation: an admin's own, or for an operator the one with this number. */
export const openPeople = async (house: House, actor: Actor, number?: string) => {
  if (number === undefined) await actor.command('/portvakt admin')
  else {
    await openOrganisation(house, actor, number)
    await actor.click({ action_id: 'admin-organisation.people' })
  }
  return await untilModal(house, actor, 'admin-people')
}

type User = { teamId: string; userId: string }

/** The page of one person, from the list of people in front. */
export const openPerson = async (house: House, actor: Actor, number: string, user: User) => {
  await actor.click({ action_id: 'admin-people.show', value: value({ number, user }) })
  return await untilModal(house, actor, 'admin-person')
}

/** A modal of the bot's whose metadata somebody made up, in front of a person. */
export const forgedModal = async (
  house: House,
  actor: Actor,
  forged: { id: string; metadata: unknown; blocks: object[] },
): Promise<void> => {
  await asBot(house, 'views.open', {
    trigger_id: await unusedTrigger(house, actor),
    view: {
      type: 'modal',
      callback_id: forged.id,
      private_metadata: value(forged.metadata),
      title: { type: 'plain_text', text: 'x' },
      submit: { type: 'plain_text', text: 'x' },
      blocks: forged.blocks,
    },
  })
}
