/** Lines in the thread under a client's card: what was done, and by whom (`<@U…>`). */
export const history = {
  created: ({ by }: { by: string }) => `Laget av ${by}.`,
  keyAdded: ({ by, kid }: { by: string; kid: string }) => `${by} la til nøkkelen ${kid}.`,
  keyRenewed: ({ by, kid }: { by: string; kid: string }) => `${by} fornyet nøkkelen ${kid}. Den varer i ett år til.`,
  keyRemoved: ({ by, kid }: { by: string; kid: string }) => `${by} fjernet nøkkelen ${kid}.`,
  secretRenewed: ({ by }: { by: string }) => `${by} laget en ny hemmelighet. Den gamle virker ikke lenger.`,
  ownersSet: ({ by, owners }: { by: string; owners: string }) => `${by} satte eierne til ${owners}.`,
  ownersRemoved: ({ by }: { by: string }) => `${by} fjernet alle eierne.`,
  deactivated: ({ by }: { by: string }) => `Deaktivert av ${by}.`,
}
