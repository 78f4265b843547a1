type Tab = 'home' | 'messages'
const tabs: [Tab, string][] = [
  ['home', 'Home'],
  ['messages', 'Messages'],
]

type Props = { tab: Tab; unread: number; onTab: (tab: Tab) => void }

/** Home and Messages of the bot's own place; the arrows move between them. */
export function Tabs({ tab, unread, onTab }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = tab === 'home' ? 'messages' : 'home'
    onTab(other)
    document.getElementById(`tab-${other}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label="Parts of the app">
      {tabs.map(([id, name]) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={tab === id}
          aria-controls={`panel-${id}`}
          tabIndex={tab === id ? 0 : -1}
          class="tab"
          onKeyDown={onKeyDown}
          onClick={() => onTab(id)}
        >
          {name}
          {id === 'messages' && unread > 0 && tab !== 'messages' && (
            <span class="unread">
              {unread}
              <span class="unseen"> unread</span>
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
