import type { KnownBlock } from '@slack/types'
import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import type { SlackUser } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, context, fields, section, sections } from '../../kit/blocks.ts'
import { bold, inCode, mrkdwn, named, person, stacked, type Words } from '../../kit/mrkdwn.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { channelWords } from './organisation-channel.ts'
import { organisationValue, peopleRef } from './values.ts'

const id = 'admin-organisation'
const actions = {
  edit: 'admin-organisation.edit',
  people: 'admin-organisation.people',
  clearances: 'admin-organisation.clearances',
  channel: 'admin-organisation.channel',
} as const

/** More of them than these are counted. */
const mostNamed = 20

export type OrganisationData = {
  organisation: OrganisationDetails
  /** each domain with the names of the other organisations that own it too */
  domains: { domain: string; sharedWith: string[] }[]
  /** how many more of them there are */
  more: number
  /** how many people the bot has met who belong to it or to its domains */
  met: number
  admins: SlackUser[]
  cleared: number
  /** false: the form could not hold all the domains */
  editable: boolean
  /** what was just done, or found out */
  notice?: 'saved' | 'already'
}

const domainLine = (t: Text, { domain, sharedWith }: OrganisationData['domains'][number]): Words =>
  sharedWith.length === 0
    ? mrkdwn`• ${inCode(domain)}`
    : mrkdwn`• ${inCode(domain)} (${cut(t.admin.organisation.sharedWith({ names: sharedWith }), 500)})`

const admins = (t: Text, all: SlackUser[]): Words => {
  if (all.length === 0) return t.admin.organisation.noAdmins
  const named = all.slice(0, mostNamed).map(({ userId }) => person(userId).mrkdwn)
  const more = all.length > mostNamed ? ` ${t.common.more({ count: all.length - mostNamed })}` : ''
  return { mrkdwn: `${named.join(', ')}${more}` }
}

const notice = (t: Text, { notice: what }: OrganisationData): KnownBlock[] =>
  what === undefined ? [] : [section(mrkdwn`:white_check_mark: ${t.admin.organisation[what]}`)]

/** One organisation as an operator sees it: what is known, and what can be changed. */
const render = (t: Text, data: OrganisationData): Shown => {
  const words = t.admin.organisation
  const { number, name, language, createdAt, channel } = data.organisation
  const value = organisationValue.write({ number })
  const domains = [
    ...data.domains.map((one) => domainLine(t, one)),
    ...(data.more > 0 ? [t.common.more({ count: data.more })] : []),
  ]
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: name,
    metadata: value,
    blocks: [
      ...notice(t, data),
      section(bold(cut(t.admin.named({ name, number }), 300))),
      ...sections(stacked([named(words.domains, domains.length === 0 ? words.noDomains : ''), ...domains]), 4),
      ...fields([
        { label: words.language, value: t.belonging.language.names[language] },
        { label: words.channel, value: channelWords(t, channel) },
        { label: words.met, value: t.format.number(data.met) },
        { label: words.clearances, value: t.format.number(data.cleared) },
        { label: words.admins, value: admins(t, data.admins) },
        { label: words.created, value: t.format.date(createdAt) },
      ]),
      ...(data.editable ? [] : [context(words.tooMany)]),
      ...actionRow(
        button({ id: actions.people, text: words.showPeople, value: peopleRef({ number, text: null, page: 0 }) }),
        button({ id: actions.clearances, text: words.showClearances, value }),
        button({ id: actions.channel, text: words.channel, value }),
        data.editable ? button({ id: actions.edit, text: words.edit, value }) : null,
      ),
    ],
  })
}

export const adminOrganisation = { id, actions, metadata: organisationValue, render }
