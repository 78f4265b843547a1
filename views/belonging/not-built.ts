import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { link, mailLink } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'not-built'

export type NotBuiltData = {
  noun: 'order' | 'incident'
  /** where it is done until then: the mail address for orders, the status page's URL */
  address: string
}

/** For the commands that a later version brings: what to do until then. */
const render = (t: Text, { noun, address }: NotBuiltData): Shown => {
  const words = t.belonging.notBuilt
  const labels = { order: words.write({ address }), incident: words.status }
  return shown({
    id,
    title: words[noun].title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(words[noun].body),
      section(words[noun].until),
      section(address.includes('://') ? link(address, labels[noun]) : mailLink(address)),
    ],
  })
}

export const notBuilt = { id, actions: {}, render }
