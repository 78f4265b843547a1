import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Letter } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'

/** Answers the mail that is open: a button until one wants to, then words and what sends them. */
export function ReplyForm({ letter }: { letter: Letter }) {
  const { act } = useContext(Workspace)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [state, setState] = useState<'' | 'busy' | 'sent'>('')
  const field = useRef<HTMLTextAreaElement>(null)
  const door = useRef<HTMLButtonElement>(null)
  const moved = useRef(false)
  const id = useId()
  useEffect(() => {
    if (moved.current) (open ? field : door).current?.focus()
    moved.current = true
  }, [open])
  const to = letter.replyTo[0] ?? letter.from

  const send = async (event: Event) => {
    event.preventDefault()
    if (state === 'busy') return
    setState('busy')
    const answer = await act({ type: 'reply-mail', mail: letter.id, text })
    setState(answer.ok ? 'sent' : '')
    if (!answer.ok) return
    setText('')
    setOpen(false)
  }
  if (!open)
    return (
      <div class="reply">
        <button ref={door} type="button" class="button" onClick={() => setOpen(true)}>
          Reply
        </button>{' '}
        <span role="status">{state === 'sent' ? 'Your answer is sent.' : ''}</span>
      </div>
    )
  return (
    <form class="reply" onSubmit={send}>
      <label for={id}>Your answer to {to?.name || to?.address}</label>
      <textarea
        ref={field}
        id={id}
        class="field"
        rows={4}
        required
        maxLength={20_000}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="reply-buttons">
        <button
          type="submit"
          class={`button button-main ${state === 'busy' ? 'button-waiting' : ''}`}
          disabled={state === 'busy'}
        >
          <span class="button-words">Send</span>
        </button>
        <button type="button" class="button" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </div>
    </form>
  )
}
