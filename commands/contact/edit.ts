import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { cleanText } from '../../src/domain/client/typed.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { appliesToGroups } from '../../views/contact/applies-to.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactCard } from '../../views/contact/card.ts'
import { type ContactEditData, contactEdit } from '../../views/contact/edit.ts'
import { contactHelp } from '../../views/contact/help.ts'
import { contactHome } from '../../views/contact/home.ts'
import { contactList } from '../../views/contact/list.ts'
import { contactsOfClient } from '../../views/contact/of-client.ts'
import { addValue, contactValue } from '../../views/contact/values.ts'
import { drawnFor } from '../client/acting.ts'
import { commandInput, idInput } from '../inputs.ts'
import { openForm } from '../present.ts'
import { beneathNext } from './beneath.ts'
import { offeredClients, suggestedClients } from './clients-here.ts'
import { findContact } from './find.ts'

/** The form of a contact, new or old, and what it can apply to. Its submission is `save.ts`. */

/** The form with what stands in it, drawn for the organisation that the person acts for. */
export const formOf = async (
  ask: Ask<unknown>,
  services: Services,
  {
    place,
    values,
    ...more
  }: Pick<ContactEditData, 'values' | 'leftAt' | 'meanwhile'> & {
    place: Omit<ContactEditData['place'], 'organisation'>
  },
): Promise<ModalView> => {
  const { organisation, acting } = drawnFor(ask)
  const offered = await offeredClients(services, organisation, values.applies_to)
  return contactEdit.render(ask.t, { place: { ...place, organisation }, values, ...offered, acting, ...more })
}

/**
 * The form of a new contact: for the organisation, or for one client.
 *
 * @param needed a client in production lies beneath and waits for it
 */
export const newContactForm = (
  ask: Ask<unknown>,
  services: Services,
  { client = null, needed = false }: { client?: string | null; needed?: boolean } = {},
): Promise<ModalView> =>
  formOf(ask, services, {
    place: { contact: null, needed, sure: null, unheard: false, beneath: beneathNext(ask) },
    values: {
      name: '',
      email: '',
      phone: '',
      kind: null,
      language: organisationOf(ask.viewer).language,
      applies_to: [client ?? 'organisation'],
    },
  })

const editForm = (ask: Ask<unknown>, services: Services, contact: Contact): Promise<ModalView> =>
  formOf(ask, services, {
    place: {
      contact: { id: contact.id, version: contact.version },
      needed: false,
      sure: null,
      unheard: false,
      beneath: beneathNext(ask, contact.id),
    },
    values: contactEdit.valuesOf(contact),
  })

const openEdit = (ask: Ask<unknown>, services: Services, id: string): Reply =>
  openForm(ask, async () => await editForm(ask, services, await findContact(ask, services, id)))

/** Clients by what is typed, where they are too many for a menu. */
const suggest = async (ask: Ask<string>, services: Services): Promise<Reply> => {
  const typed = cleanText(ask.input)
  const found = await suggestedClients(services, organisationOf(ask.viewer).number, typed)
  return { now: { kind: 'groups', groups: appliesToGroups(ask.t, found, typed) } }
}

const addCommand = (id: string) =>
  route({
    kind: 'command',
    id,
    may: 'contact.change',
    effect: 'read',
    input: commandInput,
    run: async (ask, services) => openForm(ask, () => newContactForm(ask, services)),
  })

const addButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'contact.change',
    effect: 'read',
    input: addValue.input,
    run: async (ask, services) =>
      openForm(ask, () => newContactForm(ask, services, { client: ask.input.for?.client_id ?? null })),
  })

export const routes = [
  addCommand('contacts add'),
  addCommand('contacts new'),
  addButton(contactBrowser.actions.add),
  addButton(contactList.actions.add),
  addButton(contactsOfClient.actions.add),
  addButton(contactHome.actions.add),
  addButton(contactHelp.actions.add),
  route({
    kind: 'command',
    id: 'contacts edit',
    may: 'contact.change',
    effect: 'read',
    input: idInput,
    run: async (ask, services) => openEdit(ask, services, ask.input),
  }),
  route({
    kind: 'action',
    id: contactCard.actions.edit,
    may: 'contact.change',
    effect: 'read',
    input: contactValue.input,
    run: async (ask, services) => openEdit(ask, services, ask.input.contact),
  }),
  route({
    kind: 'options',
    id: contactEdit.appliesTo,
    may: 'contact.change',
    effect: 'read',
    input: z.string(),
    run: suggest,
  }),
]
