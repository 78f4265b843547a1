import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { FormsContext } from '../blocks/surface.tsx'
import { draftKey } from '../forms.ts'
import { Popup } from '../overlay/popup.tsx'
import { useListbox } from '../overlay/use-listbox.ts'
import { Workspace } from '../workspace.ts'
import { commandOf, completionsFor } from './completion.ts'
import { CompletionList } from './completion-list.tsx'
import { ComposerBar } from './composer-bar.tsx'
import type { Selected } from './formatting.ts'
import './composer.css'

type Props = {
  channel: string
  /** `Message #general` */
  label: string
  thread?: string
}

/** Where messages and commands are written. Enter sends, Shift+Enter makes a line, `/` lists the commands. */
export function Composer({ channel, label, thread }: Props) {
  const { world, me, act } = useContext(Workspace)
  const forms = useContext(FormsContext)
  const key = draftKey(me.id, channel, thread)
  const text = forms.draft(key)
  const field = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState(0)
  const [hidden, setHidden] = useState<string | null>(null)
  const [focused, setFocused] = useState(false)
  const selectNext = useRef<[number, number] | null>(null)
  const matches = !thread && focused && hidden !== text ? completionsFor(text, caret, world.commands) : []
  const writing = thread ? null : commandOf(text, world.commands)
  const list = useListbox(matches.length, text)

  // height and selection follow the text
  useLayoutEffect(() => {
    if (!field.current) return
    grow(field.current)
    if (!selectNext.current) return
    field.current.setSelectionRange(...selectNext.current)
    selectNext.current = null
  }, [text])
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus()
  }, [])

  const write = ({ text: next, from, to }: Selected) => {
    selectNext.current = [from, to]
    setCaret(to)
    forms.setDraft(key, next)
    field.current?.focus()
  }
  const complete = (command: string) => write({ text: `${command} `, from: command.length + 1, to: command.length + 1 })
  const send = async () => {
    if (text.trim() === '') return
    forms.setDraft(key, '')
    setHidden(null)
    field.current?.focus()
    const answer = await act({ type: 'send', channel, text: text.trim(), ...(thread ? { thread_ts: thread } : {}) })
    if (!answer.ok && forms.draft(key) === '') forms.setDraft(key, text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const offered = matches[list.active]
    if (offered) {
      if (list.onArrow(event)) return
      const whole = offered.command === text
      if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !whole)) {
        event.preventDefault()
        return complete(offered.command)
      }
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        return setHidden(text)
      }
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void send()
  }
  const selected = (): Selected => ({
    text,
    from: field.current?.selectionStart ?? text.length,
    to: field.current?.selectionEnd ?? text.length,
  })
  return (
    <div class="composer">
      {writing && (
        <p class="composer-hint">
          <strong>{writing.command}</strong> <span class="composer-usage">{writing.usage_hint}</span>
        </p>
      )}
      <div ref={box}>
        <ComposerBar selected={selected} onWrite={write} commands={!thread} empty={text.trim() === ''} onSend={send}>
          <textarea
            ref={field}
            data-testid={thread ? undefined : 'composer'}
            data-focus-home={thread ? undefined : true}
            rows={1}
            aria-label={label}
            placeholder={label}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={list.id}
            aria-activedescendant={matches.length > 0 ? list.optionId(list.active) : undefined}
            value={text}
            onInput={(event) => {
              setCaret(event.currentTarget.selectionEnd)
              forms.setDraft(key, event.currentTarget.value)
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            onKeyDown={onKeyDown}
          />
        </ComposerBar>
      </div>
      {matches.length > 0 && (
        <Popup anchor={box} side="above">
          <CompletionList list={list} matches={matches} onChoose={complete} />
        </Popup>
      )}
    </div>
  )
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, 240)}px`
}
