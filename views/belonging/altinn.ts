import type { Button } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { button, section } from '../kit/blocks.ts'
import { link, mrkdwn, named, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'altinn'
const actions = { show: 'altinn.show' } as const

/** The way to it, for every view that tells of a missing clearance. */
const showButton = (t: Text): Button => button({ id: actions.show, text: t.belonging.clearance.altinn.show })

/**
 * How the right to change production in Digdir's own portal is delegated in Altinn (digdir.md 6.3).
 *
 * @param portal the address of Digdir's self-service
 */
const render = (t: Text, { portal }: { portal: string }): Shown => {
  const words = t.belonging.clearance.altinn
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(words.intro),
      section(stacked(words.steps.map((step, index) => mrkdwn`${String(index + 1)}. ${step}`))),
      section(mrkdwn`*${words.rights}:*`),
      section(stacked(words.opens.map(({ label, what }) => mrkdwn`• ${named(label, what)}`))),
      section(words.remove),
      section(link(portal, words.portal)),
    ],
  })
}

export const altinn = { id, actions, showButton, render }
