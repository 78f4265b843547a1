import { expect, test } from 'vitest'
import { z } from 'zod'
import { addContact, leftBefore } from '../../../src/domain/contact/add-contact.ts'
import { recordBounce } from '../../../src/domain/contact/bounce.ts'
import { confirmContacts } from '../../../src/domain/contact/confirm-contact.ts'
import { editContact } from '../../../src/domain/contact/edit-contact.ts'
import { mirrorContacts } from '../../../src/domain/contact/mirror-contacts.ts'
import { removeContact } from '../../../src/domain/contact/remove-contact.ts'
import type { Contact, ContactContent } from '../../../src/domain/contact/types.ts'
import { sendVerification } from '../../../src/domain/contact/verify-contact.ts'
import { heroy, kinn, user } from '../../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../../helpers/contact-world.ts'
import { eachEngine } from '../../helpers/databases.ts'

const hanne = user('hanne')
const ola = { name: 'Ola Nordmann', email: 'ola@heroy.kommune.example' }

type World = Awaited<ReturnType<typeof contactUseWorld>>

let keys = 0
const add = async ({ deps }: World, over: Partial<ContactContent> = {}, verify = false): Promise<Contact> => {
  const asked = { organisationNumber: heroy.number, content: contactContent(over), user: null, verify }
  return (await addContact(deps, hanne, { ...asked, once: `add ${++keys}` })).contact
}

