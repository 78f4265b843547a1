import type { desk as nb } from '../nb/belonging-desk.ts'

export const desk: typeof nb = {
  ask: {
    title: 'Ask the service desk',
    open: 'Ask the service desk',
    submit: 'Send',
    intro:
      'The service desk gets the question in Slack, with your name and organisation. The answer comes in your messages from Portvakt.',
    form: {
      question: {
        label: 'What do you need help with?',
        hint: 'Do not write national identity numbers, passwords, secrets or private keys.',
        placeholder: 'Tell what you tried, and what happened.',
      },
    },
    empty: 'Write what you need help with.',
    stuck: ({ what }) => `I got this error: ${what}`,
  },
  copy: {
    title: 'You have asked',
    sent: 'The service desk has got the question. The answer comes in the thread here.',
    nobody: 'Nobody is set up to take questions in Slack. Send it by e-mail instead.',
    reply: 'Write more',
  },
  card: {
    title: 'Question',
    summary: 'Somebody asks the service desk.',
    from: 'From',
    email: 'E-mail',
    noEmail: 'none known',
    organisation: 'Organisation',
    none: 'none known',
    at: ({ name, number }) => `${name} (${number})`,
    reply: 'Reply',
    done: 'Done',
    forward: 'Send on to Digdir',
    forwardWhy: 'Can only Digdir mend it?',
    ended: 'Done, by',
  },
  reply: {
    deskTitle: 'Reply',
    askerTitle: 'Write more',
    submit: 'Send',
    deskIntro: 'Whoever asked gets the answer in Slack and can reply to it.',
    askerIntro: 'The service desk sees this in the thread under your question.',
    form: {
      reply: {
        label: 'Message',
        hint: 'Do not write national identity numbers, passwords, secrets or private keys.',
      },
    },
    empty: 'Write a message.',
  },
  line: {
    deskTitle: 'From the service desk',
    askerTitle: 'More from the asker',
    from: 'From',
    again: 'Reply',
  },
  finished: {
    title: 'Question closed',
    body: 'The service desk has marked your question as done. If you need more help, you can write more.',
  },
  mails: {
    open: 'Open a ready mail',
    unknownDomain: ({ domain }) => ({
      subject: `Registration of the domain ${domain}`,
      body: `Hello,\n\nWe use e-mail addresses that end in ${domain}, but our organisation is not registered with that domain. Could you register it?\n\nName of the organisation:\nOrganisation number:\nContact person:\n\nKind regards`,
    }),
    supplier: ({ name, number, environment }) => ({
      subject: `Access for ${name} (${number})`,
      body: `Hello,\n\nWe use Portvakt to manage our clients at Digdir (${environment}). The admin client there lacks the scope idporten:dcr.supplier and cannot act for ${name}, organisation number ${number}. Could you give that access, or give us an admin client of our own?\n\nKind regards`,
    }),
    forward: ({ organisation }) => ({
      subject: `Question from ${organisation}`,
      begin: 'Hello,\n\nWe have got this question, which only you can solve:\n\n',
      end: '\n\nKind regards',
    }),
    question: { subject: 'Question about ID-porten and Maskinporten' },
  },
}
