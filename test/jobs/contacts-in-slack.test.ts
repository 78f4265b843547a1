import { expect, it } from 'vitest'
import { addContact } from '../../src/domain/contact/add-contact.ts'
import { AppError } from '../../src/errors.ts'
import { lookForUsers } from '../../src/jobs/contacts-in-slack.ts'
import { heroy, user } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { eachEngine } from '../helpers/databases.ts'

eachEngine((engine) => {
  const world = async (...emails: string[]) => {
    const { deps, store } = await contactUseWorld(engine)
    for (const email of emails) {
      const asked = { organisationNumber: heroy.number, content: contactContent({ email }), user: null, verify: false }
      await addContact(deps, { program: 'contacts import' }, { ...asked, once: email })
    }
    const users = async () => (await store.contactsOf(heroy.number)).map((one) => one.user)
    return { deps, store, users }
  }

  it('finds whose address it is, and asks no more of those it found', async () => {
    const { deps, users } = await world('kari@heroy.kommune.example')
    const asked: string[] = []
    const userByEmail = async (email: string) => {
      asked.push(email)
      return user('hanne')
    }
    expect(await lookForUsers({ ...deps, userByEmail }, null)).toEqual({ after: null, found: 1 })
    expect(await users()).toEqual([user('hanne')])
    expect(await lookForUsers({ ...deps, userByEmail }, null)).toEqual({ after: null, found: 0 })
    expect(asked).toEqual(['kari@heroy.kommune.example'])
  })

  it('asks forty times a round at most, and goes on after the last one', async () => {
    const { deps } = await world(...Array.from({ length: 45 }, (_, at) => `kari-${at}@heroy.kommune.example`))
    let asked = 0
    const userByEmail = async () => {
      asked += 1
      return null
    }
    const first = await lookForUsers({ ...deps, userByEmail }, null)
    expect(first.after).not.toBeNull()
    expect(asked).toBe(40)
    expect(await lookForUsers({ ...deps, userByEmail }, first.after)).toEqual({ after: null, found: 0 })
    expect(asked).toBe(45)
  })

  it('passes over an address that Slack refuses, and ends where Slack does not answer', async () => {
    const { deps } = await world('kari@heroy.kommune.example', 'ola@heroy.kommune.example')
    const answering = (...codes: ('slack-refused' | 'slack-unavailable')[]) => {
      const left = [...codes]
      return async () => {
        throw new AppError(left.shift() ?? 'internal', 'no')
      }
    }
    const look = (userByEmail: () => Promise<never>, after: string | null) =>
      lookForUsers({ ...deps, userByEmail }, after)
    const { after } = await look(answering('slack-refused', 'slack-unavailable'), null)
    expect(after).toBe('CON-1')
    expect(await look(answering('slack-refused'), after)).toEqual({ after: null, found: 0 })
    await expect(look(answering(), null)).rejects.toMatchObject({ code: 'internal' })
  })
})
