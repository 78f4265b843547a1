import type { KnownBlock, View } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { people } from '../../../sandbox/world.ts'
import { actions, button, modal, refusal, stage, textField } from './stage.ts'

/** A trigger of Kari's, as a command gives it. */
const withTrigger = async (options = {}) => {
  const all = await stage(options)
  const trigger = async () => {
    await all.kari.command('/client')
    return all.bot.heard.at(-1)?.body.trigger_id as string
  }
  return { ...all, trigger }
}

describe('triggers', () => {
  test('a trigger opens one modal for its person, once', async () => {
    const { client, kari, trigger } = await withTrigger()
    const trigger_id = await trigger()
    const { view } = await client.views.open({ trigger_id, view: modal() })
    expect(view).toMatchObject({ callback_id: 'test-view', previous_view_id: null, root_view_id: view?.id })
    expect(kari.desk().modals).toMatchObject([{ id: view?.id, title: 'A title', submit: 'Send', busy: false }])
    expect(await refusal(client.views.open({ trigger_id, view: modal() }))).toMatchObject({
      error: 'exchanged_trigger_id',
    })
  })

  test('it lives for three seconds', async () => {
    const { client, clock, trigger } = await withTrigger()
    const inTime = await trigger()
    clock.forward(3000)
    expect(await refusal(client.views.open({ trigger_id: inTime, view: modal() }))).toMatchObject({ error: undefined })
    const late = await trigger()
    clock.forward(3001)
    expect(await refusal(client.views.open({ trigger_id: late, view: modal() }))).toMatchObject({
      error: 'expired_trigger_id',
    })
  })

  test('an invented one is refused', async () => {
    const { client } = await stage()
    expect(await refusal(client.views.open({ trigger_id: '1.2.abc', view: modal() }))).toMatchObject({
      error: 'invalid_trigger_id',
    })
  })

  test('a wrong view does not use it up', async () => {
    const { client, trigger } = await withTrigger()
    const trigger_id = await trigger()
    const answer = await refusal(client.views.open({ trigger_id, view: modal('x'.repeat(25)) }))
    expect(answer).toMatchObject({ error: 'invalid_arguments' })
    expect(JSON.stringify(answer)).toContain('[json-pointer:/view/title')
    expect(await refusal(client.views.open({ trigger_id, view: modal() }))).toMatchObject({ error: undefined })
  })

  test.each([
    ['nothing in it', {}],
    ['text that is no JSON', { view: '{' }],
  ])('a view with %s is invalid_arguments', async (_name, args) => {
    const { client, trigger } = await withTrigger()
    const answer = refusal(client.apiCall('views.open', { trigger_id: await trigger(), ...args }))
    expect(await answer).toMatchObject({ error: 'invalid_arguments' })
  })
})

describe('the stack', () => {
  const pushable = modal('First', { blocks: [textField('name'), actions(button('test-view.more'))] as KnownBlock[] })

  test('three views fit on it', async () => {
    const { client, bot, kari, trigger } = await withTrigger()
    await client.views.open({ trigger_id: await trigger(), view: pushable })
    const push = async (title: string) => {
      await kari.click({ action_id: 'test-view.more' })
      const view = { ...pushable, title: { type: 'plain_text', text: title } } as View
      return client.views.push({ trigger_id: bot.heard.at(-1)?.body.trigger_id, view })
    }
    const second = await push('Second')
    expect(second.view).toMatchObject({ previous_view_id: kari.desk().modals[0]?.id })
    await push('Third')
    expect(await refusal(push('Fourth'))).toMatchObject({ error: 'push_limit_reached' })
    expect(kari.desk().modals.map((one) => one.title)).toEqual(['First', 'Second', 'Third'])
    await kari.close()
    expect(kari.modal()?.title).toBe('Second')
  })

  test("a command's trigger has no modal to push on", async () => {
    const { client, trigger } = await withTrigger()
    expect(await refusal(client.views.push({ trigger_id: await trigger(), view: pushable }))).toMatchObject({
      error: 'not_found',
    })
  })
})

