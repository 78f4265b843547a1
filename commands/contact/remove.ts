import { hasProdClients, isLastForProd } from '../../src/domain/contact/last-contact.ts'
import { removeContact } from '../../src/domain/contact/remove-contact.ts'
import { may } from '../../src/domain/may.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactRemove } from '../../views/contact/remove.ts'
import { contactRemoved } from '../../views/contact/removed.ts'
import { contactValue } from '../../views/contact/values.ts'
import { refusedElsewhere } from '../client/acting.ts'
import { onTopOf } from '../client/doors.ts'
import { idInput, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { beneathNext } from './beneath.ts'
import { findContact } from './find.ts'
import { refreshBeneath } from './refresh-beneath.ts'

/** A contact is removed after a look at what that leads to; the last one for production by an admin alone. */

const openIt = (ask: Ask<unknown>, services: Services, id: string): Reply =>
  openForm(ask, async () => {
    const contact = await findContact(ask, services, id)
    const { organisationNumber } = contact
    const [all, producing, admins] = await Promise.all([
      services.store.contactsOf(organisationNumber),
      hasProdClients(services, organisationNumber),
      services.store.adminsOf(organisationNumber),
    ])
    const last = isLastForProd(contact, all, producing)
    return contactRemove.render(ask.t, {
      contact,
      left: all.filter((one) => one.id !== contact.id).length,
      beneath: beneathNext(ask, contact.id),
      last: last ? { may: may(ask.viewer.belonging, 'contact.remove-last').ok, admins } : null,
    })
  })

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = contactRemove.metadata.read(ask.view?.metadata ?? '')
  if (place === null) throw new AppError('stale-view', 'the form is of another version')
  const refused = refusedElsewhere(ask, place)
  if (refused !== null) return onTopOf(ask, refused)
  const { number } = organisationOf(ask.viewer)
  const contact = await services.store.contact(number, place.contact)
  // clicked twice, or by two: it is gone, and that is what was wanted
  if (contact === null)
    return { now: { kind: 'update', view: contactRemoved.render(ask.t, { contact: null, mirrored: false }).view } }
  await removeContact(services, ask.viewer.user, {
    contact: { ...contact, version: place.version },
    once: ask.once,
    mayLast: place.last && may(ask.viewer.belonging, 'contact.remove-last').ok,
  })
  const gone = contactRemoved.render(ask.t, { contact, mirrored: contact.mirrored !== null })
  return { now: { kind: 'update', view: gone.view }, later: () => refreshBeneath(ask, services, place.beneath) }
}

export const routes = [
  route({
    kind: 'command',
    id: 'contacts remove',
    may: 'contact.change',
    effect: 'read',
    input: idInput,
    run: async (ask, services) => openIt(ask, services, ask.input),
  }),
  route({
    kind: 'action',
    id: contactCard.actions.remove,
    may: 'contact.change',
    effect: 'read',
    input: contactValue.input,
    run: async (ask, services) => openIt(ask, services, ask.input.contact),
  }),
  route({
    kind: 'submit',
    id: contactRemove.id,
    may: 'contact.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
