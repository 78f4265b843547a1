import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readIncoming } from '../../src/slack/incoming.ts'

const now = Date.UTC(2026, 10, 22, 12)
const half = 29 * 60_000
const user = { id: 'U1', team_id: 'T1' }
const team = { id: 'T1', domain: 'etat' }
const asker = { teamId: 'T1', userId: 'U1' }
const responseUrl = 'https://hooks.slack.com/commands/T1/1/x'
const values = { name: { 'client-new-details.name': { type: 'plain_text_input', value: 'Byggesøk' } } }

const modal = {
  id: 'V1',
  hash: '1.a',
  type: 'modal',
  callback_id: 'client-new',
  private_metadata: '{"environment":"test"}',
  previous_view_id: null,
  root_view_id: 'V1',
  state: { values },
}
const seen = { id: 'V1', hash: '1.a', callbackId: 'client-new', metadata: '{"environment":"test"}', values, depth: 1 }

const command = {
  command: '/client',
  text: 'list  Byggesøk',
  user_id: 'U1',
  team_id: 'T1',
  trigger_id: '1.2.abc',
  response_url: responseUrl,
  channel_id: 'C1',
  token: 'old',
}

const button = {
  action_id: 'client-list.show',
  block_id: 'b',
  type: 'button',
  value: '{"client_id":"x"}',
  action_ts: '7.1',
}
const click = { type: 'block_actions', user, team, trigger_id: '1.2.abc', actions: [button] }
const inMessage = {
  ...click,
  container: { type: 'message', channel_id: 'D1', message_ts: '5.5', is_ephemeral: false },
  response_url: responseUrl,
}
const inModal = { ...click, container: { type: 'view', view_id: 'V1' }, view: modal }

