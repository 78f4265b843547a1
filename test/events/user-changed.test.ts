import { expect, it } from 'vitest'
import type { SlackPerson, SlackUser } from '../../src/domain/belonging/types.ts'
import { addContact } from '../../src/domain/contact/add-contact.ts'
import { AppError } from '../../src/errors.ts'
import { routes } from '../../src/events/user-changed.ts'
import { createLog } from '../../src/log.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { heroy, user } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'

const [route] = routes
if (route === undefined) throw new Error('no row')

/** Slack tells that somebody changed; gives what is done about it, and whom Slack was asked about. */
const world = async (says: (who: SlackUser) => SlackPerson['kind']) => {
  const all = await contactUseWorld('sqlite')
  const { deps, store } = all
  const content = contactContent({ email: 'hanne@heroy.kommune.example' })
  const asked = { organisationNumber: heroy.number, content, user: user('hanne'), once: 'add', verify: false }
  await addContact(deps, user('admin'), asked)
  const looked: string[] = []
  let logged = ''
  const log = createLog('warn', {
    write(line: string) {
      logged += line
    },
  })
  const person = async (who: SlackUser): Promise<SlackPerson> => {
    looked.push(who.userId)
    const kind = says(who)
    return { ...who, name: null, email: null, emailConfirmed: true, kind, locale: null, seenAt: deps.now() }
  }
  const changed = async (who: SlackUser) => {
    const ask = { viewer: { user: who }, once: `event ${who.userId}`, log } as unknown as Ask<unknown>
    const reply = await route.run(ask as never, { ...deps, slack: { person } } as unknown as Services)
    expect(reply.now).toEqual({ kind: 'empty' })
    await reply.later?.()
  }
  const gone = async () => (await store.contactsOf(heroy.number)).map((one) => one.accountGoneAt !== null)
  return { ...all, changed, looked, gone, logged: () => logged }
}

it('looks at once at a contact whose account changed, and flags one that is gone', async () => {
  const { changed, looked, gone, sent } = await world(() => 'deactivated')
  await changed(user('hanne'))
  expect(looked).toEqual(['UHANNE'])
  expect(await gone()).toEqual([true])
  expect(await sent()).toEqual(['admin-contacts-empty UADMIN'])
})

it('asks Slack nothing about who is no contact, and believes what it knew of them no longer', async () => {
  const { changed, looked, store } = await world(() => 'member')
  await changed(user('kjell'))
  expect(looked).toEqual([])
  expect((await store.person(user('kjell')))?.person.seenAt).toBe(0)
})

it('leaves it to the day’s round when Slack does not answer, and tells nobody', async () => {
  const { changed, gone, logged } = await world(() => {
    throw new AppError('slack-unavailable', 'no answer')
  })
  await changed(user('hanne'))
  expect(await gone()).toEqual([false])
  expect(logged()).toMatch(/could not be looked at/)
})
