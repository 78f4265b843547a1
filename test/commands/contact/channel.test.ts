import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { manageToken } from '../../../src/domain/contact/contact-token.ts'
import type { Contact } from '../../../src/domain/contact/types.ts'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { channels } from '../../helpers/house.ts'
import { clearDesks, refusals, untilModal, words } from '../../helpers/walk.ts'
import {
  assign,
  type BelongingHouse,
  clickIn,
  messageWith,
  operations,
  startBelonging,
  untilMessage,
} from '../belonging/belonging-world.ts'
import { contactsAt, kystverdi, sendNew } from './contact-walk.ts'

let house: BelongingHouse
let ahead = 0
const own = channels.kystverdi.id

beforeAll(async () => {
  house = await startBelonging({ now: () => Date.now() + ahead })
})

afterEach(async () => {
  house.slack.faults.clear()
  house.outside.mailbox.faults.clear()
  await forgetContacts(house)
  await setChannel(null)
  await clearDesks(house)
  expect(refusals(house).filter((one) => !/channel_not_found|not_in_channel/.test(one))).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const details = async () => (await house.world.store.organisationDetails(kystverdi)) ?? expect.fail('none')
const setChannel = async (channel: string | null, language: 'nb' | 'en' = 'nb') => {
  const organisation = await details()
  await house.world.store.write({}, async (tx) => {
    await tx.saveOrganisation({ ...organisation, channel, language })
    return null
  })
}

/** Mail to an address comes back as soon as it is added. */
const bounce = async (email: string, name = 'Per Havn') => {
  house.outside.mailbox.faults.add({ to: email, fault: { kind: 'refuse', at: 'rcpt', code: 550 } })
  await sendNew(house, house.as('kari'), { email, name })
  await clearDesks(house)
}
const contact = (name: string) => async () => (await contactsAt(house)).find((one) => one.name === name)

/** Whatever is due by the clock is done. */
const nextRounds = async () => {
  ahead += 60_000
  await house.restart()
}

/** Somebody leaves by the page behind the link in their mail. */
const leave = async (who: Contact) => {
  const url = `${house.url}/contact/${manageToken(house.world.vault, who)}/leave`
  const answer = await fetch(url, { method: 'POST', headers: { origin: house.url } })
  expect(answer.status).toBe(200)
}

describe('an organisation’s own channel', () => {
  it.each([
    ['nb', 'kari', 'E-post til Per Havn kommer i retur', 'Se kontakten', 'Ordnet: E-post i retur'],
    ['en', 'oliver', 'E-mail to Per Havn comes back', 'Show the contact', 'Settled: E-mail that came back'],
  ] as const)(
    'hears in its language (%s) of mail that comes back, leads to the contact, and says so when it is mended',
    async (language, who, said, button, settled) => {
      await setChannel(own, language)
      await addContactTo(house)
      await bounce('per.havn@kystverdi.example')
      const actor = house.as(who)
      const post = await untilMessage(house, actor, said, own)
      expect(words(post.blocks)).toContain(button)
      // everybody in the channel reads it
      expect(words(post)).not.toContain('per.havn@kystverdi.example')
      expect(post.ephemeral).toBe(false)
      await clickIn(actor, post, 'contact-told.contact')
      const card = await untilModal(house, actor, 'contact-card')
      expect(words(card.blocks)).toContain('per.havn@kystverdi.example')
      await clearDesks(house)
      const bounced = (await contact('Per Havn')()) ?? expect.fail('no contact')
      await house.as('kari').command(`/contacts edit ${bounced.id}`)
      await untilModal(house, house.as('kari'), 'contact-edit')
      await house.as('kari').submit({ email: 'per@kystverdi.example' })
      await untilModal(house, house.as('kari'), 'contact-saved')
      await nextRounds()
      const edited = await untilMessage(house, actor, settled, own)
      expect(edited.ts).toBe(post.ts)
      expect(words(edited.blocks)).toContain(bounced.id)
      expect(words(edited.blocks)).not.toContain('contact-told.contact')
    },
  )

  it('hears that somebody left, and that nobody is left', async () => {
    await setChannel(own)
    const [first, second] = [
      await addContactTo(house, { name: 'Anne Vik', email: 'anne@kystverdi.example', kind: 'technical' }),
      await addContactTo(house, { name: 'Ola Moe', email: 'ola@kystverdi.example', kind: 'technical' }),
    ]
    const kari = house.as('kari')
    await leave(first)
    const left = await untilMessage(house, kari, 'Anne Vik er ikke lenger varslingskontakt', own)
    await clickIn(kari, left, 'contact-told.contacts')
    await untilModal(house, kari, 'contact-browser')
    await clearDesks(house)
    await leave(second)
    await untilMessage(house, kari, 'har ingen varslingskontakter igjen', own)
  })

  it('shows nothing of the organisation to somebody of another one', async () => {
    await setChannel(own)
    await addContactTo(house)
    await bounce('per.havn@kystverdi.example')
    const post = await untilMessage(house, house.as('kari'), 'kommer i retur', own)
    const bente = house.as('bente')
    await bente.command('/portvakt whoami')
    // she acts for the other organisation that she belongs to
    const { store } = house.world
    await assign(house, 'bente', '310000027')
    await store.write({}, async (tx) => {
      await tx.chooseOrganisation(house.user('bente'), '310000027')
      return null
    })
    await clickIn(bente, post, 'contact-told.contact')
    await house.until(() => bente.modal() !== undefined)
    expect(bente.modal()?.callback_id).toBe('client-other-organisation')
    expect(words(bente.modal())).not.toContain('per.havn')
  })

  /** What Slack tells of the channel from now on. */
  const slackTells = (channel: object) =>
    house.slack.faults.add({
      path: /conversations\.info/,
      fault: {
        kind: 'status',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ok: true, channel }),
      },
    })

  it.each<[string, object, string]>([
    ['was archived', { is_archived: true, is_member: true }, 'Kanalen er arkivert'],
    ['is shared with outsiders', { is_ext_shared: true, is_member: true }, 'Folk utenfra'],
    ['the bot was taken out of', { is_member: false }, 'ikke med i kanalen lenger'],
  ])('that %s hears nothing: the admin is told, and chooses another one', async (_, told, part) => {
    await assign(house, 'astrid', kystverdi, { admin: true })
    await setChannel(own)
    await addContactTo(house)
    const before = house.as('kari').messages(own).length
    slackTells(told)
    await bounce('per.havn@kystverdi.example')
    const astrid = house.as('astrid')
    const lost = await untilMessage(house, astrid, part)
    expect(words(lost.blocks)).toContain('/portvakt admin')
    expect((await details()).channel).toBeNull()
    expect(house.as('kari').messages(own)).toHaveLength(before)
    // the contacts hear it all the same
    const mail = await house.outside.mailbox.until(
      ({ subject, envelope }) => /kommer i retur/.test(subject) && envelope.to.includes('vakt@kystverdi.example'),
      8_000,
    )
    expect(mail.text).toContain('Per Havn')
  })

  it('that is gone when something is posted is found out by that', async () => {
    await assign(house, 'astrid', kystverdi, { admin: true })
    await setChannel('C0BORTE')
    slackTells({ is_member: true })
    await addContactTo(house)
    await bounce('per.havn@kystverdi.example')
    await untilMessage(house, house.as('astrid'), 'Kanalen er borte')
    expect((await details()).channel).toBeNull()
  })
})

