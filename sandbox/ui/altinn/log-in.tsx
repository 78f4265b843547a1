import { useId, useState } from 'preact/hooks'
import type { ActAnswer, AltinnWish, DeskAltinn } from '../../protocol.ts'

export type OnWish = (wish: AltinnWish) => Promise<ActAnswer>

/** Into TT02, with the number that stands in brreg's mail. */
export function NumberLogIn({ onWish }: { onWish: OnWish }) {
  const [pid, setPid] = useState('')
  const id = useId()
  const logIn = (event: Event) => {
    event.preventDefault()
    void onWish({ kind: 'log-in', pid })
  }
  return (
    <form class="altinn-login" onSubmit={logIn}>
      <h2>Log in to TT02</h2>
      <label for={id}>National identity number (fødselsnummer)</label>
      <input
        id={id}
        class="field"
        required
        inputMode="numeric"
        autocomplete="off"
        value={pid}
        onInput={(event) => setPid(event.currentTarget.value)}
      />
      <p class="altinn-hint">
        The fictional one out of brreg’s mail, once an order is delivered. Nobody of production exists here.
      </p>
      <button type="submit" class="button button-main">
        Log in
      </button>
    </form>
  )
}

/** Into the ordinary one, as somebody of the cast. */
export function LogIn({ people, onWish }: { people: DeskAltinn['people']; onWish: OnWish }) {
  return (
    <section class="altinn-login" aria-labelledby="altinn-people">
      <h2 id="altinn-people">Log in to Altinn</h2>
      <ul class="altinn-people">
        {people.map(({ name, pid, represents }) => (
          <li key={pid}>
            <button type="button" class="altinn-person" onClick={() => void onWish({ kind: 'log-in', pid })}>
              <span class="altinn-name">{name}</span>
              <span class="altinn-about">
                {represents.length > 0 ? `Represents ${represents.join(', ')}` : 'Represents nobody'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
