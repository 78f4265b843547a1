import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { toldDoors } from '../../views/contact/told-doors.ts'
import { forgedAnswer } from '../helpers/forged-answer.ts'
import { assign, clear, giveHats, pidOf, userOf } from '../helpers/hats.ts'
import { type House, organisations, type Person, people, startHouse } from '../helpers/house.ts'
import { secretName, type Things, thingsOfKystverdi } from '../helpers/things-of-others.ts'
import { clearDesks, stored } from '../helpers/walk.ts'

let house: House
let things: Things
/** a mail to Kystverdi’s people that nobody took */
const delivery = randomUUID()
const { kystverdi, direktoratet } = organisations
/** a number with a right check digit that nobody has */
const nobodys = '310000051'

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  // as much as anybody can be elsewhere
  await assign(house, 'ingrid', direktoratet.organisation_number, { admin: true })
  await clear(house, 'ingrid', direktoratet.organisation_number, pidOf('kari'))
  things = await thingsOfKystverdi(house)
  await failToDeliver()
})

afterEach(() => clearDesks(house))

afterAll(async () => {
  await house.stop()
})

/** In one write, so that the bot itself never gets to send it. */
const failToDeliver = () =>
  house.world.store.write({}, async (tx) => {
    const token = randomUUID()
    await tx.addDeliveries([
      {
        id: delivery,
        kind: 'contact-still-right',
        lane: 'transactional',
        channel: 'mail',
        address: 'hemmelig@kystverdi.example',
        language: 'nb',
        data: { contactId: things.contact },
        organisationNumber: kystverdi.organisation_number,
      },
    ])
    const claim = { worker: 'test', token, channel: 'mail', size: 50, perOrganisation: 50, leaseMs: 60_000 } as const
    await tx.claimDeliveries(claim)
    await tx.endSending([
      { id: delivery, token, end: { state: 'failed', failure: 'refused-recipient', failureCode: 550 } },
    ])
    return null
  })

/** All that could have been changed: not who asked, or how often. */
const belongings = () => {
  const {
    changes = [],
    memberships,
    clearances,
    organisations,
    operators,
    registration_owners,
    cards,
    contacts,
    orders,
  } = stored(house)
  // what somebody asked for their own organisation is theirs
  const theirs = changes.filter((row) => row.organisation_number !== direktoratet.organisation_number)
  return [theirs, memberships, clearances, organisations, operators, registration_owners, cards, contacts, orders]
}

/** A button's value for what is there, and for what is not, by the shape that the button carries. */
const shapes = {
  client: (id: string, { environment = 'test' } = {}) => ({ environment, client_id: id }),
  key: (id: string, { environment = 'test' } = {}) => ({
    environment,
    client_id: id,
    // the attacker's own: another is refused before anything is looked for
    organisation: direktoratet.organisation_number,
    kid: 'nokkel-1',
  }),
  contact: (id: string) => ({ contact: id }),
  seen: (id: string) => ({ contact: id, seen: '0'.repeat(32) }),
  allSeen: (id: string) => ({ organisation: id, seen: '0'.repeat(32) }),
  invoice: (id: string) => ({ organisation: id, client: null, version: 1 }),
  invoiceOf: (id: string, { environment = 'test' } = {}) => ({
    organisation: direktoratet.organisation_number,
    client: { environment, clientId: id },
    version: null,
  }),
  invoiceFor: (id: string, { environment = 'test' } = {}) => ({
    organisation: direktoratet.organisation_number,
    environment,
    clientId: id,
  }),
  order: (id: string) => ({ order: id }),
  orderSeen: (id: string) => ({ order: id, version: 1 }),
  orderIn: (id: string) => ({ order: id, version: 1, environment: 'test' }),
  orderMail: (id: string) => ({ order: id, mail: 'm' }),
  orderClient: (id: string) => ({ order: id, client: 'c' }),
  consent: (id: string) => ({ consent: id }),
  delivery: (id: string) => ({ page: 0, id }),
  undelivered: (seenAt: string) => ({ page: 0, seenAt: Number(seenAt) }),
  addFor: (id: string, { environment = 'test' } = {}) => ({ for: { environment, client_id: id } }),
  change: (id: string) => ({ change: id }),
  question: (id: string) => ({ question: id }),
  ended: (id: string) => ({ question: id, text: 'x', user: userOf('kari'), organisationNumber: null }),
  organisation: (id: string) => ({ number: id }),
  credential: (id: string) => ({
    organisationNumber: id,
    environment: 'test',
    clientId: 'c',
    kid: 'k',
    testedAt: 1,
  }),
  page: (id: string) => ({ number: id, page: 0 }),
  people: (id: string) => ({ number: id, text: null, page: 0 }),
  person: (id: string) => ({ number: id, user: userOf('kari') }),
  standing: (id: string) => ({ number: id, user: userOf('kari'), before: null }),
}
type Shape = keyof typeof shapes

