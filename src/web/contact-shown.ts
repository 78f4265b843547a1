import type { ContactLinks, ContactShown } from '../../views/pages/contact-parts.ts'
import { actorName, contactPage } from '../domain/contact/actor.ts'
import type { Contact } from '../domain/contact/types.ts'
import { nameOf } from './change-shown.ts'
import type { WebDeps } from './deps.ts'
import { pagePaths } from './paths.ts'

type ShownDeps = Pick<WebDeps, 'store' | 'publicUrl' | 'serviceDeskMail'>

/** Where the pages of a contact are, for whoever holds this token. */
export const contactLinks = ({ publicUrl }: Pick<WebDeps, 'publicUrl'>, token: string): ContactLinks => ({
  page: `${publicUrl}${pagePaths.contact(token)}`,
  preferences: `${publicUrl}${pagePaths.contactPreferences(token)}`,
  handOver: `${publicUrl}${pagePaths.contactHandOver(token)}`,
  leave: `${publicUrl}${pagePaths.contactLeave(token)}`,
  newLink: `${publicUrl}${pagePaths.contactNewLink(token)}`,
  stop: `${publicUrl}${pagePaths.contactStop(token)}`,
})

const registeredBy = async (deps: ShownDeps, { registeredBy: by }: Contact): Promise<ContactShown['registeredBy']> => {
  const [, teamId, userId] = /^person:([^:]+):([^:]+)$/.exec(by) ?? []
  if (teamId !== undefined && userId !== undefined) return { name: await nameOf(deps, { teamId, userId }) }
  return by === actorName(contactPage) ? 'page' : 'import'
}

/** A contact with the names of all that it is about. */
export const contactShown = async (deps: ShownDeps, contact: Contact, token: string): Promise<ContactShown> => {
  const { organisationNumber } = contact
  const [organisation, by, clients] = await Promise.all([
    deps.store.organisation(organisationNumber),
    registeredBy(deps, contact),
    Promise.all(
      contact.clients.map(async ({ environment, clientId }) => {
        const known = await deps.store.registration(organisationNumber, environment, clientId)
        return { name: known?.client_name ?? clientId, environment }
      }),
    ),
  ])
  return {
    contact,
    organisation: { number: organisationNumber, name: organisation?.name ?? null },
    clients,
    registeredBy: by,
    links: contactLinks(deps, token),
    serviceDesk: deps.serviceDeskMail,
  }
}
