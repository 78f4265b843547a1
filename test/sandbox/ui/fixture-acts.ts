import type { Act, ActAnswer, Desk, Message } from '../../../sandbox/protocol.ts'
import { chart, clientList, homeView, scopes } from './fixture-blocks.ts'
import { aboutTypes, everyInput } from './fixture-modals.ts'
import { message, start } from './fixture-world.ts'

type Change = (how: (desk: Desk) => void) => void

/** What the fixture's bot and workspace do about an act of the person whose desk `change` changes. */
export function answerAct(act: Act, change: Change): ActAnswer {
  switch (act.type) {
    case 'send':
      return send(act, change)
    case 'click':
      return click(act, change)
    case 'submit':
      return submit(act, change)
    case 'suggest':
      return suggest(act)
    case 'close':
      change((desk) => void desk.modals.splice(act.all ? 0 : -1))
      break
    case 'home':
      change((desk) => Object.assign(desk, { home: desk.home ?? homeView(desk.me.id) }))
      break
    case 'read':
      change((desk) => {
        for (const channel of desk.channels) if (channel.id === act.channel) channel.unread = 0
      })
      break
    case 'dismiss':
      change((desk) => Object.assign(desk, { toasts: desk.toasts.filter(({ id }) => id !== act.toast) }))
      break
    case 'mode':
      change((desk) => {
        for (const system of desk.systems) if (system.id === act.system) system.mode = act.mode
      })
      break
    case 'read-mail':
      change(({ mail }) => {
        for (const head of mail?.mails ?? []) if (head.id === act.mail) head.unread = false
        if (mail) mail.unread = mail.mails.filter(({ unread }) => unread).length
      })
      break
    case 'mail-trouble':
      change(({ mail }) => {
        const others = mail?.troubles.filter(({ to }) => to !== act.to) ?? []
        if (mail) mail.troubles = act.mode === 'well' ? others : [...others, { to: act.to, mode: act.mode }]
      })
  }
  return { ok: true }
}

function post(desk: Desk, channel: string, user: string, more: Partial<Message>): void {
  const messages = desk.messages[channel] ?? []
  desk.messages[channel] = messages
  messages.push(message(channel, user, start + 200_000 + messages.length * 400, more))
}

function send({ channel, text, thread_ts }: Extract<Act, { type: 'send' }>, change: Change): ActAnswer {
  if (text === '/client new') change((desk) => void desk.modals.push(everyInput(`V${desk.me.id}1`)))
  else if (text === '/client list')
    change((desk) => {
      post(desk, channel, desk.me.id, { command: text, ephemeral: true })
      post(desk, channel, 'UBOT', { text: 'Clients', blocks: clientList(), ephemeral: true })
    })
  else if (text === '/portvakt report')
    change((desk) => post(desk, channel, 'UBOT', { text: 'Report', blocks: chart() }))
  else if (text.startsWith('/'))
    change((desk) =>
      desk.toasts.push({
        id: 'T1',
        at: 0,
        level: 'error',
        title: `${text} failed with the error "dispatch_failed"`,
        detail: '/view/title must be less than 25 characters',
      }),
    )
  else
    change((desk) => {
      post(desk, channel, desk.me.id, { text, ...(thread_ts ? { thread_ts } : {}) })
      for (const other of desk.messages[channel] ?? []) if (other.ts === thread_ts) other.reply_count += 1
    })
  return text === 'refuse me' ? { ok: false, error: 'The workspace refused the message.' } : { ok: true }
}

function click({ action, container }: Extract<Act, { type: 'click' }>, change: Change): ActAnswer {
  if (action.action_id === 'everything.more') change((desk) => void desk.modals.push(aboutTypes(`V${desk.me.id}2`)))
  if (action.action_id === 'list.new') change((desk) => void desk.modals.push(everyInput(`V${desk.me.id}3`)))
  if (action.action_id === 'list.deactivate' && container.type === 'message')
    change((desk) => {
      for (const one of desk.messages[container.channel_id] ?? [])
        if (one.ts === container.message_ts)
          Object.assign(one, { blocks: undefined, text: 'Deactivated.', edited: true })
    })
  return { ok: true }
}

function submit({ view_id, values }: Extract<Act, { type: 'submit' }>, change: Change): ActAnswer {
  const taken = values.client_name?.['everything.client_name']?.value === 'Taken'
  change((desk) => {
    const view = desk.modals.find(({ id }) => id === view_id)
    if (!view) return
    if (taken) view.errors = { client_name: 'Another client has this name.', scopes: 'This scope is not yours.' }
    else desk.modals = desk.modals.filter(({ id }) => id !== view_id)
  })
  return { ok: true }
}

function suggest({ action_id, value }: Extract<Act, { type: 'suggest' }>): ActAnswer {
  const fitting = scopes.filter((scope) => scope.includes(value))
  if (action_id !== 'everything.scopes')
    return { ok: true, options: [{ text: `Kommunen ${value}`, value: `org-${value}` }] }
  return {
    ok: true,
    groups: [
      {
        label: 'Granted to your organisation',
        options: fitting
          .slice(0, 10)
          .map((scope) => ({ text: scope, value: scope, description: 'Granted by Digitaliseringsdirektoratet' })),
      },
      { label: 'Open to all', options: fitting.slice(10).map((scope) => ({ text: scope, value: scope })) },
    ],
  }
}
