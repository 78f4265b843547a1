import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section, sections } from '../kit/blocks.ts'
import { inCode, mailLink, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { wholeList } from './values.ts'

const id = 'client-help'
const actions = { new: 'client-help.new', list: 'client-help.list' } as const

const render = (t: Text, { serviceDesk }: { serviceDesk: string }): Shown =>
  shown({
    id,
    title: t.help.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(t.help.client.intro),
      ...sections(stacked(t.help.client.lines.map(({ command, what }) => mrkdwn`${inCode(command)} ${what}`))),
      ...actionRow(
        button({ id: actions.new, text: t.help.new, style: 'primary' }),
        button({ id: actions.list, text: t.help.list, value: wholeList('test') }),
      ),
      context(t.help.norwegian),
      context(t.help.support, mailLink(serviceDesk)),
    ],
  })

export const clientHelp = { id, actions, render }
