import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import { mrkdwn, type Words } from '../kit/mrkdwn.ts'

/** What a contact applies to, in a few words. */
export const scopeWords = (t: Text, { scope, clients }: Pick<Contact, 'scope' | 'clients'>): string => {
  const words = t.contact.browse.scopes
  return scope === 'clients' ? words.clients({ count: clients.length }) : words[scope]
}

const mirrorWord = (t: Text, { mirrored }: Pick<Contact, 'mirrored'>): string => {
  const words = t.contact.browse.state
  if (mirrored === null) return words.unmirrored
  return mirrored.current ? words.mirrored : words.outdated
}

type Standing = Pick<Contact, 'bounce' | 'accountGoneAt' | 'verifiedAt' | 'mirrored'>

/** How it stands with a contact on one line, the worst first. */
export const stateLine = (t: Text, contact: Standing): Words => {
  const words = t.contact.browse.state
  const { bounce, accountGoneAt, verifiedAt } = contact
  const bad = [...(bounce === null ? [] : [words.bounced]), ...(accountGoneAt === null ? [] : [words.gone])]
  const rest = [verifiedAt === null ? words.unverified : words.verified, mirrorWord(t, contact)].join(' · ')
  if (bad.length > 0) return mrkdwn`:warning: *${bad.join(', ')}* · ${rest}`
  return mrkdwn`${verifiedAt === null ? { mrkdwn: ':hourglass_flowing_sand:' } : { mrkdwn: ':white_check_mark:' }} ${rest}`
}
