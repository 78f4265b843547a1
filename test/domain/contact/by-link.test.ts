import { expect, test } from 'vitest'
import { z } from 'zod'
import { addContact, leftBefore } from '../../../src/domain/contact/add-contact.ts'
import {
  choosePreferences,
  confirmByLink,
  handOver,
  leave,
  newLink,
  openContact,
  stopHearing,
} from '../../../src/domain/contact/by-link.ts'
import { contactLinkToken, manageToken } from '../../../src/domain/contact/contact-token.ts'
import { sendVerification } from '../../../src/domain/contact/verify-contact.ts'
import { heroy, user } from '../../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../../helpers/contact-world.ts'
import { type Engine, eachEngine } from '../../helpers/databases.ts'

const WEEK = 7 * 86_400_000
const colleague = { name: 'Ola Nordmann', email: 'ola@heroy.kommune.example' }

const linkedWorld = async (engine: Engine) => {
  const world = await contactUseWorld(engine)
  const { deps, store } = world
  const asked = { organisationNumber: heroy.number, content: contactContent(), user: null, once: 'add', verify: true }
  const { contact } = await addContact(deps, user('hanne'), asked)
  const [row] = await store.deliveriesOf(heroy.number, 1)
  const { linkId: id } = z.object({ linkId: z.string() }).parse(row?.data)
  return { ...world, contact, link: contactLinkToken(deps.vault, { id }), manage: manageToken(deps.vault, contact) }
}