describe('what Slack sends', () => {
  it('of a command: who, what was typed, and an answer URL that is given up a minute early', () => {
    expect(readIncoming(command, now)).toEqual({
      kind: 'command',
      id: 'client',
      user: asker,
      input: 'list  Byggesøk',
      door: 'command',
      once: 'command:1.2.abc',
      triggerId: '1.2.abc',
      surface: { kind: 'response', url: responseUrl, expiresAt: now + half, replace: false },
      view: null,
    })
  })

  it('of a command alone: an empty text', () => {
    const { text: _text, ...alone } = command
    expect(readIncoming(alone, now)).toMatchObject({ kind: 'command', input: '' })
  })

  it.each([
    [
      'a message',
      inMessage,
      {
        door: 'message',
        once: 'action:5.5:client-list.show:7.1',
        surface: { kind: 'message', channel: 'D1', ts: '5.5' },
        view: null,
      },
    ],
    [
      'a private message, which its URL alone can replace',
      { ...inMessage, container: { ...inMessage.container, is_ephemeral: true } },
      { door: 'message', surface: { kind: 'response', url: responseUrl, expiresAt: now + half, replace: true } },
    ],
    [
      'a modal',
      inModal,
      {
        door: 'modal',
        once: 'action:V1:1.a:b:client-list.show',
        surface: { kind: 'view', viewId: 'V1', hash: null },
        view: seen,
      },
    ],
    [
      'Home',
      { ...inModal, view: { ...modal, type: 'home' } },
      { door: 'home', once: 'action:V1:client-list.show:7.1', surface: { kind: 'direct' } },
    ],
  ])('of a click in %s', (_where, body, expected) => {
    expect(readIncoming(body, now)).toMatchObject({
      kind: 'action',
      id: 'client-list.show',
      user: asker,
      triggerId: '1.2.abc',
      ...expected,
    })
  })

  it.each([
    ['a button’s value', button, '{"client_id":"x"}'],
    ['a button without one', { ...button, value: undefined }, null],
    [
      'an option',
      { ...button, type: 'static_select', value: undefined, selected_option: { text: {}, value: 'en' } },
      'en',
    ],
    ['a typed search', { ...button, type: 'plain_text_input', value: 'bygg' }, 'bygg'],
    ['a choice taken back', { ...button, type: 'static_select', value: undefined, selected_option: null }, null],
  ])('of a click: %s', (_what, action, chosen) => {
    expect(readIncoming({ ...inMessage, actions: [action] }, now)?.input).toBe(chosen)
  })

  it.each([
    ['the first', null, 'V1', 1],
    ['the second', 'V0', 'V0', 2],
    ['the third', 'V2', 'V0', 3],
  ])('of a view: that it is %s of the stack', (_which, previous_view_id, root_view_id, depth) => {
    expect(readIncoming({ ...inModal, view: { ...modal, previous_view_id, root_view_id } }, now)?.view?.depth).toBe(
      depth,
    )
  })

  it('of a submission: the same key for the same submission, another one once the view has changed', () => {
    const body = { type: 'view_submission', user, team, trigger_id: '1.2.abc', view: modal }
    expect(readIncoming(body, now)).toEqual({
      kind: 'submit',
      id: 'client-new',
      user: asker,
      input: values,
      door: 'modal',
      once: 'submit:V1:1.a',
      triggerId: '1.2.abc',
      surface: { kind: 'view', viewId: 'V1', hash: null },
      view: seen,
    })
    expect(readIncoming({ ...body, trigger_id: '9.9.z' }, now)?.once).toBe('submit:V1:1.a')
    expect(readIncoming({ ...body, view: { ...modal, hash: '2.b' } }, now)?.once).toBe('submit:V1:2.b')
  })

  it('of a modal that was closed: no trigger, and nowhere but the direct messages to answer', () => {
    const body = { type: 'view_closed', user, team, view: modal, is_cleared: true }
    expect(readIncoming(body, now)).toMatchObject({
      kind: 'closed',
      id: 'client-new',
      triggerId: null,
      surface: { kind: 'direct' },
      view: seen,
    })
  })

  it('of a search in a select: what was typed so far', () => {
    const body = {
      type: 'block_suggestion',
      user,
      team,
      action_id: 'client-new-details.scopes',
      block_id: 'scopes',
      value: 'eks',
      view: modal,
    }
    expect(readIncoming(body, now)).toMatchObject({
      kind: 'options',
      id: 'client-new-details.scopes',
      input: 'eks',
      triggerId: null,
      view: seen,
    })
  })

  it.each([
    ['with a user id', { type: 'app_home_opened', user: 'U1', tab: 'home' }, 'U1'],
    ['with a whole user', { type: 'user_change', user: { id: 'U1', profile: {} } }, 'U1'],
    ['of nobody', { type: 'app_uninstalled' }, ''],
  ])('of an event %s', (_what, event, userId) => {
    const body = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event }
    expect(readIncoming(body, now)).toMatchObject({
      kind: 'event',
      id: event.type,
      user: { teamId: 'T1', userId },
      input: event,
      once: 'event:Ev1',
      surface: { kind: 'direct' },
    })
  })

  it.each([
    ['the team’s', { team }, 'T1'],
    ['the user’s, where an app of the whole organisation gets no team', { team: null }, 'T1'],
    ['a stranger’s host team', { team: { id: 'T2' } }, 'T2'],
  ])('of a click: %s id', (_what, over, teamId) => {
    expect(readIncoming({ ...inMessage, ...over }, now)?.user).toEqual({ teamId, userId: 'U1' })
  })

  it.each([[{ type: 'message_action' }], [{ type: 'function_executed' }], [{}], [{ type: 7 }]])(
    'of no use to the bot: %j',
    (body) => {
      expect(readIncoming(body, now)).toBeNull()
    },
  )

  it.each<[string, Record<string, unknown>]>([
    ['a command that names nobody', { ...command, user_id: undefined }],
    ['a command without a slash', { ...command, command: 'client' }],
    ['a command without an answer URL', { ...command, response_url: undefined }],
    ['a click without an action', { ...inMessage, actions: [] }],
    ['a click of nobody', { ...inMessage, user: undefined }],
    ['a click nowhere', { ...inMessage, container: undefined }],
    ['a submission without a view', { type: 'view_submission', user, team }],
    [
      'a submission whose values are a list',
      { type: 'view_submission', user, team, view: { ...modal, state: { values: [] } } },
    ],
    ['a search without an action id', { type: 'block_suggestion', user, team }],
    ['an event without an id', { type: 'event_callback', team_id: 'T1', event: { type: 'user_change' } }],
    ['an event without a type', { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: {} }],
  ])('in a shape of its own is refused: %s', (_what, body) => {
    expect(() => readIncoming(body, now)).toThrow(z.ZodError)
  })
})
