import type { Memo } from '../domain/memo.ts'
import type { Ack } from './route.ts'

/** The acknowledgement in Slack's JSON (slack.md 2.2, 2.6). A message that was drawn once is put into words once. */
export const wire = (ack: Ack, memo: Memo): unknown => {
  switch (ack.kind) {
    case 'empty':
      return undefined
    case 'message':
      return memo(ack.message, 'wire', () => ({ response_type: 'ephemeral', ...ack.message }))
    case 'errors':
      return { response_action: 'errors', errors: ack.errors }
    case 'update':
      return { response_action: 'update', view: ack.view }
    case 'push':
      return { response_action: 'push', view: ack.view }
    case 'clear':
      return { response_action: 'clear' }
    case 'options':
      return { options: ack.options }
    case 'groups':
      return { option_groups: ack.groups }
  }
}
