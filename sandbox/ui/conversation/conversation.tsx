import { useContext, useEffect, useState } from 'preact/hooks'
import type { Channel, Desk } from '../../protocol.ts'
import { Home } from '../home/home.tsx'
import { ChannelMark } from '../sidebar/channel-mark.tsx'
import { Workspace } from '../workspace.ts'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { Tabs } from './tabs.tsx'
import { Thread } from './thread.tsx'
import { timelineOf } from './timeline.ts'
import './conversation.css'

const panel = { id: 'panel-messages', role: 'tabpanel', 'aria-labelledby': 'tab-messages' } as const

/** A channel, a direct message, or the bot's own place with its Home tab. */
export function Conversation({ channel, desk }: { channel: Channel; desk: Desk }) {
  const { act, timeZone, world } = useContext(Workspace)
  const own = channel.kind === 'app'
  const [tab, setTab] = useState<'home' | 'messages'>(own && channel.unread === 0 ? 'home' : 'messages')
  const [thread, setThread] = useState<string | null>(null)
  const messages = desk.messages[channel.id] ?? []
  const reading = !own || tab === 'messages'
  const { unread, id } = channel
  // what is on the screen is read, also what comes later
  useEffect(() => {
    if (reading && unread > 0) void act({ type: 'read', channel: id })
  }, [reading, unread, id])
  // each opening of the tab is told, as Slack does
  useEffect(() => {
    if (!reading) void act({ type: 'home' })
  }, [reading])
  const place = channel.kind === 'channel' || channel.kind === 'private' ? `#${channel.name}` : channel.name
  return (
    <>
      <main class="conversation" data-region tabIndex={-1} aria-label={place}>
        <header class="conversation-head">
          <h1>
            <ChannelMark channel={channel} /> {channel.name}
          </h1>
          {channel.topic && (
            <p class="conversation-topic" title={channel.topic}>
              {channel.topic}
            </p>
          )}
        </header>
        {own && <Tabs tab={tab} unread={unread} onTab={setTab} />}
        <BotState bot={desk.bot} name={world.bot.name} />
        {reading ? (
          <div class="conversation-body" {...(own ? panel : {})}>
            <MessageList lines={timelineOf(messages, timeZone)} label={`Messages in ${place}`} onThread={setThread}>
              <Beginning channel={channel} place={place} />
            </MessageList>
            <Composer channel={id} label={`Message ${place}`} />
          </div>
        ) : (
          <Home view={desk.home} />
        )}
      </main>
      {thread && reading && (
        <Thread channel={id} place={place} messages={messages} root={thread} onClose={() => setThread(null)} />
      )}
    </>
  )
}

function Beginning({ channel, place }: { channel: Channel; place: string }) {
  const words = {
    channel: 'This is the very beginning of the channel.',
    private: 'This is the very beginning of the private channel.',
    im: `This is the very beginning of your conversation with ${channel.name}.`,
    app: `Messages from ${channel.name} come here. Type / to see its commands.`,
  }[channel.kind]
  return (
    <div class="beginning">
      <h2>{place}</h2>
      <p>{words}</p>
    </div>
  )
}

function BotState({ bot, name }: { bot: Desk['bot']; name: string }) {
  const words = {
    starting: `${name} is starting…`,
    gone: `${name} is not running. What you send gets no answer.`,
    ready: '',
  }[bot]
  return (
    <div class={`bot-state bot-${bot}`} role="status">
      {words}
    </div>
  )
}
