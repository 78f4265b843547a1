import { AppError } from '../../errors.ts'
import { personSubject } from '../change.ts'
import type { Deps } from '../deps.ts'
import { isSamePerson, type SlackUser } from './types.ts'

/**
 * Names an operator beside those of `OPERATORS`, or takes it back; by another operator. Throws `needs-another` for
 * oneself, `already-done` when it is so.
 */
export const nameOperator = async (
  deps: Pick<Deps, 'store'>,
  asked: { by: SlackUser; user: SlackUser; operator: boolean; once: string },
): Promise<void> => {
  const { by, user, operator, once } = asked
  if (isSamePerson(by, user)) throw new AppError('needs-another', 'nobody names themselves')
  const { fresh } = await deps.store.write(
    {
      once,
      audit: [
        {
          action: operator ? 'operator.name' : 'operator.remove',
          outcome: 'done',
          actor: by,
          organisationNumber: null,
          environment: null,
          subject: personSubject(user),
          changeId: null,
          correlationId: null,
        },
      ],
    },
    async (tx) => {
      if (operator) await tx.saveOperator(user, personSubject(by))
      else if (!(await tx.forgetOperator(user))) throw new AppError('already-done', 'not a named operator')
      return null
    },
  )
  if (!fresh) throw new AppError('already-done', 'the same click before')
}
