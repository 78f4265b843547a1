import type { common as nb } from '../nb/common.ts'

export const common: typeof nb = {
  close: 'Close',
  cancel: 'Cancel',
  next: 'Next',
  previous: 'Previous',
  continue: 'Continue',
  back: 'Back',
  environments: { test: 'test environment', prod: 'production' },
  environmentNames: { test: 'Test environment', prod: 'Production' },
  inEnvironment: { test: 'in the test environment', prod: 'in production' },
  environment: 'Environment',
  shown: ({ from, to, total }) => `Showing ${from}–${to} of ${total}`,
  more: ({ count }) => `… and ${count} more`,
  loading: { title: 'Portvakt', body: 'One moment, fetching the details …' },
  problem: 'That did not work',
  digdirReference: ({ id }) => `Digdir’s reference: ${id}`,
  reference: ({ id }) => `Our reference: ${id}`,
  refusedFields: 'Digdir said this about the fields:',
}
