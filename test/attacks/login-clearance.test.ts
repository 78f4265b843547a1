import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import { hearProduction } from '../helpers/contacts.ts'
import { forgedClick } from '../helpers/forge.ts'
import { giveHats, pidOf, unclear, userOf } from '../helpers/hats.ts'
import { channels, type House, organisations, type Person, people, startHouse } from '../helpers/house.ts'
import { expectNoTrace } from '../helpers/untouched.ts'
import { clearDesks, newest, words } from '../helpers/walk.ts'
import { carryOut, changesAtProd, labels, logIn, proposeClient, visitorOf } from '../helpers/walk-login.ts'

let house: House
const kystverdi = organisations.kystverdi.organisation_number
const by = (person: Person) => ({ pid: pidOf(person), level: 'idporten-loa-high' })

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  await hearProduction(house)
})

beforeEach(() => unclear(house, 'kari', kystverdi))

/** Ends what is left waiting, so that the next test may ask anew. */
const lapse = async () => {
  const { store } = house.world
  for (const { id, version } of await store.proposedChanges({ organisationNumber: kystverdi })) {
    await store.write({}, async (tx) => {
      await tx.moveChange(id, version, { state: 'expired' })
      return null
    })
  }
}

afterEach(async () => {
  await lapse()
  await clearDesks(house)
  expectNoTrace(house)
})

afterAll(async () => {
  await house.stop()
})

const cardWith = (person: Person, part: string, channel?: string) =>
  house
    .as(person)
    .messages(channel)
    .findLast((one) => words(one.blocks).includes(part))

/** What a person sees of a change with a button, once it is there. */
const untilCard = async (person: Person, part: string, channel?: string) => {
  await house.slack.workspace.until(() => cardWith(person, part, channel) !== undefined, 4_000, part)
  const card = cardWith(person, part, channel)
  if (card === undefined) throw new Error(`no card with ${part}`)
  return card
}

/** A click on the card of a change; what comes of it is the caller's to await. */
const press = async (person: Person, action_id: string, change: string, channel?: string) => {
  const { channel: channel_id, ts: message_ts } = await untilCard(person, change, channel)
  await house.as(person).click({ action_id }, { type: 'message', channel_id, message_ts })
}

/** The one change of a kind that waits in the organisation, once it does. */
const waiting = async (kind: string): Promise<string> => {
  const open = await house.world.store.proposedChanges({ organisationNumber: kystverdi })
  const found = open.find((change) => change.kind === kind)
  if (found === undefined) throw new Error(`nothing waits of ${kind}`)
  return found.id
}

/** Kari asks, an operator names her: her own link, and the change behind it. */
const named = async () => {
  const kari = house.as('kari')
  await kari.command('/portvakt whoami')
  await kari.click({ action_id: 'whoami.clearance' })
  await house.until(() => words(newest(kari)).includes('clearance-asked.withdraw'))
  const question = await waiting(askClearance.name)
  const links = () => new Set(words(kari.messages()).match(/\/login\/[\w.-]+/g))
  const before = links()
  await press('vakt', 'clearance-request.give', question, channels.operations.id)
  const path = await house.slack.workspace.until(() => [...links()].find((one) => !before.has(one)), 4_000, 'a link')
  return { path, id: path.slice('/login/'.length).split('.')[0] ?? '' }
}

const clearanceOf = async (person: Person) => await house.world.store.clearance(kystverdi, userOf(person))

