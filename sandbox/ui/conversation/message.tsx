import { useContext } from 'preact/hooks'
import type { Message } from '../../protocol.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { SurfaceOf } from '../blocks/surface.tsx'
import { Avatar } from '../people/avatar.tsx'
import { Mrkdwn } from '../text/show-text.tsx'
import { showDate } from '../text/slack-date.ts'
import { Workspace } from '../workspace.ts'
import './message.css'

type Props = { message: Message; follows: boolean; onThread?: (ts: string) => void }

/** One message: whose, when, what it says, and what it lets one do. */
export function MessageLine({ message, follows, onThread }: Props) {
  const { personOf, locale, timeZone } = useContext(Workspace)
  const face = personOf(message.user)
  const reader = { now: Date.now(), locale, timeZone }
  const time = showDate(Number(message.ts), '{time}', reader)
  const whole = showDate(Number(message.ts), '{date_long} at {time_secs}', reader)
  return (
    <article
      class={`message ${follows ? 'message-follows' : ''} ${message.ephemeral ? 'message-ephemeral' : ''}`}
      data-testid="message"
      aria-label={`${face.name}, ${time}`}
    >
      <div class="message-side">
        {follows ? (
          <span class="message-time" title={whole}>
            {time}
          </span>
        ) : (
          <Avatar face={face} size="large" />
        )}
      </div>
      <div class="message-main">
        {message.ephemeral && (
          <p class="message-only">
            <svg viewBox="0 0 16 16" role="presentation" aria-hidden="true">
              <path
                d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
                fill="none"
                stroke="currentColor"
                stroke-width="1.3"
              />
            </svg>
            Only visible to you
          </p>
        )}
        {!follows && (
          <p class="message-head">
            <strong>{face.name}</strong>
            {face.app && <span class="app-badge">APP</span>}
            <time class="message-time" title={whole}>
              {time}
            </time>
          </p>
        )}
        <Body message={message} />
        {onThread && message.reply_count > 0 && (
          <button type="button" class="message-replies" onClick={() => onThread(message.ts)}>
            {message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`}
            <span class="message-view">View thread</span>
          </button>
        )}
      </div>
      {onThread && !message.ephemeral && (
        <div class="message-tools">
          <button
            type="button"
            class="tool"
            aria-label="Reply in thread"
            title="Reply in thread"
            onClick={() => onThread(message.ts)}
          >
            <svg viewBox="0 0 16 16" role="presentation" aria-hidden="true">
              <path
                d="M2.5 3h11v8H8l-3 2.5V11H2.5zM5.5 6h5M5.5 8.3h3"
                fill="none"
                stroke="currentColor"
                stroke-width="1.3"
                stroke-linejoin="round"
              />
            </svg>
          </button>
        </div>
      )}
    </article>
  )
}

function Body({ message }: { message: Message }) {
  const edited = message.edited && <span class="message-edited">(edited)</span>
  if (message.command !== undefined)
    return (
      <p class="message-command">
        <code>{message.command}</code>
      </p>
    )
  if (!message.blocks?.length)
    return (
      <div class="message-text">
        <Mrkdwn text={message.text} />
        {edited}
      </div>
    )
  return (
    <>
      <SurfaceOf
        container={{ type: 'message', channel_id: message.channel, message_ts: message.ts }}
        blocks={message.blocks}
      >
        <Blocks blocks={message.blocks} />
      </SurfaceOf>
      {edited}
    </>
  )
}
