import type { KnownBlock, ModalView } from '@slack/types'
import type { Environment } from '../../src/domain/client/types.ts'
import { cut, escapeMrkdwn } from '../../src/text/format.ts'
import { header } from './blocks.ts'
import { limits } from './limits.ts'
import { modal, titleFor } from './modal.ts'

/** A message; `text` is what notifications and screen readers say. */
export type Message = { text: string; blocks: KnownBlock[] }

/** The same content for a modal and for a message, since an answer goes where there is room for it (design 1.5). */
export type Shown = { view: ModalView; message: Message }

export type ShownWords = {
  id: string
  title: string
  environment: Environment | null
  blocks: KnownBlock[]
  close: string
  /** what a notification says; the title when left out */
  summary?: string
  metadata?: string
}

/** A message: its title on top, environment included. Escaped, since Slack reads `text` as mrkdwn too. */
export const message = (words: Omit<ShownWords, 'id' | 'close' | 'metadata'>): Message => {
  const title = titleFor(words.title, words.environment)
  return {
    text: cut(escapeMrkdwn(cut(words.summary ?? title, 700)), limits.messageText),
    blocks: [header(title), ...words.blocks].slice(0, limits.blocksInMessage),
  }
}

export const shown = (words: ShownWords): Shown => ({
  view: modal(words),
  message: message(words),
})
