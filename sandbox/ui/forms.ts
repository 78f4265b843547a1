import type { Block, Container, StateValues } from '../protocol.ts'
import { currentValues } from './form-values.ts'

/** What people have typed and chosen, by view or message. It lives in the browser and outlives every new desk. */
export type Forms = {
  /** the values of a view or message as they stand; whatever is new in it is taken up with its initial value */
  read: (key: string, blocks: Block[]) => StateValues
  write: (key: string, values: StateValues) => void
  /** text that is being written, such as a message not yet sent */
  draft: (key: string) => string
  setDraft: (key: string, text: string) => void
}

/** The name that one person's values in a view or message are filed under. */
export function formKey(person: string, container: Container): string {
  const place = container.type === 'view' ? container.view_id : `${container.channel_id} ${container.message_ts}`
  return `${person} ${place}`
}

/** The name that what one person is writing in a channel or thread is filed under. */
export function draftKey(person: string, channel: string, thread = ''): string {
  return `${person} ${channel} ${thread}`
}

/** @param changed called after every write, so that the page is drawn anew */
export function makeForms(changed: () => void): Forms {
  const held = new Map<string, StateValues>()
  const drafts = new Map<string, string>()
  return {
    read: (key, blocks) => {
      const values = currentValues(blocks, held.get(key))
      held.set(key, values)
      return values
    },
    write: (key, values) => {
      held.set(key, values)
      changed()
    },
    draft: (key) => drafts.get(key) ?? '',
    setDraft: (key, text) => {
      drafts.set(key, text)
      changed()
    },
  }
}