const clientButtons: [string, Shape][] = [
  ...['client-card.contacts', 'client-card.deactivate', 'client-card.keys', 'client-card.owners', 'client-card.secret'],
  ...['client-browser.show', 'client-created.add-key', 'client-created.show', 'client-half-made.show'],
  ...['client-keys.add', 'client-keys.show', 'client-list.show', 'client-secret-lost.again'],
  ...['client-secret-shown.show', 'client-unknown.keys', 'client-unknown.show'],
].map((action): [string, Shape] => [action, 'client'])
clientButtons.push(['client-keys.remove', 'key'])
clientButtons.push(['contact-of-client.add', 'addFor'])
clientButtons.push(
  ['invoices.edit', 'invoiceOf'],
  ['invoices.remove', 'invoiceOf'],
  ['invoices.for-client', 'invoiceFor'],
)

const contactButtons = [
  ...['contact-browser.show', 'contact-list.show', 'contact-saved.show', 'contact-of-client.show'],
  ...['contact-card.edit', 'contact-card.verify', 'contact-card.remove'],
]
/** Of what was shown of one. */
const seenButtons = ['contact-card.confirm', 'contact-card.mirrored', 'contact-saved.mirrored', 'contact-confirm.one']

const orderButtons: [string, Shape][] = [
  ...['order-browser.show', 'order-list.show', 'order-home.show', 'order-told.show', 'order-history.back'].map(
    (action): [string, Shape] => [action, 'order'],
  ),
  ...['order-customer-message.back', 'order-mail.back', 'order-next.back'].map((action): [string, Shape] => [
    action,
    'order',
  ]),
  ...['preview', 'edit', 'cancel', 'customer-message', 'customer-said', 'send-again', 'confirm', 'deliver', 'correct']
    .concat(['ask-more', 'answer', 'refuse', 'delegated', 'delegation-failed', 'revoke', 'production', 'history'])
    .concat(['transfer', 'withdraw'])
    .map((name): [string, Shape] => [`order-card.${name}`, 'orderSeen']),
  ...['edit', 'said', 'cancel', 'ask'].map((name): [string, Shape] => [`test-access-preview.${name}`, 'orderSeen']),
  ...['code', 'wait'].map((name): [string, Shape] => [`order-customer-message.${name}`, 'orderSeen']),
  ...['order-card.next-steps', 'order-card.outcome', 'order-next.other', 'order-next.make', 'order-next.message'].map(
    (action): [string, Shape] => [action, 'orderIn'],
  ),
  ['order-next.outcome', 'orderIn'],
  ['order-next.client', 'orderClient'],
  ['order-history.mail', 'orderMail'],
  ['order-consents.withdraw', 'consent'],
]

