import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section, sections } from '../kit/blocks.ts'
import { inCode, mailLink, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { addAnywhere, allContacts, contactsRef } from './values.ts'

const id = 'contact-help'
const actions = { add: 'contact-help.add', list: 'contact-help.list' } as const

const render = (t: Text, { serviceDesk }: { serviceDesk: string }): Shown => {
  const words = t.contact.browse
  return shown({
    id,
    title: t.help.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(words.help.intro),
      ...sections(stacked(words.help.lines.map(({ command, what }) => mrkdwn`${inCode(command)} ${what}`))),
      ...actionRow(
        button({ id: actions.add, text: words.home.add, value: addAnywhere, style: 'primary' }),
        button({ id: actions.list, text: words.home.open, value: contactsRef(allContacts) }),
      ),
      context(words.help.norwegian),
      context(t.help.support, mailLink(serviceDesk)),
    ],
  })
}

export const contactHelp = { id, actions, render }