eachEngine((engine) => {
  test('a contact who is added hears everything, and is told by mail with a link for seven days', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world, {}, true)
    expect(contact).toMatchObject({
      ...contactContent(),
      id: 'CON-1',
      hears: ['major', 'maintenance', 'logins', 'reminders'],
      toldAt: world.deps.now(),
      verifiedAt: null,
      registeredBy: 'person:T1:UHANNE',
    })
    expect(await world.sent()).toEqual([`contact-registered ${contact.email}`])
    const [row] = await world.store.deliveriesOf(heroy.number, 1)
    const { linkId } = z.object({ linkId: z.string() }).parse(row?.data)
    const link = await world.store.contactLink(linkId)
    expect(link).toMatchObject({ contactId: contact.id, expiresAt: world.deps.now() + 7 * 86_400_000, usedAt: null })
  })

  test('two clicks add one contact, and an address is one contact in any letter case', async () => {
    const world = await contactUseWorld(engine)
    const asked = {
      organisationNumber: heroy.number,
      content: contactContent(),
      user: null,
      once: 'twice',
      verify: true,
    }
    const results = await Promise.all([addContact(world.deps, hanne, asked), addContact(world.deps, hanne, asked)])
    expect(results.map(({ fresh }) => fresh).sort()).toEqual([false, true])
    expect(await world.sent()).toHaveLength(1)
    await expect(add(world, { email: 'KARI@heroy.kommune.example' })).rejects.toMatchObject({ code: 'contact-exists' })
    await expect(add(world, { email: 'kari+vakt@heroy.kommune.example' })).resolves.toMatchObject({ id: 'CON-2' })
  })

  test('of two who edit one contact at once the second learns of the first; one that is gone is not found', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world)
    const edit = (name: string) =>
      editContact(world.deps, hanne, { contact, content: contactContent({ name }), user: null, once: `edit ${name}` })
    const results = await Promise.allSettled([edit('Kari A'), edit('Kari B')])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.map(({ reason }) => reason.code)).toEqual(['changed-meanwhile'])
    expect(await world.sent()).toEqual([])
    await world.store.write({}, (tx) => tx.forgetContact(contact.id, null))
    await expect(edit('Kari C')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a new address is told and asked to confirm; the same in other letters is not', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world)
    const same = await editContact(world.deps, hanne, {
      contact,
      content: contactContent({ email: 'Kari@heroy.kommune.example' }),
      user: null,
      once: 'case',
    })
    expect(await world.sent()).toEqual([])
    await editContact(world.deps, hanne, { contact: same, content: contactContent(ola), user: null, once: 'moved' })
    expect(await world.sent()).toEqual([`contact-registered ${ola.email}`])
  })

  test('production keeps somebody who hears of it unless an admin says otherwise, also when two leave it at once', async () => {
    const world = await contactUseWorld(engine)
    const [kari, other] = [await add(world, { scope: 'prod' }), await add(world, ola)]
    const remove = (contact: Contact, mayLast = false) =>
      removeContact(world.deps, hanne, { contact, once: `remove ${contact.id} ${++keys}`, mayLast })
    const results = await Promise.allSettled([remove(kari), remove(other)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [last] = await world.store.contactsOf(heroy.number)
    if (!last) throw new Error('both were removed')
    await expect(remove(last)).rejects.toMatchObject({ code: 'last-contact' })
    const testOnly = contactContent({ email: last.email, scope: 'test' })
    const narrowed = { contact: last, content: testOnly, user: null, once: 'narrow' }
    await expect(editContact(world.deps, hanne, narrowed)).rejects.toMatchObject({ code: 'last-contact' })
    await remove(last, true)
    expect(await world.store.contactsOf(heroy.number)).toEqual([])
  })

  test('"still right" and "done in the portal" are marked for the own organisation’s contacts alone', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world)
    const chosen = { organisationNumber: heroy.number, ids: ['con-1'], once: 'confirm' }
    const [confirmed] = await confirmContacts(world.deps, hanne, chosen)
    expect(confirmed).toMatchObject({ confirmedAt: world.deps.now(), verifiedAt: null })
    const [mirrored] = await mirrorContacts(world.deps, hanne, { ...chosen, once: 'mirror' })
    expect(mirrored?.mirrored).toEqual({ by: hanne, at: world.deps.now(), current: true })
    if (!mirrored) throw new Error('nothing was marked')
    const content = contactContent({ phone: null })
    const edited = await editContact(world.deps, hanne, { contact: mirrored, content, user: null, once: 'edit' })
    expect(edited.mirrored?.current).toBe(false)
    const theirs = { organisationNumber: kinn.number, ids: [contact.id], once: 'theirs' }
    await expect(confirmContacts(world.deps, hanne, theirs)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('what was not seen as it is now is neither confirmed nor mirrored', async () => {
    const world = await contactUseWorld(engine)
    const [kari, other] = [await add(world), await add(world, ola)]
    const seen = { [kari.id]: kari.version, [other.id]: other.version + 1 }
    const chosen = { organisationNumber: heroy.number, ids: [kari.id, other.id], seen }
    expect((await mirrorContacts(world.deps, hanne, { ...chosen, once: 'mirror' })).map(({ id }) => id)).toEqual([
      kari.id,
    ])
    expect(await confirmContacts(world.deps, hanne, { ...chosen, once: 'confirm' })).toEqual([])
    expect(await world.store.contactById(other.id)).toMatchObject({ mirrored: null, confirmedAt: null })
  })

  test('many who confirm the same contacts at once all do', async () => {
    const world = await contactUseWorld(engine)
    const all = []
    for (let at = 0; at < 10; at += 1)
      all.push(await add(world, { name: `${'KJIHGFEDCB'[at]}ari Nordmann`, email: `p${at}@heroy.kommune.example` }))
    const ids = all.map(({ id }) => id)
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        confirmContacts(world.deps, hanne, { organisationNumber: heroy.number, ids, once: `all ${at}` }),
      ),
    )
    expect(results.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 10))
  })

  test('"still right" leaves the account that is gone, and says nothing of mail that came back', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world)
    await world.store.write({}, async (tx) => {
      await tx.markContact(contact.id, null, { user: hanne })
      await tx.markContact(contact.id, null, { accountGoneAt: 5 })
      return (await tx.markBounced(contact.email, { at: 6, reason: 'full', code: null })).length
    })
    const chosen = { organisationNumber: heroy.number, ids: [contact.id], once: 'confirm' }
    const [confirmed] = await confirmContacts(world.deps, hanne, chosen)
    expect(confirmed).toMatchObject({ user: null, accountGoneAt: null, bounce: { reason: 'full' } })
  })

  test('a new address is somebody new: by whom, what they hear, and that they were told', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world, {}, true)
    await world.store.write({}, async (tx) => ((await tx.markContact(contact.id, null, { hears: [] })) ? 1 : 0))
    const read = (await world.store.contactById(contact.id)) ?? contact
    const by = user('kjell')
    const moved = { contact: read, content: contactContent(ola), user: null, once: 'moved', verify: false }
    expect(await editContact(world.deps, by, moved)).toMatchObject({
      registeredBy: 'person:T1:UKJELL',
      hears: ['major', 'maintenance', 'logins', 'reminders'],
      toldAt: null,
    })
    expect(await world.sent()).toEqual([`contact-registered ${contact.email}`])
  })

  test('a report about a mail from before the address was confirmed marks nobody', async () => {
    const world = await contactUseWorld(engine)
    const { id, email } = await add(world)
    const at = world.deps.now()
    await world.store.write({}, async (tx) => ((await tx.markContact(id, null, { verifiedAt: at })) ? 1 : 0))
    const came = { email, reason: 'full', code: null, deliveryId: null } as const
    expect(await recordBounce(world.deps, { ...came, sentAt: at - 1 })).toEqual([])
    expect(await recordBounce(world.deps, { ...came, sentAt: at })).toHaveLength(1)
  })

  test('five links a day go to one contact, and no more until the next', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world)
    const send = (once: string) => sendVerification(world.deps, hanne, { contact, once })
    for (const once of ['1', '2', '3', '4', '5']) await send(once)
    await expect(send('6')).rejects.toMatchObject({ code: 'too-many-attempts' })
    world.pass(86_400_001)
    await send('7')
    expect(await world.sent()).toHaveLength(6)
  })

  test('mail that comes back marks the address once and asks the others, in Slack where they are there', async () => {
    const world = await contactUseWorld(engine)
    const contact = await add(world)
    await add(world, ola)
    await addContact(world.deps, hanne, {
      organisationNumber: heroy.number,
      content: contactContent({ name: 'Hanne H', email: 'hanne@heroy.kommune.example' }),
      user: hanne,
      once: 'hanne',
      verify: false,
    })
    const came = { email: 'KARI@heroy.kommune.example', reason: 'unknown-user', code: 550, deliveryId: null } as const
    const marked = await recordBounce(world.deps, came)
    expect(marked.map(({ id, bounce }) => [id, bounce?.reason])).toEqual([[contact.id, 'unknown-user']])
    expect(await world.sent()).toEqual([`contact-bounced UHANNE`, `contact-bounced ${ola.email}`])
    expect(await recordBounce(world.deps, came)).toEqual([])
    expect(await world.sent()).toHaveLength(2)
  })

  test('where nobody else can be reached the organisation’s admins hear of mail that came back', async () => {
    const world = await contactUseWorld(engine)
    const { email } = await add(world)
    await recordBounce(world.deps, { email, reason: 'full', code: 552, deliveryId: null })
    expect(await world.sent()).toEqual(['admin-contacts-empty UADMIN'])
  })

  test('nobody who never left is said to have', async () => {
    const world = await contactUseWorld(engine)
    await add(world)
    expect(await leftBefore(world.deps, heroy.number, 'kari@heroy.kommune.example')).toBeNull()
  })
})
