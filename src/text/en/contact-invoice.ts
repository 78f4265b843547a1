import { formatsFor } from '../format.ts'

const { number, dateTime } = formatsFor('en')

/** Words of invoice information, logins and the threshold. */
export const invoice = {
  title: 'Invoice information',
  intro:
    'Digdir invoices service owners with more than 200 000 logins in a settlement year (1 October to 30 September). Then it has to know who the invoice is for.',
  portal: 'Digdir has no service for this: enter the same in the self-service portal.',
  ofOrganisation: ({ name }: { name: string }) => `For all of ${name}`,
  ofClient: ({ name }: { name: string }) => `For the client ${name}`,
  none: 'No invoice information is registered.',
  add: 'Add for the organisation',
  edit: 'Change',
  remove: 'Remove',
  forClient: 'For a client …',
  recipient: 'Invoice recipient (EHF)',
  unverified: 'not checked, Enhetsregisteret did not answer (save once more later)',
  address: 'Address',
  reference: 'Reference',
  email: 'E-mail',
  updated: ({ at }: { at: number }) => `Last changed ${dateTime(at)} by`,
  byProgram: 'a program',
  saved: 'The invoice information is saved.',
  removed: 'The invoice information is removed.',
  meanwhile:
    'Somebody else changed the invoice information while you typed. What they saved is shown now. Yours is not saved.',
  ruledOut: ({ why }: { why: string }) =>
    `Enhetsregisteret answered after you saved. ${why} Press “Change” and put the recipient right.`,
  removeSure: {
    title: 'Remove invoice info?',
    text: 'Then Digdir does not know who the invoice is for if you pass the threshold.',
    yes: 'Yes, remove',
    no: 'Cancel',
  },
  formTitle: 'Invoice information',
  save: 'Save',
  form: {
    invoice_organisation_number: {
      label: 'Organisation number of the invoice recipient',
      hint: 'Nine digits. The invoice goes to this organisation as EHF.',
    },
    invoice_address: { label: 'Invoice address', hint: 'The address as it should stand on the invoice.' },
    invoice_reference: {
      label: 'Your reference',
      hint: 'Order number, resource number or cost centre, as the recipient wants it.',
    },
    invoice_email: { label: 'E-mail for questions about the invoice', hint: 'May be left empty.' },
  },
  faults: {
    number: 'This is not a valid organisation number. Write nine digits.',
    'unit-sub': 'This is a sub-unit. EHF goes to the main unit: write its number.',
    'unit-deleted': 'The organisation is deleted in Enhetsregisteret.',
    'unit-removed': 'The organisation is removed from Enhetsregisteret.',
    'unit-unknown': 'Enhetsregisteret has no organisation with this number.',
    address: 'Write the address, at most 500 characters.',
    reference: 'Write a reference on one line, at most 100 characters.',
    email: 'Write one e-mail address, such as invoice@agency.no, or leave the field empty.',
  },
  logins: {
    title: ({ label }: { label: string }) => `Logins ${label}`,
    none: ({ label }: { label: string }) => `No figures have been entered for the settlement year ${label} yet.`,
    sum: ({ sum, threshold, percent }: { sum: number; threshold: number; percent: number }) =>
      `${number(sum)} of ${number(threshold)} logins in production (${number(percent)} %)`,
    over: 'You have passed the threshold and will be invoiced.',
    missing: 'Invoice information is missing: add it now.',
    series: { sum: 'In all', threshold: 'Threshold' },
    x: 'Month',
    y: 'Logins in all',
    month: ({ month, logins, sum }: { month: string; logins: number; sum: number }) =>
      `${month}: ${number(logins)} (in all ${number(sum)})`,
    source: 'The figures are entered by whoever runs Portvakt, and are for production alone.',
  },
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  back: 'Back to the contacts',
}
