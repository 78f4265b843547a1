import type { KnownBlock } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { people } from '../../../sandbox/world.ts'
import { actions, button, everyField, modal, stage, textField } from './stage.ts'

type View = ReturnType<typeof modal>

/** A modal of Kari's that stands open. */
const opened = async (view: object = modal(), options = {}) => {
  const all = await stage(options)
  await all.kari.command('/client')
  await all.client.views.open({ trigger_id: all.bot.heard[0]?.body.trigger_id, view: view as View })
  const last = () => all.bot.heard.at(-1)?.body
  return { ...all, last }
}

describe('a click in a message', () => {
  const posted = async () => {
    const all = await stage()
    const second = { ...actions(button('card.yes', '2'), button('card.no')), block_id: 'second' }
    const blocks = [actions(button('card.yes', '1')), second] as KnownBlock[]
    const answer = await all.client.chat.postMessage({ channel: 'C0DRIFT', text: 'card', blocks })
    return { ...all, ts: answer.ts ?? '' }
  }

  test('comes as block_actions with message, channel, trigger and response_url', async () => {
    const { bot, kari, ts } = await posted()
    expect(await kari.click({ action_id: 'card.yes', value: '2' })).toMatchObject({ status: 200 })
    const { body } = bot.heard[0]!
    expect(body).toMatchObject({
      type: 'block_actions',
      user: { id: people.kari.id },
      container: { type: 'message', message_ts: ts, channel_id: 'C0DRIFT', is_ephemeral: false },
      channel: { id: 'C0DRIFT' },
      message: { ts, text: 'card' },
      actions: [{ action_id: 'card.yes', block_id: 'second', type: 'button', value: '2' }],
    })
    expect(body.actions[0].action_ts).toMatch(/^\d+\.\d{6}$/)
    expect(body.trigger_id).toBeTruthy()
    await fetch(body.response_url, { method: 'POST', body: '{"text":"done","replace_original":true}' })
    expect(kari.messages('C0DRIFT')).toMatchObject([{ ts, text: 'done', edited: true }])
  })

  test("the acknowledgement's body is ignored", async () => {
    const { bot, kari } = await posted()
    bot.answer(() => ({ body: { text: 'nothing of this' } }))
    await kari.click({ action_id: 'card.no' })
    expect(kari.messages('C0DRIFT')).toHaveLength(1)
  })

  test('what is not there cannot be clicked', async () => {
    const { kari, ts } = await posted()
    await expect(kari.click({ action_id: 'other' })).rejects.toThrow(/card\.yes, card\.no/)
    const gone = { type: 'message', channel_id: 'C0DRIFT', message_ts: `${ts}9` } as const
    await expect(kari.click({ action_id: 'card.no' }, gone)).rejects.toThrow('that message is gone')
  })

  test('a bot that fails is told to the person', async () => {
    const { bot, kari } = await posted()
    bot.answer(() => ({ status: 500 }))
    expect((await kari.click({ action_id: 'card.no' })).toast?.title).toContain('http_service_error')
  })

  test('an ephemeral message is replaced through its response_url alone', async () => {
    const { bot, kari } = await stage()
    bot.answer(() => ({ body: { text: 'only you', blocks: [actions(button('card.next'))] } }))
    await kari.command('/client list')
    bot.answer(() => ({}))
    await kari.click({ action_id: 'card.next' })
    const { body } = bot.heard[1]!
    expect(body.container.is_ephemeral).toBe(true)
    expect(body).not.toHaveProperty('message')
    await fetch(body.response_url, { method: 'POST', body: '{"text":"page 2","replace_original":true}' })
    expect(kari.messages().at(-1)).toMatchObject({ text: 'page 2', ephemeral: true })
    expect(kari.messages()).toHaveLength(2)
  })
})

describe('a click in a modal', () => {
  test('carries the view with what is typed, and shows it is under way', async () => {
    const view = modal('M', { blocks: [textField('name'), actions(button('test-view.check'))] })
    const { bot, kari, last } = await opened(view)
    kari.fill({ name: 'Navn' })
    let go = () => {}
    const arrived = new Promise<void>((resolve) => {
      bot.answer(() => {
        resolve()
        return new Promise((answer) => {
          go = () => answer(undefined)
        })
      })
    })
    const click = kari.click({ action_id: 'test-view.check' })
    await arrived
    expect(kari.modal()?.busy).toBe(true)
    go()
    await click
    expect(kari.modal()?.busy).toBe(false)
    expect(last()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: kari.modal()?.id },
      view: { state: { values: { name: { 'test-view.name': { value: 'Navn' } } } } },
    })
    expect(last()).not.toHaveProperty('response_url')
  })

  test('a choice stands in the state as well', async () => {
    const select = {
      type: 'static_select',
      options: [{ text: { type: 'plain_text', text: 'Test' }, value: 'test' }],
    }
    const { kari, last } = await opened(modal('M', { blocks: [textField('env', select, { dispatch_action: true })] }))
    await kari.click({ action_id: 'test-view.env', value: 'test' })
    const { actions: clicked, view } = last()
    expect(clicked[0]).toMatchObject({ type: 'static_select', selected_option: { value: 'test' } })
    expect(view.state.values.env['test-view.env'].selected_option.value).toBe('test')
  })
})

