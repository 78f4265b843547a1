import { useId } from 'preact/hooks'
import { Dialog } from '../overlay/dialog.tsx'
import { asString, type Obj, wordsOf } from '../slack-json.ts'
import { InlineText, TextObject } from '../text/show-text.tsx'

/** Slack's confirm object: asked before a button or menu does its work. Escape is no. */
export function Confirm({ confirm, onAnswer }: { confirm: Obj; onAnswer: (yes: boolean) => void }) {
  const title = useId()
  const danger = asString(confirm.style) === 'danger'
  return (
    <Dialog role="alertdialog" labelledBy={title} class="dialog-small" onEscape={() => onAnswer(false)}>
      <header class="dialog-head">
        <h2 id={title}>{wordsOf(confirm.title) || 'Are you sure?'}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => onAnswer(false)}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div class="dialog-body">
        <TextObject text={confirm.text} />
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {wordsOf(confirm.deny) ? <InlineText text={confirm.deny} /> : 'Cancel'}
        </button>
        <button
          type="button"
          data-main
          class={`button ${danger ? 'button-danger-solid' : 'button-main'}`}
          onClick={() => onAnswer(true)}
        >
          {wordsOf(confirm.confirm) ? <InlineText text={confirm.confirm} /> : 'Yes'}
        </button>
      </footer>
    </Dialog>
  )
}
