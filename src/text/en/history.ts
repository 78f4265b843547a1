import type { history as nb } from '../nb/history.ts'

export const history: typeof nb = {
  created: ({ by }) => `Created by ${by}.`,
  keyAdded: ({ by, kid }) => `${by} added the key ${kid}.`,
  keyRenewed: ({ by, kid }) => `${by} renewed the key ${kid}. It lasts for another year.`,
  keyRemoved: ({ by, kid }) => `${by} removed the key ${kid}.`,
  secretRenewed: ({ by }) => `${by} made a new secret. The old one no longer works.`,
  ownersSet: ({ by, owners }) => `${by} set the owners to ${owners}.`,
  ownersRemoved: ({ by }) => `${by} removed all owners.`,
  deactivated: ({ by }) => `Deactivated by ${by}.`,
}
