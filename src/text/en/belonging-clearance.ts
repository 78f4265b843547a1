import type { clearance as nb } from '../nb/belonging-clearance.ts'

export const clearance: typeof nb = {
  asked: {
    title: 'Clearance',
    own: ({ name, number }) => `You have asked to be allowed to change production for ${name} (${number}).`,
    other: ({ name, number }) => `You have asked for a clearance to change production for ${name} (${number}), for`,
    waits:
      'The service desk answers. If they say yes, you log in with ID-porten once, and then one more person confirms.',
    otherWaits:
      'The service desk answers. If they say yes, that person logs in with ID-porten, and then one more person confirms.',
    until: ({ date }) => `If nobody answers by ${date}, the question lapses.`,
    next: 'The link to the login comes in a message of its own to the one who is to be cleared.',
    withdraw: 'Withdraw',
    withdrawSure: {
      title: 'Withdraw?',
      text: 'You can ask for a clearance again whenever you like.',
      yes: 'Withdraw',
      no: 'No',
    },
  },
  request: {
    title: 'Clearance wanted',
    summary: ({ name }) => `Somebody asks to be allowed to change production for ${name}.`,
    person: 'Person',
    email: 'E-mail',
    noEmail: 'none known',
    organisation: 'Organisation',
    askedBy: 'Asked by',
    means:
      'If you say yes, the person has to prove who they are with ID-porten, and somebody other than you has to confirm. After that they can change clients in production, with a new login for each change.',
    give: 'Give clearance',
    decline: 'Decline',
    declineSure: { title: 'Decline?', text: 'Whoever asked is told that the answer is no.', yes: 'Decline', no: 'No' },
  },
  give: {
    title: 'Clearance',
    summary: ({ name }) => `A clearance for ${name} is waiting.`,
    namedBy: 'Named by',
    waits: 'Waits for the person to log in with ID-porten. After that the clearance can be confirmed here.',
    proved:
      'The person has logged in with ID-porten. Confirm only when you know that this is the right person and the right Slack user. Whoever named the person cannot confirm.',
    confirm: 'Confirm',
    confirmSure: {
      title: 'Confirm?',
      text: 'The person may then change the organisation’s clients in production.',
      yes: 'Confirm',
      no: 'No',
    },
    decline: 'Decline',
    declineSure: { title: 'Decline?', text: 'The person is told that nothing came of it.', yes: 'Decline', no: 'No' },
  },
  login: {
    title: 'Log in for clearance',
    named: ({ name, number }) => `You have been named to be able to change production for ${name} (${number}).`,
    why: 'Log in with ID-porten once, so that we know it is you who log in when you later change something in production.',
    kept: 'We do not keep your national identity number, only a print that cannot be read back. Nobody sees it. The link is yours alone: do not pass it on.',
    open: 'Log in with ID-porten',
    until: ({ date }) => `The link works until ${date}.`,
    proved: 'Thank you, you have logged in. Now somebody else has to confirm the clearance. You will be told here.',
  },
  answer: {
    title: 'About your clearance',
    done: ({ name, number }) => `You may now change production for ${name} (${number}).`,
    doneNext:
      'Each change begins in Slack and ends with a new login at ID-porten. The clearance lasts for twelve months after the last login.',
    declined: ({ name, number }) => `Nothing came of the clearance for ${name} (${number}).`,
    declinedNext: 'Ask the service desk why. You can also make the change in Digdir’s self-service.',
    expired: ({ name, number }) => `The clearance for ${name} (${number}) was not finished in time.`,
    expiredNext: 'Ask for it again when you are ready.',
    failed: ({ name, number }) => `The clearance for ${name} (${number}) was confirmed, but could not be saved.`,
    failedNext: 'Something has changed since the login. Ask for a clearance again, or ask the service desk.',
    ask: 'Ask for clearance',
    whoami: 'See what you can do',
    forOther: 'It is about',
  },
  altinn: {
    title: 'By way of Altinn',
    intro:
      'Instead of a clearance here you can change production in Digdir’s self-service. The right to that is given in Altinn:',
    steps: [
      'Somebody with the role Hovedadministrator logs in to Altinn and chooses the organisation.',
      'Go to Profil and Andre med rettigheter til virksomheten.',
      'Enter the national identity number and surname of the person who is to have the right.',
      'Search for Maskinporten, and choose one of the rights below.',
      'Choose all, and press Gi rettigheter.',
    ],
    rights: 'The rights',
    opens: [
      { label: 'Selvbetjening av integrasjoner i ID-porten/Maskinporten', what: 'create, change and delete clients' },
      { label: 'Selvbetjening av APIer i ID-porten/Maskinporten', what: 'scopes and access to them' },
      {
        label: 'Selvbetjening for leverandører i ID-porten/Maskinporten',
        what: 'act for a customer, together with the first',
      },
    ],
    remove:
      'The right is taken away in the same place, under Gi eller fjerne tilgang. Portvakt does not see what is given in Altinn.',
    portal: 'Open self-service',
    show: 'By way of Altinn instead',
  },
}
