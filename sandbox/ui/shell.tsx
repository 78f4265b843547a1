import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Act, ActAnswer, Desk, Toast, World } from '../protocol.ts'
import { Altinn } from './altinn/altinn.tsx'
import { ALTINN } from './altinn/place.ts'
import { useForms } from './blocks/surface.tsx'
import { BrregDesk } from './brreg/brreg.tsx'
import { BRREG } from './brreg/place.ts'
import { Conversation } from './conversation/conversation.tsx'
import { sendAct } from './desk.ts'
import { draftKey } from './forms.ts'
import { Mailbox } from './mailbox/mailbox.tsx'
import { MAILBOX } from './mailbox/place.ts'
import { ModalStack } from './modal/modal.tsx'
import { PersonSwitcher } from './people/person-switcher.tsx'
import { placesOf } from './places.ts'
import { shortcutOf, stepRegion } from './shortcuts.ts'
import { Sidebar } from './sidebar/sidebar.tsx'
import { TopBar } from './sidebar/top-bar.tsx'
import { QuickSwitcher } from './switcher/quick-switcher.tsx'
import { Shortcuts } from './switcher/shortcuts.tsx'
import { SystemsPanel } from './systems/systems-panel.tsx'
import { Toasts } from './toasts/toasts.tsx'
import { Workspace, workspaceOf } from './workspace.ts'

type Props = {
  world: World
  desk: Desk
  linked: boolean
  channel: string
  /** what the page itself has to say, beside the desk's toasts */
  notices: Toast[]
  onGo: (next: { as?: string; channel?: string }) => void
  /** which channel is open in the end, as the address may name none or one that this person does not see */
  onSettled: (channel: string) => void
  onNotices: (change: (before: Toast[]) => Toast[]) => void
}

type Front = 'people' | 'switcher' | 'systems' | 'keys' | null

/** One person's window: bar, sidebar, conversation, and whatever lies in front of them. */
export function Shell({ world, desk, linked, channel, notices, onGo, onSettled, onNotices }: Props) {
  const forms = useForms()
  const [front, setFront] = useState<Front>(null)
  const places = placesOf(desk)
  const own = places.find(({ id }) => id === channel)
  const open = own ? undefined : (desk.channels.find(({ id }) => id === channel) ?? desk.channels[0])
  const place = own?.id ?? open?.id
  const title = own?.name ?? open?.name
  const me = desk.me.id
  const inModal = desk.modals.length > 0
  const doors = useRef({ onGo, onNotices })
  doors.current = { onGo, onNotices }
  const workspace = useMemo(() => {
    const act = async (wish: Act): Promise<ActAnswer> => {
      const answer = await sendAct(me, wish)
      if (!answer.ok) doors.current.onNotices((before) => [...before.slice(-4), noticeOf(answer.error)])
      return answer
    }
    return workspaceOf(world, desk, { act, goTo: (id) => doors.current.onGo({ channel: id }) })
  }, [world, desk, me])

  useEffect(() => {
    if (place) onSettled(place)
  }, [place, onSettled])
  useEffect(() => {
    document.title = `${title ? `${title} – ` : ''}${world.team.name} (${desk.me.name})`
  }, [title, world.team.name, desk.me.name])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wish = shortcutOf(event)
      if (!wish || front || (inModal && wish !== 'people')) return
      event.preventDefault()
      if (wish === 'next-region') stepRegion(event.shiftKey ? -1 : 1)
      else if (wish === 'next-channel' || wish === 'previous-channel') {
        const all = [...desk.channels, ...placesOf(desk)].map(({ id }) => id)
        const at = all.indexOf(place ?? '') + (wish === 'next-channel' ? 1 : -1)
        const next = all[(at + all.length) % all.length]
        if (next) onGo({ channel: next })
      } else setFront(wish)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk, place, onGo, front, inModal])

  const close = () => setFront(null)
  const begin = (command: string) => {
    const where = open ?? desk.channels[0]
    if (!where) return
    forms.setDraft(draftKey(me, where.id), `${command} `)
    if (!open) onGo({ channel: where.id })
  }
  const dismiss = (id: string) => {
    if (notices.some((notice) => notice.id === id)) onNotices((before) => before.filter((notice) => notice.id !== id))
    else void workspace.act({ type: 'dismiss', toast: id })
  }
  const troubled = desk.systems.filter(({ mode }) => mode !== 'well').length
  const toasts = <Toasts toasts={[...desk.toasts, ...notices]} onDismiss={dismiss} />
  return (
    <Workspace.Provider value={workspace}>
      <div class="shell">
        <TopBar onSwitcher={() => setFront('switcher')} onPeople={() => setFront('people')} />
        <div class={`link-state ${linked ? '' : 'link-lost'}`} role="status">
          {linked ? '' : 'The sandbox does not answer. Trying again…'}
        </div>
        <div class="panes">
          <Sidebar
            open={place ?? ''}
            places={places}
            troubled={troubled}
            onSystems={() => setFront('systems')}
            onShortcuts={() => setFront('keys')}
          />
          {place === MAILBOX && desk.mail ? (
            <Mailbox mail={desk.mail} />
          ) : place === BRREG && desk.brreg ? (
            <BrregDesk brreg={desk.brreg} />
          ) : place === ALTINN && desk.altinn ? (
            <Altinn altinn={desk.altinn} />
          ) : open ? (
            <Conversation key={open.id} channel={open} desk={desk} />
          ) : (
            <p class="empty">{desk.me.name} is in no channel.</p>
          )}
        </div>
        {!inModal && toasts}
      </div>
      {inModal && <ModalStack modals={desk.modals}>{toasts}</ModalStack>}
      {front === 'people' && <PersonSwitcher onClose={close} onPerson={(as) => onGo({ as })} />}
      {front === 'switcher' && (
        <QuickSwitcher
          onClose={close}
          onPerson={(as) => onGo({ as })}
          onCommand={begin}
          places={places}
          onSystems={() => setFront('systems')}
        />
      )}
      {front === 'systems' && <SystemsPanel systems={desk.systems} troubles={desk.mail?.troubles} onClose={close} />}
      {front === 'keys' && <Shortcuts onClose={close} />}
    </Workspace.Provider>
  )
}

function noticeOf(error: string): Toast {
  return { id: crypto.randomUUID(), at: Date.now(), level: 'error', title: error }
}
