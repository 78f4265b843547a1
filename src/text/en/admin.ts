import { formatsFor, pluralsFor } from '../format.ts'
import type { admin as nb } from '../nb/admin.ts'
import { organisation } from './admin-organisation.ts'
import { ownClient } from './admin-own-client.ts'
import { people } from './admin-people.ts'

const plural = pluralsFor('en')
const format = formatsFor('en')

export const admin: typeof nb = {
  open: 'Administration',
  named: ({ name, number }) => `${name} (${number})`,
  refused: {
    title: 'Administration',
    why: 'Only the organisation’s admins and the operators (the service desk) can manage people and organisations here.',
    admins: ({ name }) => `Admins of ${name}`,
    none: 'The organisation has no admin. The service desk can name one.',
    desk: 'The service desk',
  },
  organisations: {
    title: 'Organisations',
    submit: 'Search',
    form: { search: { label: 'Search', placeholder: 'Name, number or domain' } },
    count: ({ count }) => `${format.number(count)} ${plural(count, { one: 'organisation', other: 'organisations' })}`,
    none: 'No organisations have been added yet.',
    noneMatching: ({ text }) => `No organisation matches “${text}”.`,
    noDomains: 'no domains',
    show: 'Open',
    new: 'New organisation',
    operators: 'Operators',
  },
  organisation,
  ownClient,
  people,
  operators: {
    title: 'Operators',
    intro: 'Operators see every organisation, and manage people, domains and clearances in all of them.',
    fixed: 'permanent, set by whoever runs Portvakt',
    since: ({ date }) => `named ${date}, by`,
    none: 'Nobody is an operator.',
    placeholder: 'Name an operator',
    nameSure: {
      title: 'Name as operator?',
      text: 'The person will manage all organisations, people and clearances, and can name operators too. They are told.',
      yes: 'Name',
      no: 'Cancel',
    },
    remove: 'Take the role away',
    removeSure: {
      title: 'Take the role away?',
      text: 'The person is no longer an operator and loses access to organisations other than their own. They are told.',
      yes: 'Take away',
      no: 'Cancel',
    },
    notThem: 'Only ordinary users of this Slack workspace can be operators, not guests, apps or people from outside.',
    already: 'This person is an operator already.',
    self: 'This is you, and you are an operator already.',
    fixedAlready: 'This operator was set by whoever runs Portvakt, and can only be removed there.',
    named: 'is now an operator.',
    removed: 'is no longer an operator.',
  },
}
