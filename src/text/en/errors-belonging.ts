import { pluralsFor } from '../format.ts'
import type { BelongingErrorWords, ErrorFacts } from '../wording.ts'

const plural = pluralsFor('en')

const wait = ({ retryAfter }: ErrorFacts): string => {
  if (retryAfter === undefined) return 'Wait a little and try again.'
  const minutes = Math.ceil(retryAfter / 60)
  if (minutes > 90) return `Try again in ${Math.ceil(minutes / 60)} hours.`
  return `Try again in ${minutes} ${plural(minutes, { one: 'minute', other: 'minutes' })}.`
}

const again = 'Go back to Slack and start over.'

/** Words for what has to do with who somebody is, and what they may. */
export const belongingErrors: BelongingErrorWords = {
  unconfirmed: () => ({
    what: 'Your e-mail address is not confirmed, so we cannot be sure that it is yours.',
    next: 'Type /portvakt whoami and press “Send me a link”.',
  }),
  pending: () => ({
    what: 'You picked an organisation, and nobody has confirmed it yet.',
    next: 'Type /portvakt whoami to see who can confirm it.',
  }),
  'not-owner': () => ({
    what: 'The client has owners, and only they and the organisation’s admin can change it.',
    next: 'Ask one of the owners. They stand on the client’s card (/client show).',
  }),
  'not-cleared': () => ({
    what: 'You have no clearance to change production for the organisation. Nothing was changed.',
    next: 'Ask for one with the button in /portvakt whoami. The service desk answers in Slack.',
  }),
  'already-decided': () => ({
    what: 'Somebody answered this before you.',
    next: 'The message says who it was and what they answered.',
  }),
  'needs-another': () => ({
    what: 'This is about yourself, so somebody else must do it.',
    next: 'Ask another admin or the service desk.',
  }),
  'not-proved': () => ({
    what: 'The person has not logged in with ID-porten yet, so there is nothing to confirm.',
    next: 'Wait until the message says that the login is done.',
  }),
  'changed-meanwhile': () => ({
    what: 'Something changed meanwhile, so this no longer fits. Nothing was done.',
    next: 'Open it again, look at what has changed, and do it once more.',
  }),
  'other-organisation': () => ({
    what: 'You act for another organisation now than when you asked for this. Nothing was changed.',
    next: 'Switch back to the organisation in Slack (/portvakt whoami), and try again here. Your login still counts.',
  }),
  'login-off': () => ({
    what: 'ID-porten is not set up for Portvakt, and nothing in production can be changed without a login.',
    next: 'Whoever runs Portvakt must register it at ID-porten (IDPORTEN_CLIENT_ID). Meanwhile, use Digdir’s self-service.',
  }),
  'login-cancelled': () => ({
    what: 'The login was cancelled. Nothing was changed.',
    next: 'To go on, press the link in Slack once more.',
  }),
  'login-level': () => ({
    what: 'You logged in at a lower level of security than this needs. Nothing was changed.',
    next: 'Log in again with BankID, Buypass or Commfides.',
  }),
  'login-old': () => ({
    what: 'The login is too old. Nothing was changed.',
    next: 'Go back to Slack and log in again from there.',
  }),
  'login-no-number': () => ({
    what: 'The login gave us no Norwegian identity number, and without one we cannot know who you are.',
    next: 'Log in with a Norwegian electronic ID.',
  }),
  'login-mismatch': () => ({
    what: 'Whoever logged in is not the one who is cleared for this change. Nothing was changed.',
    next: 'The person who started in Slack must log in. If that is you, tell the service desk.',
  }),
  'login-refused': () => ({
    what: 'The answer from ID-porten does not hold, so we do not trust it. Nothing was changed.',
    next: again,
  }),
  'idporten-unavailable': () => ({
    what: 'ID-porten does not answer now. Nothing was changed.',
    next: 'Try again in a few minutes. Status messages: status.digdir.no.',
  }),
  'link-invalid': () => ({
    what: 'The link does not work. It is misspelt, or it was not made here.',
    next: 'Use the whole link as it stands in Slack or in the mail, in the browser where you began.',
  }),
  'link-used': () => ({
    what: 'The link has been used.',
    next: 'There is nothing more to do here. Slack shows what happened.',
  }),
  'link-expired': () => ({
    what: 'The link is too old.',
    next: 'Ask for a new one in Slack.',
  }),
  expired: () => ({
    what: 'Its time ran out, so this no longer counts. Nothing was changed.',
    next: 'Ask for it again if you still need it.',
  }),
  'too-many-attempts': (facts) => ({
    what: 'There were too many attempts in a short time.',
    next: wait(facts),
  }),
  'mail-off': () => ({
    what: 'Portvakt cannot send mail here.',
    next: 'Whoever runs Portvakt must set SMTP_URL and MAIL_FROM.',
  }),
  'unit-unusable': () => ({
    what: 'The register of organisations has none by this number that can be used here.',
    next: 'Check the number. If it is a sub-unit, use the main unit.',
  }),
  'register-unavailable': () => ({
    what: 'The register of organisations does not answer now.',
    next: 'Try again in a little while, or type the name yourself.',
  }),
  'credential-refused': ({ fields = [] }) => {
    const [fault] = fields
    if (fault?.field === 'organisation_number')
      return {
        what: 'The admin client belongs to another organisation, so it was not kept.',
        next: 'Use an admin client that Digdir made for this organisation.',
      }
    if (fault?.field === 'scope')
      return {
        what: 'The admin client lacks a scope that it needs, so it was not kept.',
        next: 'Ask Digdir to add it to the client, and try again.',
      }
    return {
      what: 'Maskinporten did not accept the key, so it was not kept.',
      next: 'Check the client id, and that the public key is registered on the client under the same kid.',
    }
  },
}
