import type { KnownBlock, ModalView } from '@slack/types'
import type { Environment } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import { plain } from './blocks.ts'
import { limits } from './limits.ts'

const mark = ' (prod)'

/** The title with the environment in it for all that touches prod, within Slack's 24 characters. */
export const titleFor = (title: string, environment: Environment | null): string =>
  environment === 'prod' ? `${cut(title, limits.title - mark.length)}${mark}` : cut(title, limits.title)

export type ModalWords = {
  /** the callback id */
  id: string
  title: string
  /** whose things it shows; null when it is of no environment */
  environment: Environment | null
  blocks: KnownBlock[]
  close: string
  submit?: string
  metadata?: string
  /** tells the bot when the person closes it */
  notifyOnClose?: boolean
}

/** A modal, all of whose texts fit. */
export const modal = (words: ModalWords): ModalView => ({
  type: 'modal',
  callback_id: words.id,
  title: plain(titleFor(words.title, words.environment), limits.title),
  close: plain(words.close, limits.submit),
  blocks: words.blocks.slice(0, limits.blocksInView),
  ...(words.submit !== undefined && { submit: plain(words.submit, limits.submit) }),
  ...(words.metadata !== undefined && { private_metadata: words.metadata }),
  ...(words.notifyOnClose && { notify_on_close: true }),
})