eachEngine((engine) => {
  test('opening a link changes nothing, confirming works once, and the page stays open after', async () => {
    const { deps, link, contact, store, pass } = await linkedWorld(engine)
    for (const _ of [1, 2, 3]) expect(await openContact(deps, link)).toMatchObject({ state: 'open', contact })
    const results = await Promise.allSettled([confirmByLink(deps, link), confirmByLink(deps, link)])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.map(({ reason }) => reason.code)).toEqual(['link-used'])
    expect(await store.contactById(contact.id)).toMatchObject({ verifiedAt: deps.now(), confirmedAt: deps.now() })
    pass(2 * WEEK)
    expect(await openContact(deps, link)).toMatchObject({ state: 'used' })
    expect(await choosePreferences(deps, link, { language: 'en', hears: ['major'] })).toMatchObject({ language: 'en' })
  })

  test('after seven days a link does nothing but send a new one, once', async () => {
    const { deps, link, sent, pass } = await linkedWorld(engine)
    pass(WEEK)
    expect(await openContact(deps, link)).toMatchObject({ state: 'expired' })
    await expect(confirmByLink(deps, link)).rejects.toMatchObject({ code: 'link-expired' })
    await expect(leave(deps, link)).rejects.toMatchObject({ code: 'link-expired' })
    await Promise.all([newLink(deps, link), newLink(deps, link)])
    expect(await sent()).toHaveLength(2)
  })

  test('a token that is not ours, or of something else, is invalid', async () => {
    const { deps, link, manage, contact } = await linkedWorld(engine)
    const [, address, signature] = manage.split('.')
    const wrong = [
      '',
      'x',
      `${link}x`,
      `${contact.id}.${signature}`,
      `CON-2.${address}.${signature}`,
      link.slice(0, -2),
    ]
    for (const token of wrong) await expect(openContact(deps, token)).rejects.toMatchObject({ code: 'link-invalid' })
  })

  test('every link goes dead when the contact is removed or gets another address', async () => {
    const { deps, link, manage, contact, store } = await linkedWorld(engine)
    const moved = { ...contactContent({ email: colleague.email }), user: null }
    await store.write({}, async (tx) => ((await tx.saveContact(contact.id, contact.version, moved)) ? 1 : 0))
    for (const token of [link, manage])
      await expect(openContact(deps, token)).rejects.toMatchObject({ code: 'link-expired' })
    await store.write({}, (tx) => tx.forgetContact(contact.id, null))
    for (const token of [link, manage])
      await expect(openContact(deps, token)).rejects.toMatchObject({ code: 'link-expired' })
  })

  test('one click stops one topic, or all, however often it is repeated', async () => {
    const { deps, manage } = await linkedWorld(engine)
    for (const _ of [1, 2])
      expect((await stopHearing(deps, manage, 'logins')).hears).toEqual(['major', 'maintenance', 'reminders'])
    expect((await stopHearing(deps, manage, null)).hears).toEqual([])
  })

  test('a link does nothing for an address that the contact gets meanwhile', async () => {
    for (const act of [
      confirmByLink,
      leave,
      (...[deps, token]: Parameters<typeof leave>) =>
        handOver({ ...deps, newId: () => 'link-hand-over' }, token, { ...colleague, once: 'hand over' }),
    ]) {
      for (const by of ['link', 'manage'] as const) {
        const { store, contact, ...world } = await linkedWorld(engine)
        const moved = { ...contactContent({ email: 'ny@heroy.kommune.example' }), user: null }
        const racing: typeof store = {
          ...store,
          // between reading and writing
          write: async (effects, body) => {
            await store.write({}, async (tx) => ((await tx.saveContact(contact.id, contact.version, moved)) ? 1 : 0))
            return store.write(effects, body)
          },
        }
        const done = act({ ...world.deps, store: racing }, world[by])
        await expect(done).rejects.toMatchObject({ code: 'link-expired' })
        expect(await store.contactById(contact.id)).toMatchObject({ email: moved.email, verifiedAt: null })
      }
    }
  })

  test('what somebody else changes meanwhile, the address apart, keeps nobody from confirming', async () => {
    const { deps, link, contact, store } = await linkedWorld(engine)
    let left = 2
    const racing: typeof store = {
      ...store,
      write: async (effects, body) => {
        if (left-- > 0) await store.write({}, async (tx) => ((await tx.markContact(contact.id, null, {})) ? 1 : 0))
        return store.write(effects, body)
      },
    }
    expect(await confirmByLink({ ...deps, store: racing }, link)).toMatchObject({ verifiedAt: deps.now() })
  })

  test('a link that is asked for after mail came back confirms the address and forgives what came back', async () => {
    const { deps, link, contact, store } = await linkedWorld(engine)
    await confirmByLink(deps, link)
    const bounce = { at: deps.now(), reason: 'full', code: 552 } as const
    const { email } = contact
    await store.write({}, async (tx) => (await tx.markBounced(email, bounce)).length)
    await sendVerification(deps, user('hanne'), { contact, once: 'again' })
    const rows = await store.deliveriesOf(heroy.number, 9)
    const links = rows.map(({ data }) => z.object({ linkId: z.string().optional() }).parse(data).linkId)
    const fresh = links.find((id) => id !== undefined && contactLinkToken(deps.vault, { id }) !== link) ?? ''
    expect(await confirmByLink(deps, contactLinkToken(deps.vault, { id: fresh }))).toMatchObject({ bounce: null })
  })

  test('nobody takes over who asked to be none', async () => {
    const { deps, manage, store, contact } = await linkedWorld(engine)
    const asked = { organisationNumber: heroy.number, content: contactContent(colleague), user: null, verify: false }
    const { contact: ola } = await addContact(deps, user('hanne'), { ...asked, once: 'ola' })
    await leave(deps, manageToken(deps.vault, ola))
    await expect(handOver(deps, manage, { ...colleague, once: 'to ola' })).rejects.toMatchObject({
      code: 'bad-input',
      details: { fields: [{ field: 'email', reason: 'left-before' }] },
    })
    expect(await store.contactById(contact.id)).toEqual(contact)
  })

  test('a colleague who takes over is told by whom, and the person is gone', async () => {
    const { deps, manage, store, sent } = await linkedWorld(engine)
    const taken = await handOver(deps, manage, { ...colleague, once: 'hand over' })
    expect(taken).toMatchObject({ ...colleague, scope: 'organisation', phone: null, registeredBy: 'contact page' })
    expect((await store.contactsOf(heroy.number)).map(({ email }) => email)).toEqual([colleague.email])
    const [row] = (await store.deliveriesOf(heroy.number, 9)).filter(({ address }) => address === colleague.email)
    expect(row?.data).toMatchObject({ contactId: taken.id, from: 'Kari Nordmann' })
    expect(await sent()).toHaveLength(2)
  })

  test('nobody takes over who is a contact already, or with an address that is none', async () => {
    const { deps, manage, store } = await linkedWorld(engine)
    const asked = { organisationNumber: heroy.number, content: contactContent(colleague), user: null, verify: false }
    await addContact(deps, user('hanne'), { ...asked, once: 'ola' })
    const hand = (email: string) => handOver(deps, manage, { name: 'Ola Nordmann', email, once: `to ${email}` })
    await expect(hand(colleague.email)).rejects.toMatchObject({ code: 'contact-exists' })
    await expect(hand('KARI@heroy.kommune.example')).rejects.toMatchObject({
      code: 'bad-input',
      details: { fields: [{ field: 'email', reason: 'duplicate' }] },
    })
    await expect(hand('a@b\r\nBcc: x@y.no')).rejects.toMatchObject({ code: 'bad-input' })
    expect(await store.contactsOf(heroy.number)).toHaveLength(2)
  })

  test('who leaves is forgotten but for a trace that ends after twelve months, and the others are told', async () => {
    const { deps, manage, store, sent, contact, pass } = await linkedWorld(engine)
    const asked = { organisationNumber: heroy.number, content: contactContent(colleague), user: null, verify: false }
    await addContact(deps, user('hanne'), { ...asked, once: 'ola' })
    await leave(deps, manage)
    expect(await store.contactById(contact.id)).toBeNull()
    expect(await sent()).toContain(`contact-left ${colleague.email}`)
    expect(await leftBefore(deps, heroy.number, 'Kari@heroy.kommune.example')).toBe(deps.now())
    pass(366 * 86_400_000)
    expect(await leftBefore(deps, heroy.number, contact.email)).toBeNull()
  })

  test('the last one may leave too, and the admins hear that nobody is left', async () => {
    const { deps, manage, sent } = await linkedWorld(engine)
    await leave(deps, manage)
    expect(await sent()).toContain('admin-contacts-empty UADMIN')
  })
})