describe('a submission', () => {
  test('holds every field in its shape, untouched ones with their initial value', async () => {
    const { bot, kari, last } = await opened(everyField())
    bot.answer(() => ({ body: { options: [{ text: { type: 'plain_text', text: 'A scope' }, value: 'a:b' }] } }))
    expect(await kari.suggest('scope', 'test-view.scope', 'a')).toEqual({
      options: [{ text: 'A scope', value: 'a:b' }],
    })
    expect(last()).toMatchObject({ type: 'block_suggestion', action_id: 'test-view.scope', value: 'a' })
    expect(last()).not.toHaveProperty('trigger_id')
    bot.answer(() => ({}))
    const outcome = await kari.submit({
      mail: 'kari@kystverdi.example',
      count: 12,
      boxes: ['y'],
      radio: 'two',
      who: [people.oliver.id],
      day: '2026-12-24',
      at: 1_800_000_000,
      scope: 'a:b',
    })
    expect(outcome).toMatchObject({ status: 200, body: '' })
    const values = Object.fromEntries(
      Object.entries(last().view.state.values).map(([block, value]) => [
        block,
        (value as Record<string, unknown>)[`test-view.${block}`],
      ]),
    )
    expect(values).toMatchObject({
      name: { type: 'plain_text_input', value: 'Før' },
      note: { type: 'plain_text_input', value: null },
      mail: { type: 'email_text_input', value: 'kari@kystverdi.example' },
      count: { type: 'number_input', value: '12' },
      kind: { type: 'static_select', selected_option: { value: 'a', text: { text: 'A' } } },
      boxes: { type: 'checkboxes', selected_options: [{ value: 'y' }] },
      radio: { type: 'radio_buttons', selected_option: { value: 'two' } },
      who: { type: 'multi_users_select', selected_users: [people.oliver.id] },
      day: { type: 'datepicker', selected_date: '2026-12-24' },
      at: { type: 'datetimepicker', selected_date_time: 1_800_000_000 },
      scope: { type: 'external_select', selected_option: { value: 'a:b' } },
    })
    expect(last()).toMatchObject({ type: 'view_submission', view: { callback_id: 'test-view' }, response_urls: [] })
    expect(last().trigger_id).toBeTruthy()
    expect(kari.desk().modals).toEqual([])
  })

  test("is stopped by Slack's client while a required field is empty", async () => {
    const { bot, kari } = await opened()
    const heard = bot.heard.length
    const outcome = await kari.submit()
    expect(outcome.status).toBe(0)
    expect(Object.keys(outcome.errors ?? {})).toEqual(['name'])
    expect(kari.modal()?.errors).toEqual(outcome.errors)
    expect(bot.heard).toHaveLength(heard)
    await kari.submit({ name: 'Nå' })
    expect(kari.modal()).toBeUndefined()
  })

  test('a field or option that is not there is a mistake of the caller', async () => {
    const { kari } = await opened(everyField())
    await expect(kari.submit({ nmae: 'x' })).rejects.toThrow(/no field nmae here; there are: name, note/)
    await expect(kari.submit({ kind: 'c' })).rejects.toThrow(/no option c; it has: a, b/)
  })

  test('values in the shape of Slack pass, and those of blocks that are gone fall out', async () => {
    const { kari, last } = await opened()
    const field = (value: string) => ({ type: 'plain_text_input', value })
    await kari.submit({ name: { 'test-view.name': field('Navn') }, old: { 'test-view.old': field('x') } })
    expect(last().view.state.values).toEqual({ name: { 'test-view.name': field('Navn') } })
  })

  test('errors stand at their fields until the next try, with all that was typed', async () => {
    const { bot, kari } = await opened()
    bot.answer(() => ({ body: { response_action: 'errors', errors: { name: 'Finnes fra før' } } }))
    expect(await kari.submit({ name: 'Navn' })).toMatchObject({ errors: { name: 'Finnes fra før' } })
    expect(kari.modal()).toMatchObject({
      errors: { name: 'Finnes fra før' },
      values: { name: { 'test-view.name': { value: 'Navn' } } },
    })
    bot.answer(() => ({}))
    await kari.submit()
    expect(kari.modal()).toBeUndefined()
  })

  test('update, push and clear do what they say', async () => {
    const { bot, kari } = await opened()
    bot.answer(() => ({ body: { response_action: 'update', view: modal('Second step') } }))
    const before = kari.modal()
    await kari.submit({ name: 'x' })
    expect(kari.modal()).toMatchObject({ id: before?.id, title: 'Second step' })
    expect(kari.modal()?.hash).not.toBe(before?.hash)
    bot.answer(() => ({ body: { response_action: 'push', view: modal('On top') } }))
    await kari.submit()
    expect(kari.desk().modals.map((one) => one.title)).toEqual(['Second step', 'On top'])
    bot.answer(() => ({ body: { response_action: 'clear' } }))
    await kari.submit({ name: 'y' })
    expect(kari.desk().modals).toEqual([])
  })

  test.each([
    ['errors at a field that is not there', { response_action: 'errors', errors: { other: 'x' } }, '/errors'],
    ['a view that is too long', { response_action: 'update', view: modal('x'.repeat(25)) }, '/view/title'],
  ])('%s gives the trouble toast with the pointer, and the modal stays', async (_name, body, pointer) => {
    const { bot, kari } = await opened()
    bot.answer(() => ({ body }))
    const { toast } = await kari.submit({ name: 'Navn' })
    expect(toast?.title).toBe('We had some trouble connecting. Try again?')
    expect(toast?.detail).toContain(pointer)
    expect(kari.modal()).toMatchObject({ title: 'A title', busy: false })
  })

  test('no answer in time keeps the modal and says so', async () => {
    const { bot, kari } = await opened(modal(), { ackTimeoutMs: 40 })
    bot.answer(() => new Promise(() => {}))
    const { toast } = await kari.submit({ name: 'Navn' })
    expect(toast).toMatchObject({ title: 'We had some trouble connecting. Try again?', detail: 'operation_timeout' })
    expect(kari.modal()?.title).toBe('A title')
  })

  test('a push beyond the third view is trouble too', async () => {
    const { bot, kari } = await opened()
    bot.answer(() => ({ body: { response_action: 'push', view: modal('More') } }))
    await kari.submit({ name: '1' })
    await kari.submit({ name: '2' })
    expect((await kari.submit({ name: '3' })).toast?.detail).toBe('push_limit_reached')
    expect(kari.desk().modals).toHaveLength(3)
  })
})

