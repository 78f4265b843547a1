import { blocks } from './blocks.ts'
import { limits } from './limits.ts'
import { emptySheet, type Fields, isObject, type RuleFault, type Sheet } from './rule.ts'
import { lengthOf } from './values.ts'

export type MessageVerdict = { error: string; faults: RuleFault[] }

const verdict = (error: string, pointer: string, message: string): MessageVerdict => ({
  error,
  faults: [{ pointer, message }],
})

/** Web API arguments arrive as JSON in a form field; both forms are taken. */
const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const textVerdict = (message: Fields, isUpdate: boolean): MessageVerdict | null => {
  const { text, markdown_text: markdown } = message
  if (isFilled(text) && typeof text !== 'string') return verdict('invalid_arguments', '/text', 'must provide a string')
  if (isFilled(markdown)) {
    if (isFilled(text) || isFilled(message.blocks))
      return verdict('markdown_text_conflict', '/markdown_text', 'must not be used with `text` or `blocks`')
    if (typeof markdown !== 'string') return verdict('invalid_arguments', '/markdown_text', 'must provide a string')
    const most = limits.markdown.text
    if (lengthOf(markdown) > most)
      return verdict('msg_too_long', '/markdown_text', `must be less than ${most + 1} characters`)
  }
  const most = limits.messageText.update
  if (isUpdate && typeof text === 'string' && lengthOf(text) > most)
    return verdict('msg_too_long', '/text', `must be less than ${most + 1} characters`)
  return null
}

const blocksVerdict = (given: unknown, at: string, sheet: Sheet, from: number): MessageVerdict | null => {
  const list = parsed(given)
  if (!Array.isArray(list)) return verdict('invalid_blocks_format', at, 'must provide an array')
  blocks(limits.message.blocks, from)(list, at, sheet)
  return null
}

/** What only the whole message shows, once its blocks are fine by themselves. */
const totalsVerdict = (sheet: Sheet): MessageVerdict | null => {
  if (sheet.faults.length > 0) return { error: 'invalid_blocks', faults: sheet.faults }
  if (sheet.tables > limits.message.tables) return verdict('invalid_attachments', '/blocks', 'only_one_table_allowed')
  const most = limits.message.markdown
  if (sheet.markdown > most)
    return verdict('msg_blocks_too_long', '/blocks', `must be less than ${most + 1} characters in markdown blocks`)
  return null
}

const attachmentsVerdict = (given: unknown, sheet: Sheet): MessageVerdict | null => {
  const list = parsed(given)
  if (!Array.isArray(list)) return verdict('invalid_attachments', '/attachments', 'must provide an array')
  const most = limits.message.attachments
  if (list.length > most) return verdict('too_many_attachments', '/attachments', `no more than ${most} items allowed`)
  for (const [i, attachment] of list.entries()) {
    if (!isObject(attachment)) return verdict('invalid_attachments', `/attachments/${i}`, 'must provide an object')
    if (attachment.blocks === undefined) continue
    const wrong = blocksVerdict(attachment.blocks, `/attachments/${i}/blocks`, sheet, 1)
    if (wrong !== null) return wrong
  }
  return null
}

const metadataVerdict = (given: unknown): MessageVerdict | null => {
  const metadata = parsed(given)
  // An empty object takes the metadata away on chat.update.
  if (isObject(metadata) && Object.keys(metadata).length === 0) return null
  const isRight = isObject(metadata) && typeof metadata.event_type === 'string' && isObject(metadata.event_payload)
  return isRight
    ? null
    : verdict('invalid_metadata_format', '/metadata', 'must define `event_type` and `event_payload`')
}

/** Slack's verdict on a message, null when it is fine. See `checkMessage` in ../rules.ts. */
export const messageVerdict = (message: unknown, isUpdate: boolean): MessageVerdict | null => {
  const given: unknown = typeof message === 'string' ? { text: message } : message
  if (!isObject(given)) return verdict('invalid_arguments', '', 'must provide an object')
  // Sent to a response_url, this takes the message away and needs nothing more.
  if (given.delete_original === true) return null
  const wrongText = textVerdict(given, isUpdate)
  if (wrongText !== null) return wrongText
  const sheet = emptySheet('message')
  const hasBlocks = isFilled(given.blocks)
  const hasAttachments = isFilled(given.attachments)
  // chat.update takes an empty list: it removes the blocks. Elsewhere a list of blocks has at least one.
  const wrongBlocks = hasBlocks ? blocksVerdict(given.blocks, '/blocks', sheet, isUpdate ? 0 : 1) : null
  const wrongAttachments = hasAttachments ? attachmentsVerdict(given.attachments, sheet) : null
  const hasContent =
    isFilled(given.text) ||
    isFilled(given.markdown_text) ||
    (hasBlocks && !isEmptyList(parsed(given.blocks))) ||
    (hasAttachments && !isEmptyList(parsed(given.attachments)))
  if (!hasContent) return verdict('no_text', '/text', 'must define `text`, `blocks` or `attachments`')
  const wrongMetadata = given.metadata === undefined ? null : metadataVerdict(given.metadata)
  return wrongBlocks ?? totalsVerdict(sheet) ?? wrongAttachments ?? wrongMetadata
}
