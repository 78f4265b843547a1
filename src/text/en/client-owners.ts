import { formatsFor } from '../format.ts'
import type { owners as nb } from '../nb/client-owners.ts'

const { list } = formatsFor('en')

export const owners: typeof nb = {
  heading: 'Owners',
  none: 'None. Everybody in the organisation can change the client.',
  edit: 'Owners',
  title: 'Owners',
  intro: ({ name }) =>
    `Once “${name}” has owners, only they and the organisation’s admins can change it. Without owners everybody in the organisation can.`,
  field: {
    label: 'Owners',
    hint: 'Up to ten people of the organisation. An empty field means no owners.',
    placeholder: 'Choose people',
  },
  submit: 'Save',
  problems: 'The owners were not saved:',
  tooMany: 'Choose ten people at most.',
  outsiders: ({ names }) => `Not of the organisation, so they cannot own the client: ${list(names)}.`,
  unchanged: 'These are the same owners as before.',
  saved: 'Owners saved',
  now: ({ name }) => `The owners of “${name}” are now:`,
  last: {
    title: 'Last owner',
    body: ({ name }) =>
      `You are the last owner of “${name}”. Without owners everybody in the organisation can change it.`,
    submit: 'Remove me',
  },
  notOwner: {
    title: 'Not an owner',
    body: ({ name }) => `“${name}” has owners, and only they and the organisation’s admins can change it.`,
    next: 'Ask one of them to do it, or to make you an owner.',
  },
  told: {
    title: 'Client owner',
    given: ({ name, where }) => `You are now an owner of “${name}” ${where}.`,
    givenMeans: 'Only its owners and the organisation’s admins can change it.',
    taken: ({ name, where }) => `You are no longer an owner of “${name}” ${where}.`,
    by: 'Changed by',
  },
  changed: {
    title: 'New owners',
    body: ({ name, where }) => `The owners of “${name}” ${where} were changed.`,
    given: 'Added',
    taken: 'Removed',
    now: 'Owners now',
    nobody: 'nobody',
    undo: 'Undo',
    sure: {
      title: 'Undo?',
      text: 'The owners become what they were before the change. Those concerned are told.',
      yes: 'Undo',
      no: 'No',
    },
    undone: 'Undone by',
  },
}
