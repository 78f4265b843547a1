import { AppError, isAppError } from '../../errors.ts'
import type { AuditAction } from '../audit/actions.ts'
import type { AuditEntry } from '../audit/types.ts'
import type { Language } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { contactPage } from './actor.ts'
import { leftBefore } from './add-contact.ts'
import { contactLine, contentValues } from './contact-audit.ts'
import { isForAddress, readContactToken } from './contact-token.ts'
import { departureHash } from './departure-hash.ts'
import { left, registered } from './notices.ts'
import { isSameAddress, readEmail } from './read-email.ts'
import { readMailboxName, readPersonName } from './read-person-name.ts'
import type { ContactMarks } from './store.ts'
import { othersOf, tellOthers } from './tell-others.ts'
import { type Contact, type ContactLink, type ContactTopic, contactTopics } from './types.ts'
import { newContactLink, sendVerification } from './verify-contact.ts'

type OpenDeps = Pick<Deps, 'store' | 'vault' | 'now'>
type LeaveDeps = OpenDeps & Pick<Deps, 'desk'>
type PageDeps = OpenDeps & Pick<Deps, 'newId'>

/**
 * What a token of ours stands for. `link` null: the token of a contact's own page, which is always `open`. `used`: the
 * link confirmed the address already. `expired`: never used, and its seven days are over; a new one can be sent.
 */
export type Opened = { contact: Contact; link: ContactLink | null; state: 'open' | 'used' | 'expired' }

const gone = (): AppError => new AppError('link-expired', 'the contact is gone, or has another address by now')

/**
 * Opens a link of a contact's mail; writes nothing. Throws `link-invalid` for every token that is not ours, and
 * `link-expired` when the contact was removed, has another address by now, or the link is long forgotten.
 */
export const openContact = async (deps: OpenDeps, text: string): Promise<Opened> => {
  const token = readContactToken(deps.vault, text)
  if (!token) throw new AppError('link-invalid', 'no such link')
  if (token.of === 'contact') {
    const contact = await deps.store.contactById(token.id)
    if (!contact || !isForAddress(deps.vault, token, contact.email)) throw gone()
    return { contact, link: null, state: 'open' }
  }
  const link = await deps.store.contactLink(token.id)
  const contact = link && (await deps.store.contactById(link.contactId))
  if (!link || !contact || !isSameAddress(contact.email, link.email)) throw gone()
  if (link.usedAt !== null) return { contact, link, state: 'used' }
  return { contact, link, state: deps.now() < link.expiresAt ? 'open' : 'expired' }
}

/** A used link still opens the page: whoever has it had the mail, as whoever has the page's own token. */
const usable = async (deps: OpenDeps, token: string): Promise<Opened> => {
  const opened = await openContact(deps, token)
  if (opened.state === 'expired') throw new AppError('link-expired', 'the link is too old')
  return opened
}

const stale = (): AppError => new AppError('changed-meanwhile', 'somebody changed the contact')

/** So often something is tried again when somebody changes the contact at the same time. */
const tries = 5

/**
 * Does something with the contact as it was read, and reads it anew where it is another by then: the link may go to
 * somebody else's address now, and then does nothing.
 */
const whileAsRead = async <T>(open: () => Promise<Opened>, act: (opened: Opened) => Promise<T>): Promise<T> => {
  for (let left = tries - 1; ; left -= 1) {
    const opened = await open()
    try {
      return await act(opened)
    } catch (error) {
      if (left === 0 || !isAppError(error, 'changed-meanwhile')) throw error
    }
  }
}

const mark = async (
  deps: OpenDeps,
  { contact, link }: Opened,
  marks: ContactMarks,
  line: { action: AuditAction; values?: AuditEntry['values'] },
): Promise<Contact> => {
  await deps.store.write({ audit: [contactLine(line.action, contactPage, contact, line.values)] }, async (tx) => {
    if (line.action === 'contact.verify' && link && !(await tx.useContactLink(link.id, deps.now()))) {
      throw new AppError('link-used', 'the link was used')
    }
    if (!(await tx.markContact(contact.id, contact.version, marks))) throw stale()
    return null
  })
  const marked = await deps.store.contactById(contact.id)
  if (!marked) throw gone()
  return marked
}

/**
 * The person says that the address is theirs and the rest is right; what came back before is forgiven. A link does so
 * once: `link-used` after that, also for the second of two at once. Throws as `openContact`, and `link-expired`.
 */
export const confirmByLink = (deps: OpenDeps, token: string): Promise<Contact> =>
  whileAsRead(
    () => usable(deps, token),
    async (opened) => {
      if (opened.state === 'used') throw new AppError('link-used', 'the link was used')
      const at = deps.now()
      return mark(deps, opened, { verifiedAt: at, confirmedAt: at, bounce: null }, { action: 'contact.verify' })
    },
  )

/** The language of what the person is sent, and what they hear beside critical incidents. Throws as `confirmByLink`. */
export const choosePreferences = (
  deps: OpenDeps,
  token: string,
  { language, hears }: { language: Language; hears: readonly ContactTopic[] },
): Promise<Contact> =>
  whileAsRead(
    () => usable(deps, token),
    async (opened) => {
      const { contact } = opened
      const chosen = contactTopics.filter((topic) => hears.includes(topic))
      const before = { language: contact.language, hears: contact.hears }
      const values = { before, after: { language, hears: chosen } }
      return mark(deps, opened, { language, hears: chosen }, { action: 'contact.preferences', values })
    },
  )

