import { useContext } from 'preact/hooks'
import type { Channel } from '../../protocol.ts'
import type { Place } from '../places.ts'
import { Workspace } from '../workspace.ts'
import { ChannelMark } from './channel-mark.tsx'
import { PlaceMark } from './place-mark.tsx'
import './sidebar.css'

const sections: { label: string; kinds: Channel['kind'][] }[] = [
  { label: 'Channels', kinds: ['channel', 'private'] },
  { label: 'Direct messages', kinds: ['im'] },
  { label: 'Apps', kinds: ['app'] },
]

type Props = {
  open: string
  places: Place[]
  troubled: number
  onSystems: () => void
  onShortcuts: () => void
}

/** The workspace's name, its channels, and what belongs to the sandbox alone. */
export function Sidebar({ open, places, troubled, onSystems, onShortcuts }: Props) {
  const { world, channels } = useContext(Workspace)
  return (
    <nav class="sidebar" aria-label="Channels and apps" data-region tabIndex={-1}>
      <div class="sidebar-team">{world.team.name}</div>
      <div class="sidebar-scroll">
        {sections.map(({ label, kinds }) => {
          const shown = channels.filter(({ kind }) => kinds.includes(kind))
          return shown.length > 0 && <Section key={label} label={label} channels={shown} open={open} />
        })}
        <h2 class="sidebar-label">Sandbox</h2>
        <ul>
          {places.map((place) => (
            <li key={place.id}>
              <PlaceItem place={place} open={open === place.id} />
            </li>
          ))}
          <li>
            <button type="button" class="sidebar-item" onClick={onSystems}>
              <span class="channel-mark" aria-hidden="true">
                ◍
              </span>
              <span class="sidebar-name">Outside systems</span>
              {troubled > 0 && (
                <span class="unread" title={`${troubled} not well`}>
                  {troubled}
                  <span class="unseen"> not well</span>
                </span>
              )}
            </button>
          </li>
          {world.links.map(({ name, url }) => (
            <li key={url}>
              <a class="sidebar-item" href={url} target="_blank" rel="noopener">
                <span class="channel-mark" aria-hidden="true">
                  ↗
                </span>
                <span class="sidebar-name">{name}</span>
              </a>
            </li>
          ))}
          <li>
            <button type="button" class="sidebar-item" onClick={onShortcuts}>
              <span class="channel-mark" aria-hidden="true">
                ⌨
              </span>
              <span class="sidebar-name">Keyboard shortcuts</span>
            </button>
          </li>
        </ul>
      </div>
    </nav>
  )
}

function PlaceItem({ place: { id, name, count, counted }, open }: { place: Place; open: boolean }) {
  const { goTo } = useContext(Workspace)
  return (
    <button
      type="button"
      class={`sidebar-item ${open ? 'sidebar-open' : ''} ${count > 0 ? 'sidebar-unread' : ''}`}
      aria-current={open ? 'page' : undefined}
      onClick={() => goTo(id)}
    >
      <PlaceMark id={id} />
      <span class="sidebar-name">{name}</span>
      {count > 0 && (
        <span class="unread">
          {count}
          <span class="unseen"> {counted}</span>
        </span>
      )}
    </button>
  )
}

function Section({ label, channels, open }: { label: string; channels: Channel[]; open: string }) {
  return (
    <>
      <h2 class="sidebar-label">{label}</h2>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id}>
            <Item channel={channel} open={channel.id === open} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({ channel, open }: { channel: Channel; open: boolean }) {
  const { goTo } = useContext(Workspace)
  const counted = channel.kind === 'im' || channel.kind === 'app'
  const state = `${open ? 'sidebar-open' : ''} ${channel.unread > 0 && !open ? 'sidebar-unread' : ''}`
  return (
    <button
      type="button"
      class={`sidebar-item ${state}`}
      aria-current={open ? 'page' : undefined}
      onClick={() => goTo(channel.id)}
    >
      <ChannelMark channel={channel} />
      <span class="sidebar-name">{channel.name}</span>
      {channel.unread > 0 && !open && (
        <>
          {counted && (
            <span class="unread" aria-hidden="true">
              {channel.unread}
            </span>
          )}
          <span class="unseen"> {channel.unread} unread</span>
        </>
      )}
    </button>
  )
}
