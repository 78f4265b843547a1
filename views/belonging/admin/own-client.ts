import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Organisation } from '../../../src/domain/belonging/types.ts'
import type { TakePayload } from '../../../src/domain/client/credential-kinds.ts'
import { type Environment, environments } from '../../../src/domain/client/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../../kit/blocks.ts'
import { buttonValueOf } from '../../kit/metadata.ts'
import { bold, inCode, mrkdwn, person, stacked, type Words } from '../../kit/mrkdwn.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { clearanceAnswer } from '../clearance-answer.ts'
import { organisationNumberInput } from '../organisation-number.ts'
import { organisationValue, peopleRef } from './values.ts'

const id = 'admin-own-client'
const actions = {
  open: 'admin-own-client.open',
  give: 'admin-own-client.give',
  take: 'admin-own-client.take',
  people: 'admin-own-client.people',
} as const

/** Which credential is to be taken away, as it was shown: another by now is not what was meant. */
const takeValue = buttonValueOf<TakePayload>(
  z.strictObject({
    organisationNumber: organisationNumberInput,
    environment: z.enum(environments),
    clientId: z.string().min(1).max(255),
    kid: z.string().min(1).max(255),
    testedAt: z.number(),
  }),
)

/** Of an environment: the organisation's own, or which acts where it has none. */
export type OwnClientRow = {
  environment: Environment
  own: { clientId: string; kid: string; testedAt: number; givenBy: string } | null
  instead: 'bot' | 'supplier' | 'none' | 'unknown'
}

export type OwnClientData = {
  organisation: Pick<Organisation, 'number' | 'name'>
  rows: OwnClientRow[]
  /** whether one may go on: a login is needed, and one's clearance to compare it with */
  may: 'yes' | 'not-cleared' | 'login-off'
}

/** Who gave it, from what is stored: `person:T1:U1`, or a program of Portvakt's. */
const giverWords = (t: Text, givenBy: string): Words => {
  const [, userId] = /^person:[A-Z0-9]+:([A-Z0-9]+)$/.exec(givenBy) ?? []
  return userId === undefined ? t.admin.ownClient.program : person(userId)
}

const row = (
  t: Text,
  { organisation, may }: OwnClientData,
  { environment, own, instead }: OwnClientRow,
): KnownBlock => {
  const words = t.admin.ownClient
  const name = bold(t.common.environmentNames[environment])
  if (own === null) return section(mrkdwn`${name}: ${words.instead[instead]}`)
  const { clientId, kid, testedAt, givenBy } = own
  const take = button({
    id: actions.take,
    text: words.take,
    value: takeValue.write({ organisationNumber: organisation.number, environment, clientId, kid, testedAt }),
    confirm: { ...words.takeSure, danger: true },
  })
  return section(
    stacked([
      mrkdwn`${name}: ${words.own}, ${inCode(clientId, 255)}, ${words.kid} ${inCode(kid, 255)}`,
      mrkdwn`${words.givenBy} ${giverWords(t, givenBy)}, ${words.since({ date: t.format.date(testedAt) })}`,
    ]),
    may === 'yes' ? take : undefined,
  )
}

/** What stands in the way, and the way round it; how it goes where nothing does. */
const next = (t: Text, { may, organisation: { number } }: OwnClientData): KnownBlock[] => {
  const words = t.admin.ownClient
  const back = button({ id: actions.people, text: words.people, value: peopleRef({ number, text: null, page: 0 }) })
  if (may === 'login-off') return [section(mrkdwn`:warning: ${words.loginOff}`), ...actionRow(back)]
  if (may === 'not-cleared')
    return [
      section(mrkdwn`:lock: ${words.notCleared}`),
      ...actionRow(button({ id: clearanceAnswer.actions.ask, text: words.ask, style: 'primary' }), back),
    ]
  const value = organisationValue.write({ number })
  return [
    context(words.how),
    ...actionRow(button({ id: actions.give, text: words.give, value, style: 'primary' }), back),
  ]
}

/** Which admin clients act for an organisation, for its own admins, and what they can do about it. */
const render = (t: Text, data: OwnClientData): Shown => {
  const words = t.admin.ownClient
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    metadata: organisationValue.write({ number: data.organisation.number }),
    blocks: [
      section(bold(cut(words.of(data.organisation), 300))),
      ...data.rows.map((one) => row(t, data, one)),
      ...next(t, data),
      context(words.what),
    ],
  })
}

export const adminOwnClient = { id, actions, takeInput: takeValue.input, render }
