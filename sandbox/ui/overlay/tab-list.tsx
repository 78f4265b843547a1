type Tab<Id extends string> = { id: Id; name: string; unread?: number }

type Props<Id extends string> = { label: string; tabs: readonly Tab<Id>[]; open: Id; onOpen: (id: Id) => void }

/** Tabs that the arrows move between; each shows the panel with the id `panel-<id>`, named by `tab-<id>`. */
export function TabList<Id extends string>({ label, tabs, open, onOpen }: Props<Id>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    const at = tabs.findIndex(({ id }) => id === open)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onOpen(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label}>
      {tabs.map(({ id, name, unread = 0 }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={open === id}
          aria-controls={`panel-${id}`}
          tabIndex={open === id ? 0 : -1}
          class="tab"
          onKeyDown={onKeyDown}
          onClick={() => onOpen(id)}
        >
          {name}
          {unread > 0 && (
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