describe('updates', () => {
  const opened = async () => {
    const all = await withTrigger()
    const { view } = await all.client.views.open({
      trigger_id: await all.trigger(),
      view: modal('Old', { external_id: 'one', blocks: [textField('name'), textField('note')] }),
    })
    return { ...all, view: view as { id: string; hash: string } }
  }

  test('every update gives a new hash, and an old one is a conflict', async () => {
    const { client, kari, view } = await opened()
    const next = await client.views.update({ view_id: view.id, hash: view.hash, view: modal('New') })
    expect(next.view?.hash).not.toBe(view.hash)
    expect(kari.modal()).toMatchObject({ id: view.id, title: 'New', hash: next.view?.hash })
    const late = client.views.update({ view_id: view.id, hash: view.hash, view: modal('Late') })
    expect(await refusal(late)).toMatchObject({ error: 'hash_conflict' })
    expect(kari.modal()?.title).toBe('New')
  })

  test('an external id stands for the view and is unique while it is open', async () => {
    const { client, kari, trigger } = await opened()
    await client.views.update({ external_id: 'one', view: modal('Found', { external_id: 'one' }) })
    expect(kari.modal()?.title).toBe('Found')
    await client.views.publish({ user_id: people.oliver.id, view: { type: 'home', blocks: [], external_id: 'two' } })
    const twin = client.views.open({ trigger_id: await trigger(), view: modal('Twin', { external_id: 'two' }) })
    expect(await refusal(twin)).toMatchObject({ error: 'duplicate_external_id' })
  })

  test('a closed view is not found', async () => {
    const { client, kari, view } = await opened()
    await kari.close()
    expect(await refusal(client.views.update({ view_id: view.id, view: modal() }))).toMatchObject({
      error: 'not_found',
    })
  })

  test('typed values stay where block id and action id stay', async () => {
    const { client, kari, view } = await opened()
    kari.fill({ name: 'Skrevet', note: 'Borte' })
    const blocks = [textField('name', { initial_value: 'Ny' }), textField('other-note', { initial_value: 'Ny' })]
    await client.views.update({ view_id: view.id, view: modal('New', { blocks }) })
    expect(kari.modal()?.values).toEqual({
      name: { 'test-view.name': { type: 'plain_text_input', value: 'Skrevet' } },
      'other-note': { 'test-view.other-note': { type: 'plain_text_input', value: 'Ny' } },
    })
  })
})

describe('Home', () => {
  const home = (text: string) => ({
    type: 'home' as const,
    blocks: [{ type: 'header', text: { type: 'plain_text', text } }] as KnownBlock[],
  })

  test('is published for one person and replaced by hash', async () => {
    const { client, kari, workspace } = await stage()
    const first = await client.views.publish({ user_id: people.kari.id, view: home('One') })
    await client.views.publish({ user_id: people.kari.id, view: home('Two'), hash: first.view?.hash ?? '' })
    expect(JSON.stringify(kari.desk().home)).toContain('Two')
    expect(workspace.as(people.oliver.id).desk().home).toBeNull()
    const late = client.views.publish({ user_id: people.kari.id, view: home('Three'), hash: first.view?.hash ?? '' })
    expect(await refusal(late)).toMatchObject({ error: 'hash_conflict' })
  })

  test('opening it tells the bot, with the view that stands there', async () => {
    const { client, bot, kari } = await stage()
    await kari.openHome()
    expect(bot.heard[0]?.body).toMatchObject({
      type: 'event_callback',
      event: { type: 'app_home_opened', user: people.kari.id, channel: kari.botChannel, tab: 'home' },
    })
    expect(bot.heard[0]?.body.event).not.toHaveProperty('view')
    const { view } = await client.views.publish({ user_id: people.kari.id, view: home('One') })
    await kari.openHome()
    expect(bot.heard[1]?.body.event.view).toMatchObject({ id: view?.id, hash: view?.hash })
  })

  test('a modal is no Home', async () => {
    const { client } = await stage()
    expect(await refusal(client.views.publish({ user_id: people.kari.id, view: modal() as never }))).toMatchObject({
      error: 'invalid_arguments',
    })
  })
})
