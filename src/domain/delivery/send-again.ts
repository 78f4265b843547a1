import type { AuditEntry } from '../audit/types.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import type { SentAgain, UndeliveredState } from './store.ts'

const auditedOf = (actor: AuditEntry['actor']) =>
  ({ outcome: 'done', actor, environment: null, changeId: null, correlationId: null }) as const

/**
 * An operator sends again what failed, or what nobody knows the end of (the person may then get it twice, which is
 * said before it is asked for). Who may, the caller has checked.
 *
 * @param asked `id` of the row; `once` as in design 1.6
 * @returns whether it waits again; false when it arrived, or was sent again by somebody else
 */
export const sendAgain = async (
  { store }: Pick<Deps, 'store'>,
  { teamId, userId }: SlackUser,
  { id, once }: { id: string; once: string },
): Promise<boolean> => {
  const audited = { ...auditedOf({ teamId, userId }), action: 'delivery.send-again', subject: `delivery:${id}` }
  const { value } = await store.write(
    {
      once,
      audit: (row: { organisationNumber: string | null } | null) =>
        row === null ? [] : [{ ...audited, organisationNumber: row.organisationNumber }],
    },
    async (tx) => {
      const row = await tx.sendAgain(id)
      return row === null ? null : { organisationNumber: row.organisationNumber }
    },
  )
  return value !== null
}

/**
 * The same with all that failed and all that nobody knows the end of, as it stood when somebody looked: what failed
 * since then nobody has seen. Each organisation's audit has how many of its own there were.
 *
 * @param asked `seenAt`: when the list was read, epoch ms
 * @returns how many wait again, by what they were
 */
export const sendAllAgain = async (
  { store }: Pick<Deps, 'store'>,
  { teamId, userId }: SlackUser,
  { seenAt, once }: { seenAt: number; once: string },
): Promise<Record<UndeliveredState, number>> => {
  const audited = { ...auditedOf({ teamId, userId }), action: 'delivery.send-all-again', subject: null }
  const { value } = await store.write<SentAgain[]>(
    {
      once,
      audit: (all) =>
        all.map(({ organisationNumber, ...after }) => ({ ...audited, organisationNumber, values: { after } })),
    },
    (tx) => tx.sendAllAgain(seenAt),
  )
  const sum = (state: UndeliveredState) => value.reduce((total, one) => total + one[state], 0)
  return { failed: sum('failed'), unknown: sum('unknown') }
}
