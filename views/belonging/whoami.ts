import type { KnownBlock } from '@slack/types'
import type { Organisation, Rule, SlackUser } from '../../src/domain/belonging/types.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { inCode, type Mrkdwn, mrkdwn, named, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { altinn } from './altinn.ts'
import { organisationSwitch } from './organisation-switch.ts'
import { peopleLine } from './people-line.ts'
import { readyMail } from './ready-mail.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

const id = 'whoami'
const actions = { clearance: 'whoami.clearance' } as const

/** What somebody may do in an environment; `supplierOrgno` where a supplier's access is what the bot uses there. */
export type Right = {
  right: 'change' | 'cleared' | 'not-cleared' | 'login-off' | 'off' | 'supplier-missing'
  supplierOrgno?: string
}

/** How far a clearance came that is not given yet; null: nobody has asked. */
export type ClearanceProgress = 'asked' | 'login' | 'confirm' | null

export type WhoamiData = {
  userId: string
  email: string | null
  organisation: Pick<Organisation, 'number' | 'name'>
  others: readonly Pick<Organisation, 'number' | 'name'>[]
  /** what says that one belongs there */
  rule: Rule
  admin: boolean
  operator: boolean
  /** of the organisation */
  admins: readonly SlackUser[]
  rights: Record<Environment, Right>
  clearance: ClearanceProgress
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

const ruleWords = (t: Text, rule: Rule): string => {
  const words = t.belonging.whoami
  if (rule.by === 'domain') return words.byDomain(rule)
  return rule.until === null ? words.byName : words.byNameUntil({ date: t.format.date(rule.until) })
}

/** Who can give a right that is missing; null when nothing is. */
const gives = (t: Text, environment: Environment, data: WhoamiData): Mrkdwn | null => {
  const words = t.belonging.whoami.gives
  const { right } = data.rights[environment]
  if (right === 'change' || right === 'cleared') return null
  if (right === 'not-cleared') return mrkdwn`${words[data.clearance ?? 'not-cleared']}`
  if (right !== 'supplier-missing') return mrkdwn`${words[right]}`
  const { mails } = t.belonging.desk
  const mail = mails.supplier({ ...data.organisation, environment: t.common.environments[environment] })
  return mrkdwn`${words[right]} ${readyMail({ to: data.serviceDesk, ...mail }, mails.open)}`
}

const rights = (t: Text, environment: Environment, data: WhoamiData): KnownBlock => {
  const words = t.belonging.whoami
  const { right, supplierOrgno } = data.rights[environment]
  const supplier = supplierOrgno === undefined ? '' : ` ${words.supplier({ orgno: supplierOrgno })}`
  const missing = gives(t, environment, data)
  return section(
    stacked([
      named(t.common.environmentNames[environment], `${words.rights[right]}${supplier}`),
      ...(missing === null ? [] : [mrkdwn`→ ${missing}`]),
    ]),
  )
}

const roles = (t: Text, { admin, admins, operator }: WhoamiData): KnownBlock => {
  const words = t.belonging.whoami
  const known = admins.length === 0 ? words.noAdmins : mrkdwn`${words.admins} ${peopleLine(admins)}.`
  return section(
    stacked([
      named(words.admin, admin ? words.isAdmin : known),
      ...(operator ? [named(words.operator, words.isOperator)] : []),
      words.owners,
    ]),
  )
}

/**
 * Who a member is to the bot, how it knows, what they may do where, and who gives what is missing. Those who are no
 * members get cards of their own.
 */
const render = (t: Text, data: WhoamiData): Shown => {
  const words = t.belonging.whoami
  const uncleared = data.rights.prod.right === 'not-cleared'
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
          named(words.rule, ruleWords(t, data.rule)),
        ]),
      ),
      ...organisationSwitch.blocks(t, data),
      ...environments.map((environment) => rights(t, environment, data)),
      roles(t, data),
      ...actionRow(
        uncleared
          ? button({
              id: actions.clearance,
              text: data.clearance === null ? words.askClearance : words.seeClearance,
              style: 'primary',
            })
          : null,
        data.rights.prod.right === 'cleared' ? null : altinn.showButton(t),
        serviceDeskAsk.askButton(t),
      ),
      context(named(words.language, t.belonging.language.names[t.language])),
    ],
  })
}

export const whoami = { id, actions, render }
