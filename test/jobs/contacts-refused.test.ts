import { expect, it } from 'vitest'
import { addContact } from '../../src/domain/contact/add-contact.ts'
import { markRefused } from '../../src/jobs/contacts-refused.ts'
import { heroy, user } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { eachEngine } from '../helpers/databases.ts'

const day = 24 * 60 * 60_000

eachEngine((engine) => {
  /** A contact, and a mail to them that ended so. */
  const worldWith = async (failure: 'refused-recipient' | 'connection') => {
    const world = await contactUseWorld(engine)
    const { store, deps } = world
    const asked = { organisationNumber: heroy.number, content: contactContent(), user: null, verify: false, once: 'a' }
    const { contact } = await addContact(deps, user('hanne'), asked)
    const claim = { worker: 'w', token: 't', channel: 'mail', size: 10, perOrganisation: 10, leaseMs: 60_000 } as const
    const mail = { kind: 'contact-still-right', lane: 'reminder', channel: 'mail', language: 'nb', data: {} } as const
    await store.write(
      { deliveries: [{ ...mail, address: 'Kari@heroy.kommune.example', organisationNumber: heroy.number }] },
      async () => null,
    )
    await store.write({}, async (tx) => {
      const [row] = await tx.claimDeliveries(claim)
      if (row === undefined) throw new Error('nothing to claim')
      await tx.beginSending([row])
      await tx.endSending([{ id: row.id, token: row.token, end: { state: 'failed', failure, failureCode: 550 } }])
      return null
    })
    return { ...world, contact }
  }

  it('marks a contact whose refusal was not marked when it happened, and no other', async () => {
    const { deps, store, contact } = await worldWith('refused-recipient')
    expect(await markRefused(deps)).toBe(1)
    expect((await store.contactById(contact.id))?.bounce).toMatchObject({ reason: 'refused', code: 550 })
    expect(await markRefused(deps)).toBe(0)
  })

  it('leaves alone what failed for another reason', async () => {
    const { deps } = await worldWith('connection')
    expect(await markRefused(deps)).toBe(0)
  })

  it('leaves alone who confirmed the address since, and what is long ago', async () => {
    const { deps, store, contact, pass } = await worldWith('refused-recipient')
    pass(1_000)
    await store.write({}, async (tx) => {
      await tx.markContact(contact.id, null, { verifiedAt: deps.now() })
      return null
    })
    expect(await markRefused(deps)).toBe(0)
    const other = await worldWith('refused-recipient')
    other.pass(4 * day)
    expect(await markRefused(other.deps)).toBe(0)
  })
})
