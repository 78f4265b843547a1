import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section, sections } from '../kit/blocks.ts'
import { inCode, mailLink, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

const id = 'portvakt-help'
const actions = { client: 'portvakt-help.client', whoami: 'portvakt-help.whoami' } as const

/** `/portvakt help`: for members and strangers alike. */
const render = (t: Text, { serviceDesk }: { serviceDesk: string }): Shown =>
  shown({
    id,
    title: t.help.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(t.help.portvakt.intro),
      ...sections(stacked(t.help.portvakt.lines.map(({ command, what }) => mrkdwn`${inCode(command)} ${what}`))),
      ...actionRow(
        button({ id: actions.client, text: t.help.clientHelp }),
        button({ id: actions.whoami, text: t.help.whoami }),
        serviceDeskAsk.askButton(t),
      ),
      context(t.help.support, mailLink(serviceDesk)),
    ],
  })

export const portvaktHelp = { id, actions, render }
