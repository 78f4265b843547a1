import type { Action, Container, Desk, Message, StateValues, View } from '../../protocol.ts'
import { deskOf } from '../desk.ts'
import type { Outcome } from '../outcome.ts'
import type { SimpleValues } from '../values.ts'
import { type Click, clickOn } from './click.ts'
import { runCommand } from './command.ts'
import { type ActorDeps, type Hand, nothingSent } from './deps.ts'
import { closeView, modalOf, submitView, typeInto } from './submit.ts'
import { type Suggestions, suggestFor } from './suggest.ts'
import { writeMessage } from './write.ts'

/**
 * What one person does and sees. Acts resolve when the bot has acknowledged (or failed to) and the workspace has done
 * what that means; they throw only for what the person could not have done at all.
 *
 * Guests, strangers and deactivated people can act too: their requests may have been on the way already.
 */
export type Actor = {
  id: string
  desk(): Desk
  /** the direct messages with the bot */
  botChannel: string
  /** The modal in front. */
  modal(): View | undefined
  /** What the person sees in a channel, oldest first; the direct messages with the bot when left out. */
  messages(channelId?: string): Message[]
  /** A message; a slash command when it begins with `/`. */
  send(channelId: string, text: string, thread?: string): Promise<Outcome>
  /** A slash command with its slash; in the direct messages with the bot when no channel is named. */
  command(text: string, channelId?: string): Promise<Outcome>
  click(what: Click | Action, container?: Container, values?: StateValues): Promise<Outcome>
  /** Puts values into the fields of the modal in front without submitting. */
  fill(values: SimpleValues | StateValues, viewId?: string): void
  submit(values?: SimpleValues | StateValues, viewId?: string): Promise<Outcome>
  close(viewId?: string, all?: boolean): Promise<void>
  suggest(block_id: string, action_id: string, value: string, container?: Container): Promise<Suggestions>
  openHome(): Promise<void>
  /** The very same bytes of the last command, click or submission once more; its answer changes nothing. */
  replayLast(): Promise<Outcome>
  read(channelId: string): void
  dismiss(toastId: string): void
}

/** @throws Error when nobody has that id */
export const createActor = (deps: ActorDeps, userId: string): Actor => {
  const { people, channels, messages, views, toasts, changes, events } = deps
  people.get(userId)
  const hand: Hand = { userId, last: undefined, suggested: new Map() }
  const botChannel = channels.directWith(userId).id
  const desk = () => deskOf(deps, userId, { systems: [], bot: 'ready' })

  return {
    id: userId,
    botChannel,
    desk,
    modal: () => desk().modals.at(-1),
    messages: (channelId = botChannel) => messages.seenBy(userId, channelId),
    send: (channelId, text, thread) =>
      text.startsWith('/')
        ? runCommand(deps, hand, text, channelId, thread)
        : writeMessage(deps, hand, channelId, text, thread),
    command: (text, channelId = botChannel) => runCommand(deps, hand, text, channelId),
    click: (what, container, values) => clickOn(deps, hand, what, container, values),
    fill(values, viewId) {
      typeInto(hand, modalOf(deps, userId, viewId), values)
      changes.tell()
    },
    submit: (values, viewId) => submitView(deps, hand, values, viewId),
    close: (viewId, all) => closeView(deps, hand, viewId, all),
    suggest: (block_id, action_id, value, container) => suggestFor(deps, hand, block_id, action_id, value, container),
    async openHome() {
      const home = views.home(userId)
      await events.send('app_home_opened', {
        type: 'app_home_opened',
        user: userId,
        channel: botChannel,
        tab: 'home',
        ...(home ? { view: views.asView(home) } : {}),
      })
    },
    async replayLast() {
      if (!hand.last) throw new Error(`${userId} has sent nothing to the bot yet`)
      const answer = await hand.last.again()
      return nothingSent({ status: answer.status, body: answer.body, ms: answer.ms })
    },
    read: (channelId) => messages.read(userId, channelId),
    dismiss: (toastId) => toasts.dismiss(userId, toastId),
  }
}
