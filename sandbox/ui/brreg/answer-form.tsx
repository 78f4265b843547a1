import { useContext, useId, useState } from 'preact/hooks'
import type { Answer, AnswerKind, DeskOrder, RegisterScope } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'
import { AnswerFields, type Draft, draftFor } from './answer-fields.tsx'
import { wordsFor } from './words.ts'
import './answer.css'

const toldApart: readonly AnswerKind[] = ['confirm', 'deliver']

/** What one can answer now, what there is to say about it, and the button that does it. */
export function AnswerForm({ order }: { order: DeskOrder }) {
  const { act } = useContext(Workspace)
  const hindered = (kind: AnswerKind) => order.obstacle !== null && toldApart.includes(kind)
  const [kind, setKind] = useState<AnswerKind | undefined>(order.answers.find((one) => !hindered(one)))
  const [draft, setDraft] = useState<Draft>(() => draftFor(order))
  const [busy, setBusy] = useState(false)
  const id = useId()
  if (order.answers.length === 0 || kind === undefined)
    return <p class="order-ended">There is nothing more to answer. What they write in the thread comes here.</p>

  const send = async (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (busy) return
    const pane = event.currentTarget.closest('article')
    setBusy(true)
    const answer = await act({ type: 'brreg', order: order.id, answer: answerOf(kind, draft, order) })
    setBusy(false)
    // the form makes room for the next one, and the focus has to be somewhere
    if (answer.ok) pane?.focus()
  }
  return (
    <form class="answer" onSubmit={send} aria-busy={busy}>
      <fieldset class="answer-kinds">
        <legend>Answer as brreg</legend>
        {order.answers.map((one) => (
          <label key={one} class="answer-kind">
            <input
              type="radio"
              name={`${id}-kind`}
              value={one}
              checked={kind === one}
              disabled={hindered(one)}
              onChange={() => setKind(one)}
            />
            <span>
              <span class="answer-name">{wordsFor(one, order).name}</span>
              <span class="answer-about">{hindered(one) ? order.obstacle : wordsFor(one, order).about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <AnswerFields kind={kind} order={order} draft={draft} onDraft={(more) => setDraft({ ...draft, ...more })} />
      <button type="submit" class={`button button-main ${busy ? 'button-waiting' : ''}`} disabled={busy}>
        <span class="button-words">{wordsFor(kind, order).button}</span>
      </button>
    </form>
  )
}

function answerOf(kind: AnswerKind, draft: Draft, order: DeskOrder): Answer {
  const words = draft.words.trim() === '' ? {} : { words: draft.words }
  const written = draft.written === '' ? {} : { written: draft.written as RegisterScope }
  switch (kind) {
    case 'confirm':
      return { kind, scope: draft.scope, environments: draft.environments, ...written, ...words }
    case 'deliver':
      return order.kind === 'fictional' ? { kind, scope: draft.scope, ...written, ...words } : { kind, ...words }
    case 'ask':
      return { kind, about: draft.about, ...words }
    case 'bounce':
      return { kind, ...draft.report }
    case 'silent':
      return { kind }
    default:
      return { kind, ...words }
  }
}
