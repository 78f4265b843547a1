import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'

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
  const audited = {
    action: 'delivery.send-again',
    outcome: 'done',
    actor: { teamId, userId },
    environment: null,
    subject: `delivery:${id}`,
    changeId: null,
    correlationId: null,
  } as const
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
