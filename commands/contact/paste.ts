import { leftBefore } from '../../src/domain/contact/add-contact.ts'
import { addContacts } from '../../src/domain/contact/add-contacts.ts'
import { type PastedContact, readPastedContacts } from '../../src/domain/contact/paste-list.ts'
import { readContact } from '../../src/domain/contact/read-contact.ts'
import { isSameAddress } from '../../src/domain/contact/read-email.ts'
import type { ContactContent } from '../../src/domain/contact/types.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import type { Beneath } from '../../views/contact/beneath.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactPaste, type PastedLine, type PasteFault, type PasteValues } from '../../views/contact/paste.ts'
import { allContacts } from '../../views/contact/values.ts'
import { drawnFor, refusedElsewhere } from '../client/acting.ts'
import { onTopOf } from '../client/doors.ts'
import { nothing, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { beneathHere, beneathNext } from './beneath.ts'
import { browserContent } from './browse.ts'
import { refreshBeneath } from './refresh-beneath.ts'
import { rememberUser } from './slack-user.ts'

/** A whole list of contacts, pasted: each line looked at, and all of them saved or none. */

/** A mail goes to each of them: more than these are imported by whoever runs Portvakt. */
const mostLines = 100

/** A line as it was read; `content` where there is nothing to mend. */
type Judged = PastedLine & { content: ContactContent | null }

/** What stands against an address that is right in itself. */
const againstAddress = async (
  ask: Ask<unknown>,
  services: Services,
  email: string,
  before: readonly Judged[],
): Promise<PasteFault[]> => {
  if (before.some(({ content }) => content !== null && isSameAddress(content.email, email))) return ['twice']
  const { number } = organisationOf(ask.viewer)
  const other = await services.store.contactAt(number, email)
  if (other !== null) return [{ duplicateOf: other.id }]
  return (await leftBefore(services, number, email)) === null ? [] : ['left']
}

const judged = async (
  ask: Ask<unknown>,
  services: Services,
  rows: readonly PastedContact[],
  appliesTo: string,
): Promise<Judged[]> => {
  const { number, language } = organisationOf(ask.viewer)
  const domains = (await services.store.organisationDetails(number))?.domains ?? []
  const lines: Judged[] = []
  for (const { line, name, email, phone, ...row } of rows) {
    const typed = { name, email, phone, kind: row.kind || 'technical', language: row.language || language }
    const read = readContact({ ...typed, appliesTo: [appliesTo] }, { clients: [], domains })
    const faults = read.ok ? await againstAddress(ask, services, read.content.email, lines) : read.faults
    lines.push({ line, name, email, faults, content: read.ok && faults.length === 0 ? read.content : null })
  }
  return lines
}

const form = (ask: Ask<unknown>, values: PasteValues, lines: readonly Judged[] | null, beneath: Beneath) =>
  contactPaste.render(ask.t, { ...drawnFor(ask), values, lines, beneath })

/** Saves all of them, and shows the list that they are in. */
const save = async (ask: Ask<unknown>, services: Services, lines: readonly Judged[]): Promise<Reply> => {
  const { number: organisationNumber } = organisationOf(ask.viewer)
  const contents = lines.map(({ content }) => content).filter((content) => content !== null)
  const asked = { organisationNumber, contents, once: ask.once, verify: services.mailOn }
  const added = await addContacts(services, ask.viewer.user, asked)
  const words = ask.t.contact
  const { verifying, mailOff } = words.form.saved
  const notice = `${words.browse.paste.saved({ count: added.length })} ${services.mailOn ? verifying : mailOff}`
  return {
    now: { kind: 'update', view: (await browserContent(ask, services, allContacts, notice)).view },
    later: async () => {
      await refreshBeneath(ask, services, beneathHere(ask))
      for (const contact of added) await rememberUser(ask, services, contact)
    },
  }
}

/** The same submission again is answered by what the first one saved. */
const savedBefore = async (ask: Ask<unknown>, services: Services): Promise<Reply | null> => {
  const kept = await services.store.keptOutcome(ask.once)
  if (!Array.isArray(kept)) return null
  const notice = ask.t.contact.browse.paste.saved({ count: kept.length })
  return { now: { kind: 'update', view: (await browserContent(ask, services, allContacts, notice)).view } }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = contactPaste.metadata.read(ask.view?.metadata ?? '')
  if (place === null) throw new AppError('stale-view', 'the form is of another version')
  const refused = refusedElsewhere(ask, place)
  if (refused !== null) return onTopOf(ask, refused)
  const before = await savedBefore(ask, services)
  if (before !== null) return before
  const words = ask.t.contact.browse.paste
  const wrong = (message: string): Reply => ({ now: { kind: 'errors', errors: contactPaste.error(message) } })
  const values = contactPaste.read(ask.view?.values ?? {})
  const rows = readPastedContacts(values.lines)
  if (rows.length === 0) return wrong(words.empty)
  if (rows.length > mostLines) return wrong(words.tooMany({ most: mostLines }))
  const look = async () => judged(ask, services, rows, values.applies_to ?? 'organisation')
  const lines = await look()
  const ready = lines.every(({ content }) => content !== null)
  if (!ready || place.shown !== contactPaste.digest(values))
    return { now: { kind: 'update', view: form(ask, values, lines, place.beneath) } }
  try {
    return await save(ask, services, lines)
  } catch (error) {
    // somebody added one of them at the same moment: the list says which
    if (!isAppError(error, 'contact-exists')) throw error
    return { now: { kind: 'update', view: form(ask, values, await look(), place.beneath) } }
  }
}

export const routes = [
  route({
    kind: 'action',
    id: contactBrowser.actions.paste,
    may: 'contact.change',
    effect: 'read',
    input: nothing,
    run: async (ask) =>
      openForm(ask, async () => form(ask, { lines: '', applies_to: 'organisation' }, null, beneathNext(ask))),
  }),
  route({
    kind: 'submit',
    id: contactPaste.id,
    may: 'contact.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