describe('the link by which somebody proves who they are', () => {
  it('stands in their own direct messages alone, not on the card of those who decide', async () => {
    const { path } = await named()
    const { workspace } = house.slack
    for (const { id: other } of workspace.people().filter((one) => one.id !== people.kari.id)) {
      expect(words(workspace.as(other).desk().messages), other).not.toContain(path)
    }
  })

  it('followed by a colleague clears nobody by itself, and clears the colleague at no time', async () => {
    const { path } = await named()
    const page = await logIn(visitorOf(house), path, by('cecilie'))
    expect(page.heading, page.text).toBe('Nå vet vi hvem du er')
    // the page says whom it concerned, so that the colleague sees that it was not them
    expect(page.text).toContain(people.kari.name)
    expect(await clearanceOf('kari')).toBeNull()
    const before = await clearanceOf('cecilie')
    await lapse()
    expect(await clearanceOf('kari')).toBeNull()
    expect(await clearanceOf('cecilie')).toEqual(before)
  })

  it('followed by a colleague and confirmed all the same, gives neither of them anything alone', async () => {
    const { path, id } = await named()
    await logIn(visitorOf(house), path, by('odd'))
    // the second person is told whom they answer for, and that a login was made
    const card = await untilCard('astrid', id)
    expect(words(card.blocks)).toContain('clearance-give.confirm')
    expect(words(card.blocks)).toContain(`<@${people.kari.id}>`)
    expect(words(card.blocks)).toContain(people.kari.email)
    await press('astrid', 'clearance-give.confirm', id)
    await house.until(() => words(house.as('kari').messages()).includes('Du kan nå endre produksjonen'))
    expect(await clearanceOf('odd')).toBeNull()

    // Kari's own number is not the one that was proved in her name
    const { path: change } = await proposeClient(house, house.as('kari'), 'Karis klient')
    const refused = await logIn(visitorOf(house), change, by('kari'))
    expect([refused.status, refused.text.includes('ikke den som er klarert')]).toEqual([403, true])
    expect(changesAtProd(house)).toEqual([])
    // and the colleague may begin nothing
    await house.as('odd').command('/client new idporten prod')
    expect(house.as('odd').modal()?.callback_id).not.toBe('client-new-details')
  })

  it('serves once: a second login for it proves nothing more', async () => {
    const { path, id } = await named()
    await logIn(visitorOf(house), path, by('kari'))
    const proved = (await house.world.store.change(id))?.loginId
    const late = visitorOf(house)
    const again = await late.post(path)
    expect([again.status, again.location]).toEqual([410, null])
    expect((await house.world.store.change(id))?.loginId).toBe(proved)
    await lapse()
    expect((await late.post(path)).location).toBeNull()
  })

  it('is no step-up: its page has no click that carries anything out', async () => {
    const { path, id } = await named()
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('kari'))
    expect(page.text).not.toContain(`>${labels.carryOut}</button>`)
    const secret = [...visitor.cookies.values()][0]?.value ?? ''
    const loginId = page.path.split('/').at(-1) ?? ''
    // even a good proof for that browser approves nothing
    const proof = house.world.vault.sign('carry out', loginId, secret)
    expect((await visitor.post(page.path, { proof })).heading).toBe('Nå vet vi hvem du er')
    expect(await house.world.store.change(id)).toMatchObject({ state: 'proposed', decision: null })
    expect(await clearanceOf('kari')).toBeNull()
  })
})

describe('the yes to a clearance', () => {
  it.each<Person>(['kari', 'vakt', 'cecilie', 'ingrid', 'hakon', 'fremmed', 'gjest'])(
    'is not to be had from whoever may not give it: %s',
    async (person) => {
      const { path, id } = await named()
      await logIn(visitorOf(house), path, by('kari'))
      await forgedClick(house, house.as(person), 'clearance-give.confirm', { change: id })
      expect(await house.world.store.change(id)).toMatchObject({ state: 'proposed', decision: null })
      expect(await clearanceOf('kari')).toBeNull()
    },
  )

  it('before the login gives nothing', async () => {
    const { id } = await named()
    await forgedClick(house, house.as('astrid'), 'clearance-give.confirm', { change: id })
    expect(words(newest(house.as('astrid')))).toContain('ikke logget inn')
    expect(await clearanceOf('kari')).toBeNull()
  })

  it('and the login together are the way that works', async () => {
    const { path, id } = await named()
    await logIn(visitorOf(house), path, by('kari'))
    await press('astrid', 'clearance-give.confirm', id)
    await house.until(() => words(house.as('kari').messages()).includes('Du kan nå endre produksjonen'))
    const { path: change } = await proposeClient(house, house.as('kari'), 'Karis egen')
    const visitor = visitorOf(house)
    expect((await carryOut(visitor, await logIn(visitor, change, by('kari')))).heading).toBe(
      'Klienten er laget i produksjon',
    )
    expect(changesAtProd(house)).toHaveLength(1)
  })
})
