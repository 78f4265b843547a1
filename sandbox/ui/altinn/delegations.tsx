import { useContext, useId, useState } from 'preact/hooks'
import type { AltinnDesk, RegisterScope } from '../../protocol.ts'
import { longTime } from '../mailbox/mail-time.ts'
import { Workspace } from '../workspace.ts'
import type { OnWish } from './log-in.tsx'

type Props = { desk: AltinnDesk; environment: 'test' | 'prod'; onWish: OnWish }

/** Somebody who is logged in: whom they represent, and what that one has delegated. */
export function Delegations({ desk, environment, onWish }: Props) {
  const id = useId()
  return (
    <>
      <div class="altinn-who">
        <span>
          Logged in as <strong>{desk.person}</strong>
        </span>
        <button type="button" class="button" onClick={() => void onWish({ kind: 'log-out' })}>
          Log out
        </button>
      </div>
      {desk.enterprises.length === 0 ? (
        <p class="altinn-nobody" role="status">
          {desk.person} represents no enterprise here, and can delegate nothing. Log in as somebody who does.
        </p>
      ) : (
        <div class="answer-field altinn-from">
          <label for={id}>Represent</label>
          <select
            id={id}
            class="field"
            value={desk.from?.number ?? ''}
            onChange={(event) => void onWish({ kind: 'represent', number: event.currentTarget.value || null })}
          >
            <option value="">Choose an enterprise</option>
            {desk.enterprises.map(({ number, name }) => (
              <option key={number} value={number}>
                {name} ({number})
              </option>
            ))}
          </select>
        </div>
      )}
      {desk.from && (
        <>
          <Delegated desk={desk} onWish={onWish} />
          <NewDelegation environment={environment} onWish={onWish} />
        </>
      )}
    </>
  )
}

function Delegated({ desk: { from, delegations }, onWish }: Pick<Props, 'desk' | 'onWish'>) {
  const { timeZone, locale } = useContext(Workspace)
  return (
    <section class="altinn-part" aria-labelledby="altinn-delegated">
      <h2 id="altinn-delegated">API-delegering</h2>
      {delegations.length === 0 ? (
        <p class="altinn-hint">{from?.name} has delegated nothing.</p>
      ) : (
        <ul class="altinn-list">
          {delegations.map(({ to, scope, form, at }) => (
            <li key={`${to.number} ${scope}`}>
              <span class="altinn-words">
                <span class="altinn-name">{form}</span>
                <span class="altinn-about">
                  to {to.name} ({to.number}) · {longTime(at, { now: Date.now(), timeZone, locale })}
                </span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={`Remove ${form} from ${to.name}`}
                onClick={() => void onWish({ kind: 'remove', to: to.number, scope })}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NewDelegation({ environment, onWish }: Pick<Props, 'environment' | 'onWish'>) {
  const { world } = useContext(Workspace)
  const [scope, setScope] = useState('')
  const [to, setTo] = useState('')
  const id = useId()
  const delegate = async (event: Event) => {
    event.preventDefault()
    const answer = await onWish({ kind: 'delegate', to, scope: scope as RegisterScope })
    if (!answer.ok) return
    setScope('')
    setTo('')
  }
  return (
    <form class="altinn-part" onSubmit={delegate}>
      <h2>Delegate a new API</h2>
      <div class="answer-field">
        <label for={`${id}-form`}>API (delegeringsskjema)</label>
        <select
          id={`${id}-form`}
          class="field"
          required
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value)}
        >
          <option value="">Choose the form that matches the scope</option>
          {world.accesses.map((one) => (
            <option key={one.scope} value={one.scope}>
              {one.form}
            </option>
          ))}
        </select>
      </div>
      <div class="answer-field">
        <label for={`${id}-to`}>Supplier’s organisation number</label>
        <input
          id={`${id}-to`}
          class="field"
          required
          inputMode="numeric"
          autocomplete="off"
          value={to}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <p class="altinn-hint">
        {environment === 'test'
          ? 'Counts in test alone, for suppliers that brreg has read into TT02.'
          : 'Counts in production alone.'}
      </p>
      <button type="submit" class="button button-main">
        Delegate
      </button>
    </form>
  )
}
