import type { Organisation } from '../../src/domain/belonging/types.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, named, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'whoami'

/** What somebody may do in an environment; `supplierOrgno` where a supplier's access is what the bot uses there. */
export type Right = { right: 'change' | 'look-only' | 'off' | 'supplier-missing'; supplierOrgno?: string }

export type WhoamiData = {
  userId: string
  email: string | null
  organisation: Pick<Organisation, 'number' | 'name'>
  /** the rule that says so: the mail domain that the organisation owns */
  domain: string
  rights: Record<Environment, Right>
}

const rights = (t: Text, environment: Environment, { right, supplierOrgno }: Right) => {
  const supplier = supplierOrgno === undefined ? '' : ` ${t.belonging.whoami.supplier({ orgno: supplierOrgno })}`
  return named(t.common.environmentNames[environment], `${t.belonging.whoami.rights[right]}${supplier}`)
}

/** Who a member is to the bot, how it knows, and what they may do where. Strangers get the stranger card. */
const render = (t: Text, data: WhoamiData): Shown => {
  const words = t.belonging.whoami
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(
        stacked([
          named(words.person, person(data.userId)),
          named(words.email, data.email === null ? words.noEmail : inCode(data.email)),
          named(words.organisation, mrkdwn`${data.organisation.name} (${data.organisation.number})`),
          named(words.rule, words.byDomain({ domain: data.domain })),
        ]),
      ),
      section(stacked(environments.map((environment) => rights(t, environment, data.rights[environment])))),
      context(named(words.language, t.belonging.language.names[t.language])),
    ],
  })
}

export const whoami = { id, actions: {}, render }