/** One click in the mail program (RFC 8058): not this topic any more; null: nothing but critical incidents. */
export const stopHearing = (deps: OpenDeps, token: string, topic: ContactTopic | null): Promise<Contact> =>
  whileAsRead(
    () => openContact(deps, token),
    async (opened) => {
      const { contact } = opened
      const hears = topic === null ? [] : contact.hears.filter((each) => each !== topic)
      if (hears.length === contact.hears.length) return contact
      const values = { before: { hears: contact.hears }, after: { hears } }
      return mark(deps, opened, { hears }, { action: 'contact.preferences', values })
    },
  )

const readColleague = (contact: Contact, typed: { name: string; email: string }) => {
  const name = contact.kind === 'mailbox' ? readMailboxName(typed.name) : readPersonName(typed.name)
  const email = readEmail(typed.email)
  const own = email.ok && isSameAddress(email.email, contact.email)
  if (name.ok && email.ok && !own) return { name: name.name, email: email.email }
  throw new AppError('bad-input', 'what was typed of the colleague can’t be used', {
    fields: [
      ...(name.ok ? [] : [{ field: 'name', reason: name.code }]),
      ...(email.ok ? [] : [{ field: 'email', reason: email.code }]),
      ...(own ? [{ field: 'email', reason: 'duplicate' }] : []),
    ],
  })
}

type HandedOver = { name: string; email: string; once: string }

const toColleague = async (deps: PageDeps, contact: Contact, typed: HandedOver): Promise<Contact> => {
  const { organisationNumber, kind, language, scope, clients } = contact
  const content = { ...readColleague(contact, typed), phone: null, kind, language, scope, clients }
  if ((await leftBefore(deps, organisationNumber, content.email)) !== null)
    throw new AppError('bad-input', 'the colleague asked not to be a contact', {
      fields: [{ field: 'email', reason: 'left-before' }],
    })
  const link = newContactLink(deps)
  const values = { before: contentValues(contact), after: contentValues(content) }
  const { value: id } = await deps.store.write<string>(
    {
      once: typed.once,
      audit: (added) => [
        contactLine('contact.hand-over', contactPage, contact, values),
        contactLine('contact.add', contactPage, { id: added, organisationNumber }, { after: values.after }),
      ],
      deliveries: (added) => [registered({ ...content, id: added, organisationNumber }, link, contact.name)],
    },
    async (tx) => {
      if (!(await tx.forgetContact(contact.id, contact.version))) throw stale()
      const row = { ...content, organisationNumber, user: null, registeredBy: contactPage.program }
      const [added] = await tx.addContacts([{ ...row, hears: [...contactTopics], toldAt: deps.now() }])
      if (!added) throw new AppError('internal', 'a contact was added and not given back')
      await tx.addContactLink({ ...link, contactId: added.id, email: added.email })
      return added.id
    },
  )
  const colleague = await deps.store.contactById(id)
  if (!colleague) throw gone()
  return colleague
}

/**
 * A colleague takes over: added for the same and told by whom, while the person is removed. Gives the colleague.
 * Throws as `confirmByLink`, `contact-exists` when the colleague is a contact already, and `bad-input` by field:
 * `left-before` for whoever asked to be none within twelve months, and is asked by a member if at all.
 */
export const handOver = (deps: PageDeps, token: string, typed: HandedOver): Promise<Contact> =>
  whileAsRead(
    () => usable(deps, token),
    ({ contact }) => toColleague(deps, contact, typed),
  )

const forgotten = async (deps: LeaveDeps, contact: Contact): Promise<Contact> => {
  const others = await othersOf(deps, contact)
  await deps.store.write(
    {
      audit: [contactLine('contact.leave', contactPage, contact, { before: contentValues(contact) })],
      deliveries: tellOthers(others, contact, (to) => left(to, contact.name)),
    },
    async (tx) => {
      if (!(await tx.forgetContact(contact.id, contact.version))) throw stale()
      const hash = departureHash(deps, contact.organisationNumber, contact.email)
      await tx.addDeparture(contact.organisationNumber, hash, deps.now())
      return null
    },
  )
  return contact
}

/**
 * The person leaves, whoever is left: nobody can be kept. What is stored of them goes but for a keyed hash of the
 * address, so that nobody adds them again without knowing; the others are told, or whoever is told in their
 * stead. Gives the contact as it was. Throws as `confirmByLink`.
 */
export const leave = (deps: LeaveDeps, token: string): Promise<Contact> =>
  whileAsRead(
    () => usable(deps, token),
    ({ contact }) => forgotten(deps, contact),
  )

const MINUTE_MS = 60_000

/**
 * Sends a new link to the registered address, whatever became of this one; at most one a minute, so that a double click
 * sends one. Throws as `openContact`, and `too-many-attempts` after five in a day.
 */
export const newLink = async (deps: PageDeps, token: string): Promise<Contact> => {
  const { contact } = await openContact(deps, token)
  const once = `contact new-link ${contact.id} ${Math.floor(deps.now() / MINUTE_MS)}`
  await sendVerification(deps, contactPage, { contact, once })
  return contact
}