type Asked = keyof Things['changes']
/** With what it is for, and with another that it is not for. */
const changeButtons: [string, Asked[]][] = [
  ['client-half-made.resume', ['halfMade', 'owners']],
  ['client-unknown.look-again', ['halfMade', 'stepUp']],
  ['home.resume', ['halfMade', 'clearance']],
  ['home.look', ['stepUp', 'standing']],
  ['client-not-made.again', ['halfMade', 'stepUp']],
  ['client-step-up.cancel', ['stepUp', 'clearance']],
  ['client-owners-told.undo', ['owners', 'stepUp']],
  ['admin.undo', ['standing', 'owners']],
  ['admin-person.undo', ['standing', 'request']],
  ['membership-request.approve', ['request', 'clearance']],
  ['membership-request.decline', ['request', 'stepUp']],
  ['membership-waiting.withdraw', ['request', 'clearance']],
  ['clearance-request.give', ['clearance', 'given']],
  ['clearance-request.decline', ['clearance', 'request']],
  ['clearance-asked.withdraw', ['clearance', 'stepUp']],
  ['clearance-give.confirm', ['given', 'clearance']],
  ['clearance-give.decline', ['given', 'standing']],
]

const organisationButtons: [string, Shape][] = [
  ['admin-organisation.people', 'people'],
  ['admin-organisation.clearances', 'organisation'],
  ['admin-organisation.channel', 'organisation'],
  ['admin-organisation.edit', 'organisation'],
  ['admin-organisations.show', 'organisation'],
  ['admin-people.assign', 'organisation'],
  ['admin-people.back', 'organisation'],
  ['admin-people.channel', 'organisation'],
  ['admin-people.clearances', 'organisation'],
  ['admin-people.next', 'people'],
  ['admin-people.own-client', 'organisation'],
  ['admin-own-client.open', 'organisation'],
  ['admin-own-client.give', 'organisation'],
  ['admin-own-client.take', 'credential'],
  ['admin-own-client.people', 'people'],
  ['admin-people.show', 'person'],
  ['admin-person.assign', 'person'],
  ['admin-person.forget', 'standing'],
  ['admin-person.name', 'standing'],
  ['admin-person.people', 'people'],
  ['admin-person.remove', 'standing'],
  ['admin-person.unname', 'standing'],
  ['admin-clearances.give', 'person'],
  ['admin-clearances.remove', 'person'],
  ['admin-clearances.people', 'people'],
  ['admin-clearances.next', 'page'],
  ['person-assign.back', 'people'],
  ['organisation-channel.back', 'organisation'],
  ['organisation-edit.back', 'organisation'],
  ['contact-browser.confirm-all', 'allSeen'],
  ['contact-confirm.all', 'allSeen'],
  ['contact-portal.mirrored', 'allSeen'],
  ['invoices.edit', 'invoice'],
  ['invoices.remove', 'invoice'],
]

/** The same click with the id of what is there and of what is not. */
const clickTwice = async (person: Person, action: string, ids: string[], value: (id: string) => unknown) => {
  const before = belongings()
  const answers: string[] = []
  for (const id of ids) {
    const answer = await forgedAnswer(house, house.as(person), action, value(id))
    answers.push(answer.replaceAll(id, '…'))
    await clearDesks(house)
  }
  expect(answers[0]).toBe(answers[1])
  expect(answers[0]).not.toMatch(new RegExp(`${secretName}|${kystverdi.name}`))
  expect(belongings()).toEqual(before)
}

