import { describe, expect, test } from 'vitest'
import { type ChannelFacts, channelFault, setChannel } from '../../../src/domain/belonging/set-channel.ts'
import { belongingWorld, kinn, user } from '../../helpers/belonging-world.ts'
import { eachEngine } from '../../helpers/databases.ts'
import { cameTo, oneOfTwenty } from '../../store/samples.ts'

describe('a channel for an organisation’s cards', () => {
  const good: ChannelFacts = { channel: true, archived: false, outsiders: false, member: true }

  test.each<[string, ChannelFacts | null, ReturnType<typeof channelFault>]>([
    ['of the workspace alone, with the bot in it', good, null],
    ['that is not there, or private without the bot', null, 'unknown'],
    ['that is no channel', { ...good, channel: false }, 'no-channel'],
    ['with outsiders, or some who are invited', { ...good, outsiders: true }, 'outsiders'],
    ['that is archived', { ...good, archived: true }, 'archived'],
    ['without the bot', { ...good, member: false }, 'not-in-it'],
    // an invitation would bring the bot to outsiders
    ['with outsiders and without the bot', { ...good, outsiders: true, member: false }, 'outsiders'],
  ])('%s', (_what, facts, fault) => {
    expect(channelFault(facts)).toBe(fault)
  })
})

eachEngine((engine) => {
  test('of 20 who saw the same, one sets the channel, and the domains stay', async () => {
    const { deps, store } = await belongingWorld(engine)
    const organisation = (await store.organisationDetails(kinn.number)) ?? expect.fail('none')
    const sets = Array.from({ length: 20 }, (_, i) =>
      setChannel(deps, user('kinnAdmin'), { organisation, channel: `C${i}` }, `once ${i}`),
    )
    expect(await cameTo(sets)).toEqual(oneOfTwenty)
    const after = await store.organisationDetails(kinn.number)
    expect(after).toEqual({ ...organisation, channel: expect.stringMatching(/^C\d+$/) })
    const lines = await store.auditLines({ organisationNumber: kinn.number, size: 50 })
    expect(lines.filter(({ action }) => action === 'organisation.save')).toMatchObject([
      { actor: user('kinnAdmin'), values: { before: { channel: null }, after: { channel: after?.channel } } },
    ])
  })
})
