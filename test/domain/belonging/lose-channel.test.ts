import { expect, test } from 'vitest'
import { loseChannel, lostBy } from '../../../src/domain/belonging/lose-channel.ts'
import type { DeliveryEnd } from '../../../src/domain/delivery/message.ts'
import { heroy } from '../../helpers/belonging-world.ts'
import { contactUseWorld } from '../../helpers/contact-world.ts'
import { eachEngine } from '../../helpers/databases.ts'

const failed = (failure: string): DeliveryEnd => ({ state: 'failed', failure, failureCode: null })

test.each<['mail' | 'slack', DeliveryEnd, string | null]>([
  ['slack', failed('no-recipient'), 'unknown'],
  ['slack', { state: 'suppressed', failure: 'channel-archived' }, 'archived'],
  ['slack', { state: 'suppressed', failure: 'channel-outsiders' }, 'outsiders'],
  ['slack', { state: 'suppressed', failure: 'channel-not-in-it' }, 'not-in-it'],
  ['slack', { state: 'suppressed', failure: 'mended-since' }, null],
  ['slack', { state: 'suppressed', failure: 'channel-something' }, null],
  ['slack', { state: 'queued', dueAt: 1, failure: 'no-recipient', failureCode: null }, null],
  ['slack', failed('refused-message'), null],
  ['slack', { state: 'sent' }, null],
  ['mail', failed('no-recipient'), null],
])('of a %s that ended so, %j, it is said of the channel: %s', (channel, end, fault) => {
  expect(lostBy({ channel }, end)).toBe(fault)
})

eachEngine((engine) => {
  const lost = { organisationNumber: heroy.number, channel: 'CHEROY', why: 'archived' } as const

  test('a lost channel is taken off once, with a line in the audit, and the admins hear why', async () => {
    const { deps, store, sent, giveChannel } = await contactUseWorld(engine)
    await giveChannel('CHEROY')
    const both = await Promise.all([loseChannel(deps, lost), loseChannel(deps, lost)])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect((await store.organisationDetails(heroy.number))?.channel).toBeNull()
    expect(await sent()).toEqual(['admin-channel-lost UADMIN'])
    const [row] = await store.deliveriesOf(heroy.number, 1)
    expect(row?.data).toEqual({ organisationNumber: heroy.number, as: 'admin', why: 'archived' })
    const lines = await store.auditLines({ organisationNumber: heroy.number, size: 5 })
    expect(lines).toMatchObject([
      {
        action: 'organisation.save',
        actor: { program: 'slack' },
        values: { before: { channel: 'CHEROY' }, after: { channel: null } },
      },
    ])
  })

  test('the service desk hears it where there is no admin', async () => {
    const { deps, sent, giveChannel, forgetAdmins } = await contactUseWorld(engine)
    await giveChannel('CHEROY')
    await forgetAdmins()
    await loseChannel(deps, lost)
    expect(await sent()).toEqual(['admin-channel-lost COPERATIONS'])
  })

  test.each([['CANOTHER'], [null]])('nothing is done where the channel is another by now: %s', async (channel) => {
    const { deps, store, sent, giveChannel } = await contactUseWorld(engine)
    await giveChannel(channel)
    expect(await loseChannel(deps, lost)).toBe(false)
    expect((await store.organisationDetails(heroy.number))?.channel).toBe(channel)
    expect(await sent()).toEqual([])
  })
})
