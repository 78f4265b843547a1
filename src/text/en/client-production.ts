import type { production as nb } from '../nb/client-production.ts'

export const production: typeof nb = {
  choice: {
    login: 'Needs a login with ID-porten',
    clearance: 'Needs a clearance, and a login with ID-porten',
    off: 'Not possible yet: login is not set up',
  },
  notCleared: {
    title: 'Not cleared',
    body: 'You are not cleared to change anything in production for the organisation. Nothing has been changed.',
    how: 'Ask for a clearance, and the service desk answers you in Slack. If they say yes, you log in with ID-porten once, and somebody else confirms that it is you.',
    altinn:
      'If it is urgent, you can do it in Digdir’s own self-service once a main administrator has given you the right in Altinn.',
    ask: 'Ask for a clearance',
  },
  stepUp: {
    title: 'Log in',
    why: 'Nothing has been done yet. Log in with ID-porten to carry this out. You then see the same once more, and confirm it there.',
    until: 'You must have confirmed before',
    own: 'Log in yourself: it must be the person who is cleared. The link is yours alone, so do not pass it on.',
    updates:
      'The window updates itself when it is done. You can safely close it. The answer then comes as a direct message.',
    more: 'There is not room for everything here. You see the rest on the page before you log in.',
    open: 'Log in with ID-porten',
    cancel: 'Cancel the change',
  },
  notDone: {
    title: 'Not carried out',
    withdrawn: 'You cancelled the change. Nothing has been done.',
    expired: 'The time ran out before you had logged in and confirmed. Nothing has been done.',
    next: 'If it is to be done all the same, start again.',
  },
  late: {
    halfMade:
      'More than 30 minutes have passed since you logged in, so this cannot be finished with that login. Add the key with a new login instead.',
    unknown:
      'More than 30 minutes have passed since you logged in, so Portvakt cannot go on with that login. See in the list whether the client was created. If it is there, add its key. If it is not, open the form again.',
  },
  secret: {
    onPage:
      'The secret was shown on the page after the login, and only there. If you did not keep it, make a new one from the client’s card.',
    made: ({ name }) => `“${name}” has a new secret. The old one stops working.`,
  },
}
