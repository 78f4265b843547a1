import { may } from '../../../src/domain/may.ts'
import { AppError } from '../../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminDone } from '../../../views/belonging/admin/done.ts'
import { adminRefused } from '../../../views/belonging/admin/refused.ts'
import { commandInput, nothing } from '../../inputs.ts'
import { openForm, present } from '../../present.ts'
import { organisationsContent } from './organisations.ts'
import { peopleContent } from './people.ts'

/** `/portvakt admin`: operators begin with all organisations, an organisation's admins with their people. */

const begin = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const { belonging } = ask.viewer
  const { store, serviceDeskMail: serviceDesk } = services
  const first = { text: null, page: 0 }
  if (may(belonging, 'organisation.manage').ok)
    return openForm(ask, async () => (await organisationsContent(ask, services, first)).view)
  const verdict = may(belonging, 'membership.manage')
  if (belonging.as !== 'member') throw new AppError(verdict.ok ? 'not-allowed' : verdict.code, 'no member')
  const { organisation } = belonging
  if (verdict.ok)
    return openForm(
      ask,
      async () => (await peopleContent(ask, services, { ...first, number: organisation.number })).view,
    )
  return await present(ask, async () =>
    adminRefused.render(ask.t, { organisation, admins: await store.adminsOf(organisation.number), serviceDesk }),
  )
}

// whoever may not is told who can, so that the table alone is not enough of an answer
export const routes = [
  route({ kind: 'command', id: 'portvakt admin', may: 'help', effect: 'read', input: commandInput, run: begin }),
  route({
    kind: 'action',
    id: adminDone.actions.open,
    may: 'help',
    effect: 'read',
    input: nothing,
    run: begin,
  }),
]
