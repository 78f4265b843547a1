import { formatsFor, pluralsFor } from '../format.ts'
import type { organisation as nb } from '../nb/admin-organisation.ts'

const plural = pluralsFor('en')
const { list, number } = formatsFor('en')

const met = (people: number): string => `${number(people)} ${plural(people, { one: 'person', other: 'people' })}`

export const organisation: typeof nb = {
  title: 'Organisation',
  language: 'Language',
  domains: 'Domains',
  noDomains: 'none',
  sharedWith: ({ names }) => `shared with ${list(names)}`,
  channel: 'Channel',
  noChannel: 'none',
  channelForm: {
    title: 'Channel',
    intro:
      'Portvakt writes here what concerns the whole organisation, such as a contact who cannot be reached. Everybody in the channel sees it. The contacts are told one by one all the same.',
    form: {
      channel: {
        label: 'Channel',
        hint: 'Leave it empty for no channel. Channels that are shared with outsiders cannot be used.',
        placeholder: 'Choose a channel',
      },
    },
    back: 'Back',
    saved: 'Saved. The channel of the organisation is',
    cleared: 'Saved. The organisation has no channel.',
    meanwhile: 'Somebody else changed the organisation meanwhile, so nothing is saved. The channel is now:',
    faults: {
      unknown:
        'Portvakt does not find the channel. If it is private, invite Portvakt first: type /invite @Portvakt in the channel, and save again here.',
      'no-channel': 'This is a conversation and not a channel. Choose a public or private channel.',
      outsiders:
        'The channel is shared with outsiders, or they are invited. Choose a channel that only this workspace is in.',
      archived: 'The channel is archived. Choose another, or unarchive it in Slack first.',
      'not-in-it': 'Portvakt is not in the channel. Type /invite @Portvakt in the channel, and save again here.',
      operations: 'This is the service desk’s channel. Choose one of the organisation’s own.',
      'no-answer':
        'Slack did not answer, so the channel is unchecked and nothing is saved. Try again in a little while.',
    },
  },
  met: 'People we have met',
  admins: 'Admins',
  noAdmins: 'none',
  clearances: 'Cleared for production',
  created: 'Added',
  showPeople: 'People',
  showClearances: 'Clearances',
  edit: 'Edit',
  tooMany: 'This organisation has more domains than the form holds. Change it with organisations import.',
  back: 'To the organisation',
  saved: 'The organisation is saved.',
  already: 'The organisation was there already.',
  new: {
    title: 'New organisation',
    submit: 'Continue',
    intro: 'Type the organisation number, or search Enhetsregisteret by name.',
    form: {
      organisation_number: { label: 'Organisation number', placeholder: '974 760 673' },
      unit: { label: 'Or search Enhetsregisteret', placeholder: 'Begin to type the name' },
    },
    both: 'The number is another than the organisation you chose in the search. Use only one of them.',
    unit: ({ name, number: orgno, form, place }) =>
      [`${name} (${orgno})`, form, place].filter((part) => part !== null && part !== '').join(', '),
    block: {
      deleted: 'The organisation has been deleted in Enhetsregisteret.',
      removed: 'The number has been taken out of Enhetsregisteret and cannot be used.',
      'not-found': 'Enhetsregisteret has no organisation with this number.',
    },
    subUnit: ({ instead }) =>
      instead === null
        ? 'This is a sub-unit. Use the number of the main unit.'
        : `This is a sub-unit. Use the main unit, ${instead}: clients and delegations belong to it.`,
  },
  register: {
    bankrupt: 'Enhetsregisteret says that the organisation is bankrupt.',
    'winding-up': 'Enhetsregisteret says that the organisation is being wound up.',
    unverified: 'Enhetsregisteret did not answer, so number and name are unverified. Look them over with care.',
    synthetic: 'This is a number for test organisations, which Enhetsregisteret does not know. Type the name yourself.',
  },
  form: {
    name: { label: 'Name', hint: 'As it stands in Enhetsregisteret.' },
    domains: {
      label: 'Mail domains',
      hint: 'One a line. agency.no covers addresses right at it only, *.agency.no all that is below it.',
      placeholder: 'agency.no',
    },
    language: {
      label: 'Language of channel and mail',
      options: { nb: { label: 'Norsk (bokmål)' }, en: { label: 'English' } },
    },
  },
  review: 'See what happens',
  save: 'Save',
  faults: {
    'number-missing': () => 'Type the organisation number, or find the organisation in the search.',
    'number-invalid': () => 'This is no organisation number. It has nine digits, and the last is a check digit.',
    'name-missing': () => 'Type the name.',
    'name-too-long': () => 'The name can have at most 180 characters.',
    'name-control-character': () => 'The name has characters that cannot be shown. Type it again.',
    'domain-missing': () => 'Type at least one domain.',
    'domain-invalid': ({ value }) =>
      `“${value}” is no domain. Write it as agency.no, or *.agency.no for all that is below it.`,
    'domain-public': ({ value }) => `Anybody can get an address at ${value}, so it cannot show where somebody belongs.`,
    'domain-duplicate': ({ value }) => `${value} stands here twice.`,
    'language-unknown': () => 'Choose one of the languages.',
  },
  consequence: {
    heading: 'Not saved yet. This happens when you save:',
    new: ({ name, number: orgno }) => `${name} (${orgno}) is added.`,
    gains: ({ domain, people }) => `${domain} is added: ${met(people)} we have met get access.`,
    shares: ({ domain, people, names }) =>
      `${domain} is shared with ${list(names)} from now on: ${met(people)} we have met no longer belong by themselves, but have to pick an organisation and be approved.`,
    loses: ({ domain, people }) => `${domain} is removed: ${met(people)} we have met lose access.`,
    leaves: ({ domain, people, names }) =>
      names.length === 1
        ? `${domain} is removed: ${met(people)} we have met lose access here and belong to ${list(names)} from then on.`
        : `${domain} is removed: ${met(people)} we have met lose access here. The domain stays shared by ${list(names)}.`,
    more: ({ count }) => `… and ${number(count)} more ${plural(count, { one: 'domain', other: 'domains' })}.`,
    same: 'The domains are the same, so nobody gains or loses access.',
    byName: 'Those who were added or removed by name are not affected.',
  },
  meanwhile: {
    heading:
      'Somebody else changed the organisation meanwhile, so nothing is saved. What you typed is still here. Now it is so:',
    again: 'Put right what is needed, and save once more.',
  },
}
