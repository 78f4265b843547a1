import { useContext, useState } from 'preact/hooks'
import type { AltinnWish, DeskAltinn } from '../../protocol.ts'
import { TabList } from '../overlay/tab-list.tsx'
import { Workspace } from '../workspace.ts'
import { Delegations } from './delegations.tsx'
import { LogIn, NumberLogIn } from './log-in.tsx'
import '../mailbox/mailbox.css'
import '../brreg/answer.css'
import './altinn.css'

type Environment = 'test' | 'prod'

/** Altinn twice: TT02, where brreg's fictional persons log in, and the ordinary one. They share nothing. */
export function Altinn({ altinn }: { altinn: DeskAltinn }) {
  const { act } = useContext(Workspace)
  const [environment, setEnvironment] = useState<Environment>('test')
  const desk = altinn[environment]
  const wish = (wanted: AltinnWish) => act({ type: 'altinn', environment, wish: wanted })
  return (
    <main class="mailbox" data-region tabIndex={-1} aria-label="Altinn">
      <header class="conversation-head">
        <h1>Altinn</h1>
        <p class="conversation-topic">Where one enterprise lets another use its API access</p>
      </header>
      <TabList<Environment>
        label="Which Altinn"
        tabs={[
          { id: 'test', name: 'TT02 (test)' },
          { id: 'prod', name: 'Altinn (production)' },
        ]}
        open={environment}
        onOpen={setEnvironment}
      />
      <div class="mailbox-body" id={`panel-${environment}`} role="tabpanel" aria-labelledby={`tab-${environment}`}>
        <div class="altinn" key={environment}>
          {desk.person !== null ? (
            <Delegations desk={desk} environment={environment} onWish={wish} />
          ) : environment === 'test' ? (
            <NumberLogIn onWish={wish} />
          ) : (
            <LogIn people={altinn.people} onWish={wish} />
          )}
        </div>
      </div>
    </main>
  )
}
