import type { ComponentChildren } from 'preact'
import { prefixLines, type Selected, toggleMark } from './formatting.ts'

type Tool = { name: string; sign: string; class?: string; apply: (selected: Selected) => Selected }

const tools: Tool[] = [
  { name: 'Bold', sign: 'B', class: 'tool-bold', apply: (selected) => toggleMark(selected, '*') },
  { name: 'Italic', sign: 'I', class: 'tool-italic', apply: (selected) => toggleMark(selected, '_') },
  { name: 'Strikethrough', sign: 'S', class: 'tool-strike', apply: (selected) => toggleMark(selected, '~') },
  { name: 'Bulleted list', sign: '•–', apply: (selected) => prefixLines(selected, '• ') },
  { name: 'Quote', sign: '❯', apply: (selected) => prefixLines(selected, '> ') },
  { name: 'Code', sign: '</>', class: 'tool-code', apply: (selected) => toggleMark(selected, '`') },
]

type Props = {
  selected: () => Selected
  onWrite: (selected: Selected) => void
  /** whether a command may be begun here */
  commands: boolean
  empty: boolean
  onSend: () => void
  children: ComponentChildren
}

/** The frame of the message field: styles above it, commands and Send below it. */
export function ComposerBar({ selected, onWrite, commands, empty, onSend, children }: Props) {
  const keep = (event: Event) => event.preventDefault()
  return (
    <div class="composer-box">
      <div class="composer-tools" role="toolbar" aria-label="Formatting">
        {tools.map(({ name, sign, class: extra = '', apply }) => (
          <button
            key={name}
            type="button"
            class={`tool ${extra}`}
            aria-label={name}
            title={name}
            tabIndex={-1}
            onMouseDown={keep}
            onClick={() => onWrite(apply(selected()))}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      </div>
      {children}
      <div class="composer-foot">
        {commands && (
          <button
            type="button"
            class="tool"
            aria-label="Commands"
            title="Commands"
            onMouseDown={keep}
            onClick={() => onWrite({ text: '/', from: 1, to: 1 })}
          >
            <span aria-hidden="true">/</span>
          </button>
        )}
        <span class="composer-keys" aria-hidden="true">
          {empty ? '' : 'Shift + Enter for a new line'}
        </span>
        <button type="button" class="composer-send" aria-label="Send" disabled={empty} onClick={onSend}>
          <svg viewBox="0 0 16 16" role="presentation" aria-hidden="true">
            <path d="M2 2.5 14.5 8 2 13.5 3.6 8.6 9 8 3.6 7.4z" fill="currentColor" />
          </svg>
        </button>
      </div>
    </div>
  )
}
