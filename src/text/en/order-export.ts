/** The page where a file of orders is fetched. */
export const orderExport = {
  state: 'Download',
  heading: 'Test access orders',
  organisation: ({ organisation }: { organisation: string }) => `The orders of ${organisation}, as CSV.`,
  all: 'The orders of all organisations, as CSV.',
  holds: 'The file holds companies, states, times and who ordered. It holds no mails, phone numbers or notes.',
  traced: 'That you fetched it is written in the audit.',
  submit: 'Download CSV',
}
