import { useId } from 'preact/hooks'
import { Dialog } from '../overlay/dialog.tsx'

const keys: [string[], string][] = [
  [['Ctrl', 'K'], 'Jump to a channel, command or person'],
  [['Alt', 'P'], 'Be somebody else'],
  [['Alt', '↑'], 'Previous channel'],
  [['Alt', '↓'], 'Next channel'],
  [['F6'], 'Next part of the window'],
  [['/'], 'Begin a command (in the message field)'],
  [['Tab'], 'Complete a command'],
  [['Shift', 'Enter'], 'New line in a message'],
  [['Ctrl', 'Enter'], 'Submit a form from a field of many lines'],
  [['Esc'], 'Close what is in front'],
  [['Ctrl', '/'], 'This list'],
]

/** The keys of the sandbox's page. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const title = useId()
  return (
    <Dialog labelledBy={title} class="dialog-small" onEscape={onClose}>
      <header class="dialog-head">
        <h2 id={title}>Keyboard shortcuts</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div class="dialog-body">
        <dl class="shortcuts">
          {keys.map(([combination, does]) => (
            <div key={does}>
              <dt>
                {combination.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
