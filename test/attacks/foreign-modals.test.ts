import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SimpleValues } from '../../sandbox/slack/values.ts'
import { asBot, unusedTrigger } from '../helpers/forge.ts'
import { assign, clear, giveHats, pidOf, userOf } from '../helpers/hats.ts'
import { type House, organisations, people, startHouse } from '../helpers/house.ts'
import { rsaKey } from '../helpers/keys.ts'
import { secretName, type Things, thingsOfKystverdi } from '../helpers/things-of-others.ts'
import { clearDesks, newest, stored, unnamed, words } from '../helpers/walk.ts'
import { changesAtProd, logIn, loginLinkIn, visitorOf } from '../helpers/walk-login.ts'

let house: House
let things: Things
const { kystverdi, direktoratet } = organisations
const nobodys = '310000051'
const key = rsaKey()

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  await assign(house, 'ingrid', direktoratet.organisation_number, { admin: true })
  await clear(house, 'ingrid', direktoratet.organisation_number, pidOf('kari'))
  things = await thingsOfKystverdi(house)
})

afterEach(() => clearDesks(house))

afterAll(async () => {
  await house.stop()
})

const plain = (text: string) => ({ type: 'plain_text', text })
const textInput = (id: string, field: string) => ({
  type: 'input',
  block_id: field,
  optional: true,
  label: plain('x'),
  element: { type: 'plain_text_input', multiline: true, action_id: `${id}.${field}` },
})
const peopleInput = (id: string, field: string) => ({
  type: 'input',
  block_id: field,
  label: plain('x'),
  element: { type: 'multi_users_select', action_id: `${id}.${field}` },
})

type Form = {
  id: string
  metadata(id: string): unknown
  input?: (id: string) => unknown
  values?: SimpleValues
  of: 'client' | 'organisation' | 'question' | 'contact'
}
const owners = [userOf('kari')]
const onClient = (id: string, environment: 'test' | 'prod', more: Partial<Form> = {}): Form => ({
  id,
  of: 'client',
  // the attacker's own organisation: another is refused before anything is looked for
  metadata: (client_id) => ({
    environment,
    client_id,
    organisation: direktoratet.organisation_number,
    before: owners,
  }),
  ...more,
})
const both = (id: string, more: Partial<Form> = {}) => [onClient(id, 'test', more), onClient(id, 'prod', more)]

/** The attacker's own: another is refused before anything is looked for. */
const ofDirektoratet = { organisation: direktoratet.organisation_number }

const forms: Form[] = [
  ...both('client-deactivate', { input: (id) => textInput(id, 'confirm_name'), values: { confirm_name: secretName } }),
  ...both('key-add', { input: (id) => textInput(id, 'public_key'), values: { public_key: key.publicJwk } }),
  ...both('client-secret'),
  ...both('client-owners', { input: (id) => peopleInput(id, 'owners'), values: { owners: [people.ingrid.id] } }),
  ...both('client-owners-last'),
  {
    id: 'organisation-edit',
    of: 'organisation',
    metadata: (number) => ({ number, before: null, shown: null, note: null }),
    input: (id) => textInput(id, 'name'),
    values: { name: 'Overtatt' },
  },
  {
    id: 'organisation-channel',
    of: 'organisation',
    metadata: (number) => ({ number, before: null }),
    input: (id) => ({
      ...textInput(id, 'channel'),
      element: { type: 'conversations_select', action_id: `${id}.channel` },
    }),
    values: { channel: 'C0DRIFT' },
  },
  {
    id: 'person-assign',
    of: 'organisation',
    metadata: (number) => ({ number, shown: null }),
    input: (id) => textInput(id, 'until'),
  },
  {
    id: 'admin-people',
    of: 'organisation',
    metadata: (number) => ({ number, text: null, page: 0 }),
    input: (id) => textInput(id, 'search'),
  },
  {
    id: 'contact-edit',
    of: 'contact',
    metadata: (id) => ({ ...ofDirektoratet, contact: { id, version: 1 }, needed: false, sure: null, unheard: true }),
    input: (id) => textInput(id, 'name'),
    values: { name: 'Overtatt' },
  },
  {
    id: 'contact-remove',
    of: 'contact',
    metadata: (id) => ({ ...ofDirektoratet, contact: id, version: 1, last: true }),
  },
  {
    id: 'service-desk-reply',
    of: 'question',
    metadata: (question) => ({ question, by: 'asker' }),
    input: (id) => textInput(id, 'text'),
    values: { text: 'Jeg er Kari' },
  },
]

