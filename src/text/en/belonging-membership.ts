import type { membership as nb } from '../nb/belonging-membership.ts'

export const membership: typeof nb = {
  pick: {
    title: 'Pick your organisation',
    submit: 'Send for approval',
    intro: ({ domain }) =>
      `Several organisations share ${domain}. Pick the one you work at. An admin there or the service desk has to confirm it.`,
    form: {
      organisation_number: {
        label: 'Organisation',
        hint: 'Look at the number and the county: several organisations may have the same name.',
      },
    },
    registerStates: {
      live: 'registered',
      bankrupt: 'bankrupt',
      'winding-up': 'being wound up',
      deleted: 'deleted',
    },
    unverified: 'Unverified: Enhetsregisteret does not answer',
    synthetic: 'Test organisation, not in Enhetsregisteret',
    notFound: 'Not found in Enhetsregisteret',
    choose: 'Pick an organisation.',
    refused: ({ at }) =>
      `The answer was no when you last asked here. You can ask again ${at}. Pick another one, or ask the service desk.`,
    gone: 'You can no longer pick this one. Pick another, or ask the service desk.',
  },
  waiting: {
    title: 'Waiting for approval',
    asked: ({ name, number }) => `You have asked to belong to ${name} (${number}).`,
    waits: 'Somebody has to confirm it before you can do anything for the organisation. You will be told here.',
    who: 'Who can confirm it',
    desk: 'the service desk',
    until: ({ date }) => `If nobody answers by ${date}, the question lapses, and you can pick again.`,
    withdraw: 'Withdraw',
    withdrawSure: {
      title: 'Withdraw?',
      text: 'You then belong to no organisation until you pick again.',
      yes: 'Withdraw',
      no: 'No',
    },
    another: 'Pick another',
  },
  request: {
    title: 'Do they belong here?',
    summary: ({ name }) => `Somebody says that they belong to ${name}. Is that so?`,
    person: 'Person',
    email: 'E-mail',
    noEmail: 'none known',
    organisation: 'Organisation',
    means:
      'Several organisations share the domain of the address. Approve only when you know that the person works here: they can then see and change your clients in the test environment.',
    approve: 'Approve',
    decline: 'Decline',
    declineSure: {
      title: 'Decline?',
      text: 'The person is told that the answer is no and who gave it, and may pick another organisation.',
      yes: 'Decline',
      no: 'No',
    },
  },
  answer: {
    title: 'About your organisation',
    approved: ({ name, number }) => `You now belong to ${name} (${number}).`,
    approvedNext:
      'You can create, see and change clients in the test environment. Type /client, or see what you can do.',
    declined: ({ name, number }) => `You were not confirmed at ${name} (${number}).`,
    declinedNext:
      'If you picked the wrong one, pick another. If you think the answer is wrong, ask the service desk. You can ask the same organisation again after a day.',
    expired: ({ name, number }) => `Nobody answered whether you belong to ${name} (${number}).`,
    expiredNext: 'Pick the organisation once more, or ask the service desk.',
    failed: ({ name, number }) => `You were approved at ${name} (${number}), but it could not be carried out.`,
    failedNext: 'Something has changed since you asked. See what we know of you now, or ask the service desk.',
    whoami: 'See what you can do',
    pick: 'Pick organisation',
  },
}