describe('where an organisation has nobody to tell', () => {
  it('the service desk hears it last of all, in its language, and what to do', async () => {
    await assign(house, 'astrid', kystverdi, { admin: false })
    await setChannel(null, 'en')
    const last = await addContactTo(house, { name: 'Anne Vik', email: 'anne@kystverdi.example' })
    const vakt = house.as('vakt')
    await leave(last)
    const told = await untilMessage(
      house,
      vakt,
      'Anne Vik har sluttet som varslingskontakt og var den siste',
      operations,
    )
    for (const part of ['ingen administrator i Portvakt', '/portvakt admin', 'virksomhet.brreg.no', 'contacts import'])
      expect(words(told.blocks)).toContain(part)
    await clickIn(vakt, told, 'contact-told.organisation')
    expect(words((await untilModal(house, vakt, 'admin-organisation')).blocks)).toContain(kystverdi)
    await clearDesks(house)
    expect(messageWith(house.as('astrid'), 'varslingskontakt')).toBeUndefined()
  })

  it('also of mail that comes back from the only contact there is', async () => {
    await assign(house, 'astrid', kystverdi, { admin: false })
    await setChannel(null)
    await bounce('nils.berg@kystverdi.example', 'Nils Berg')
    await untilMessage(house, house.as('vakt'), 'E-posten til Nils Berg kommer i retur', operations)
  })
})