/** Sends a form whose metadata names something by an id; what then is in front, or in the newest message. */
const sent = async (form: Form, id: string): Promise<string> => {
  const ingrid = house.as('ingrid')
  await asBot(house, 'views.open', {
    trigger_id: await unusedTrigger(house, ingrid),
    view: {
      type: 'modal',
      callback_id: form.id,
      private_metadata: JSON.stringify(form.metadata(id)),
      title: plain('x'),
      submit: plain('x'),
      blocks: [form.input?.(form.id) ?? { type: 'section', text: plain('x') }],
    },
  })
  const outcome = await ingrid.submit(form.values ?? {})
  const answer = () =>
    words(ingrid.modal() ? [ingrid.modal()?.callback_id, ingrid.modal()?.blocks] : newest(ingrid)?.blocks)
  await house.until(() => outcome.errors !== undefined || !/Et øyeblikk/.test(answer()))
  return unnamed(`${words(outcome.errors)} ${answer()}`)
    .replaceAll(id, '…')
    .replaceAll(/<!date[^>]*>|"initial_[a-z]+":"[^"]*"/g, '')
    .replaceAll(/\/login\/[\w.-]+|change\\":\\"[\w-]+/g, '…')
}

const realOf = ({ of, metadata }: Form): string => {
  if (of === 'organisation') return kystverdi.organisation_number
  if (of === 'question') return things.question
  if (of === 'contact') return things.contact
  return things.clients[words(metadata('x')).includes('prod') ? 'prod' : 'test']
}

/** An id of the same kind that nothing has. */
const nothingOf = ({ of }: Form): string =>
  of === 'organisation' ? nobodys : of === 'contact' ? 'CON-987654' : randomUUID()

describe('a form whose metadata was moved to another organisation’s', () => {
  it.each(forms.map((form) => [form.id, words(form.metadata('ID')), form] as const))(
    'answers as for what does not exist: %s %s',
    async (_, __, form) => {
      const safe = () => {
        const { memberships, clearances, organisations, registration_owners, cards, contacts } = stored(house)
        return [memberships, clearances, organisations, registration_owners, cards, contacts]
      }
      const before = safe()
      const real = await sent(form, realOf(form))
      await clearDesks(house)
      const unknown = await sent(form, nothingOf(form))
      expect(real).toBe(unknown)
      expect(real).not.toMatch(new RegExp(`${secretName}|${kystverdi.name}`))
      expect(safe()).toEqual(before)
    },
  )

  it('leaves every client at Digdir as it was', () => {
    for (const environment of ['test', 'prod'] as const) {
      const { registry } = house.digdir[environment]
      const found = registry.client(things.clients[environment])
      expect(found?.client).toMatchObject({ active: true, client_name: secretName })
      expect(found?.keys?.keys ?? []).toEqual([])
    }
    expect(changesAtProd(house)).toEqual([])
  })

  it('that got as far as a login carries nothing out after it either', async () => {
    const form = onClient('key-add', 'prod', {
      input: (id) => textInput(id, 'public_key'),
      values: { public_key: key.publicJwk },
    })
    await sent(form, things.clients.prod)
    const path = loginLinkIn(house.as('ingrid').modal())
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, { pid: pidOf('kari'), level: 'idporten-loa-high' })
    const answer = await visitor.post(page.path, { proof: page.proof('Utfør') })
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(page.text + answer.text).not.toContain(secretName)
    expect(changesAtProd(house)).toEqual([])
  })
})

describe('a command with another organisation’s client id', () => {
  it.each([
    'show',
    'keys',
    'secret',
    'deactivate',
    'list test',
    'list prod',
    'vis',
    'nøkler',
    'hemmelighet',
    'deaktiver',
  ])('/client %s ID answers as for an id that nobody has', async (sub) => {
    const ingrid = house.as('ingrid')
    for (const real of Object.values(things.clients)) {
      const answers: string[] = []
      for (const id of [real, randomUUID()]) {
        const before = words([newest(ingrid), ingrid.modal()])
        await ingrid.command(`/client ${sub} ${id}`)
        const now = () => words([newest(ingrid), ingrid.modal()])
        await house.until(() => now() !== before && !/Et øyeblikk/.test(now()))
        const shown = words([newest(ingrid)?.blocks, ingrid.modal()?.blocks]).replaceAll(id, '…')
        answers.push(unnamed(shown).replaceAll(/<!date[^>]*>/g, ''))
        await clearDesks(house)
      }
      expect(answers[0]).toBe(answers[1])
      expect(answers[0]).not.toContain(secretName)
    }
  })
})