describe('closing', () => {
  const noticed = modal('N', { notify_on_close: true })

  test('tells the bot only when the view asked for it', async () => {
    const quiet = await opened()
    await quiet.kari.close()
    expect(quiet.bot.heard).toHaveLength(1)
    const { kari, last } = await opened(noticed)
    await kari.close()
    expect(last()).toMatchObject({ type: 'view_closed', is_cleared: false, view: { callback_id: 'test-view' } })
    expect(last()).not.toHaveProperty('trigger_id')
    await expect(kari.close()).rejects.toThrow('that modal is closed')
  })

  test.each([
    ['the whole stack', noticed, true],
    ['a view with clear_on_close', modal('N', { notify_on_close: true, clear_on_close: true }), false],
  ])('%s is told as cleared', async (_name, view, all) => {
    const { bot, kari } = await opened(view)
    bot.answer(() => ({ body: { response_action: 'push', view } }))
    await kari.submit({ name: 'x' })
    bot.answer(() => ({}))
    await kari.close(undefined, all)
    expect(kari.desk().modals).toEqual([])
    expect(bot.heard.slice(-2).map(({ body }) => [body.type, body.is_cleared])).toEqual([
      ['view_closed', true],
      ['view_closed', true],
    ])
  })
})

describe('suggestions', () => {
  const selecting = () => modal('S', { blocks: [textField('scope', { type: 'external_select', min_query_length: 0 })] })
  const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value })

  test('come in groups', async () => {
    const { bot, kari } = await opened(selecting())
    const label = { type: 'plain_text', text: 'Group' }
    bot.answer(() => ({ body: { option_groups: [{ label, options: [option('a')] }] } }))
    expect(await kari.suggest('scope', 'test-view.scope', '')).toEqual({
      groups: [{ label: 'Group', options: [{ text: 'a', value: 'a' }] }],
    })
  })

  test('that Slack would not show are none, and the reason is told', async () => {
    const { bot, kari } = await opened(selecting())
    bot.answer(() => ({ body: { options: Array.from({ length: 101 }, (_, n) => option(`o${n}`)) } }))
    expect(await kari.suggest('scope', 'test-view.scope', 'o')).toEqual({ options: [] })
    expect(kari.desk().toasts[0]?.detail).toContain('/options')
  })
})