describe('an admin of another organisation gets the answer for what does not exist', () => {
  it.each(clientButtons)('for a client, by %s', async (action, shape) => {
    for (const environment of ['test', 'prod'] as const) {
      const ids = [things.clients[environment], randomUUID()]
      await clickTwice('ingrid', action, ids, (id) => shapes[shape](id, { environment }))
    }
  })

  it.each(contactButtons)('for a contact, by %s', async (action) => {
    await clickTwice('ingrid', action, [things.contact, 'CON-987654'], shapes.contact)
  })

  it.each(seenButtons)('for a contact that was shown, by %s', async (action) => {
    await clickTwice('ingrid', action, [things.contact, 'CON-987654'], shapes.seen)
  })

  it.each(orderButtons)('for an order, by %s', async (action, shape) => {
    await clickTwice('ingrid', action, [things.order, 'ORD-987654'], shapes[shape])
  })

  it('for a notice about a contact of theirs, by its buttons', async () => {
    const { contact: action, ...rest } = toldDoors.actions
    const about = (contact: string) => ({ organisation: kystverdi.organisation_number, contact })
    await clickTwice('ingrid', action, [things.contact, 'CON-987654'], about)
    for (const one of Object.values(rest))
      await clickTwice('ingrid', one, [kystverdi.organisation_number, nobodys], (organisation) => ({ organisation }))
  })

  it('for what was not delivered, by undelivered.again and undelivered.all', async () => {
    await clickTwice('ingrid', 'undelivered.again', [delivery, randomUUID()], shapes.delivery)
    await clickTwice('ingrid', 'undelivered.all', [String(house.world.now()), '1'], shapes.undelivered)
    expect(await house.world.store.undelivered({ page: 0, size: 1 })).toMatchObject({
      total: 1,
      rows: [{ id: delivery }],
    })
  })

  it.each(changeButtons)('for a change, by %s', async (action, asked) => {
    for (const one of asked) await clickTwice('ingrid', action, [things.changes[one].id, randomUUID()], shapes.change)
  })

  it.each(organisationButtons)('for an organisation, by %s', async (action, shape) => {
    await clickTwice('ingrid', action, [kystverdi.organisation_number, nobodys], shapes[shape])
  })

  it.each<[string, Shape]>([
    ['service-desk-copy.reply', 'question'],
    ['service-desk-card.reply', 'question'],
    ['service-desk-card.done', 'ended'],
  ])('for a question, by %s', async (action, shape) => {
    await clickTwice('ingrid', action, [things.question, randomUUID()], shapes[shape])
  })

  it('when they switch to it', async () => {
    await clickTwice('ingrid', 'organisation-switch.choose', [kystverdi.organisation_number, nobodys], (id) => id)
  })
})

describe('a colleague gets no further with what is another person’s', () => {
  const own = /resume|look|again|cancel|undo|withdraw/
  it.each(changeButtons.filter(([action]) => own.test(action)))('by %s, operator or not', async (action, asked) => {
    for (const person of ['bente', 'vakt'] as const)
      for (const one of asked) await clickTwice(person, action, [things.changes[one].id, randomUUID()], shapes.change)
  })

  const deciding = /approve|decline|give$|confirm/
  it.each(changeButtons.filter(([action]) => deciding.test(action)))(
    'nor decides what is not theirs to decide, by %s',
    async (action, asked) => {
      for (const one of asked) await clickTwice('bente', action, [things.changes[one].id, randomUUID()], shapes.change)
    },
  )
})

/** Buttons that carry nothing of anybody's: they begin something for whoever clicks, or turn what is their own. */
const personal =
  /^(altinn|audit|language|portvakt-help|stranger-card|unconfirmed-card|whoami|home\.(client|help|whoami)|client-help|client-new-details)|\.(new|next|previous|inactive|environment|search|list|open|show-all|ask|pick|another|whoami|operators|name|remove)$|^admin-operators|^contact-(home|help)|^contact-(browser\.(add|paste|portal|invoice)|list\.add|saved\.portal)|^all-reach|^client-deactivated|^admin-(people|organisations)\.search|^test-access-new|^order-(browser|list|home|help|consents|consented)\.(whose|state|turn|code|consents|export)$/

it('every button of the table that names something stands above', () => {
  const asked = new Set([...clientButtons, ...organisationButtons].map(([action]) => action))
  const more = [
    ...changeButtons.map(([one]) => one),
    ...contactButtons,
    ...seenButtons,
    ...orderButtons.map(([one]) => one),
    ...Object.values(toldDoors.actions),
    'undelivered.again',
    'undelivered.all',
  ]
  for (const action of more) asked.add(action)
  const left = routes
    .filter(({ kind }) => kind === 'action')
    .map(({ id }) => id)
    .filter((id) => !asked.has(id) && !personal.test(id) && !/^service-desk|^organisation-switch/.test(id))
  expect(left).toEqual([])
  expect([...asked].filter((id) => !routes.some((route) => route.id === id))).toEqual([])
  expect(people.ingrid.organisation).toBe(direktoratet.organisation_number)
})
