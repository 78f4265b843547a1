import { TabList } from '../overlay/tab-list.tsx'

type Tab = 'home' | 'messages'

type Props = { tab: Tab; unread: number; onTab: (tab: Tab) => void }

/** Home and Messages of the bot's own place. */
export function Tabs({ tab, unread, onTab }: Props) {
  const tabs = [
    { id: 'home', name: 'Home' },
    { id: 'messages', name: 'Messages', unread: tab === 'messages' ? 0 : unread },
  ] as const
  return <TabList<Tab> label="Parts of the app" tabs={tabs} open={tab} onOpen={onTab} />
}
