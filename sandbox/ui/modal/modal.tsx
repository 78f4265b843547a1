import type { ComponentChildren } from 'preact'
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks'
import type { View } from '../../protocol.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { FormsContext, SurfaceOf } from '../blocks/surface.tsx'
import { problemsOf } from '../form-checks.ts'
import { formKey } from '../forms.ts'
import { Dialog, focusFirst } from '../overlay/dialog.tsx'
import { Avatar } from '../people/avatar.tsx'
import { emojiNames } from '../text/emoji-names.ts'
import { Workspace } from '../workspace.ts'
import './modal.css'

/** The stack of views, of which the front one is seen. Escape and Cancel close that one, the cross closes all. */
export function ModalStack({ modals, children }: { modals: View[]; children: ComponentChildren }) {
  const { act } = useContext(Workspace)
  const front = modals.at(-1)
  const title = useId()
  if (!front) return null
  const close = (all: boolean) => void act({ type: 'close', view_id: front.id, ...(all ? { all } : {}) })
  return (
    <Dialog labelledBy={title} testId="modal" class="modal" onEscape={() => close(false)}>
      <ModalView key={front.id} view={front} titleId={title} pushed={modals.length > 1} onClose={close} />
      {children}
    </Dialog>
  )
}

type Props = { view: View; titleId: string; pushed: boolean; onClose: (all: boolean) => void }

function ModalView({ view, titleId, pushed, onClose }: Props) {
  const { act, world, personOf, me } = useContext(Workspace)
  const forms = useContext(FormsContext)
  const form = useRef<HTMLFormElement>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  /** fields changed since the last try: what was said of them is no longer true */
  const [edited, setEdited] = useState<Set<string>>(new Set())
  const [tries, setTries] = useState(0)
  const [firstHash] = useState(view.hash)
  const errors = Object.fromEntries(
    Object.entries({ ...view.errors, ...problems }).filter(([block]) => !edited.has(block)),
  )
  const errorWords = JSON.stringify(errors)
  const working = view.busy

  useEffect(() => {
    const dialog = form.current?.closest('dialog')
    if (dialog) focusFirst(dialog)
  }, [])
  useEffect(() => {
    const dialog = form.current?.closest('dialog')
    if (dialog && !dialog.contains(document.activeElement)) focusFirst(dialog)
  })
  // after every try the first wrong field gets the focus
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    ;(wrong?.querySelector<HTMLElement>('input') ?? wrong)?.focus()
  }, [errorWords === '{}', tries, view.hash])

  const onSubmit = (event: Event) => {
    event.preventDefault()
    if (!view.submit || working) return
    const values = forms.read(formKey(me.id, { type: 'view', view_id: view.id }), view.blocks)
    const found = problemsOf(view.blocks, values)
    setProblems(found)
    setEdited(new Set())
    setTries(tries + 1)
    if (Object.keys(found).length === 0) void act({ type: 'submit', view_id: view.id, values })
  }
  return (
    <form ref={form} class="modal-form" noValidate onSubmit={onSubmit} aria-busy={working}>
      <header class="dialog-head">
        {pushed && (
          <button type="button" class="icon-button" aria-label="Back" onClick={() => onClose(false)}>
            <span class="modal-back" aria-hidden="true">
              ‹
            </span>
          </button>
        )}
        <Avatar face={personOf(world.bot.user_id)} size="small" />
        <h2 id={titleId}>{emojiNames(view.title ?? '')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={pushed ? 'Close all' : 'Close'}
          onClick={() => onClose(pushed)}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div class={`modal-progress ${working ? 'modal-progress-on' : ''}`} role="status">
        <span class="unseen">{working ? 'Working…' : view.hash === firstHash ? '' : 'The dialog has changed'}</span>
      </div>
      <section class="dialog-body" tabIndex={view.submit ? -1 : 0} aria-label={view.title}>
        <SurfaceOf
          container={{ type: 'view', view_id: view.id }}
          blocks={view.blocks}
          errors={errors}
          onEdited={(block) => setEdited((before) => new Set(before).add(block))}
        >
          <Blocks blocks={view.blocks} />
        </SurfaceOf>
      </section>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={() => onClose(false)}>
          {emojiNames(view.close ?? (view.submit ? 'Cancel' : 'Close'))}
        </button>
        {view.submit && (
          <button
            type="submit"
            data-main
            class={`button button-main ${working ? 'button-waiting' : ''}`}
            disabled={working}
          >
            <span class="button-words">{emojiNames(view.submit)}</span>
          </button>
        )}
      </footer>
    </form>
  )
}
