import { sendAddressLink } from '../../src/domain/login/address-link.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { unconfirmedCard } from '../../views/belonging/unconfirmed-card.ts'
import { nothing } from '../inputs.ts'
import { place } from '../present.ts'
import { mayMailLinks } from './outside.ts'

/** An address that Slack has not confirmed: a link there confirms it (design section 2). */

const send = async (ask: Ask<unknown>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { belonging, user, language } = ask.viewer
    if (belonging.as !== 'unconfirmed') throw new AppError('already-done', 'there is no address to confirm')
    if (!mayMailLinks(services)) throw new AppError('mail-off', 'no mail or no links here')
    const { email } = belonging
    await sendAddressLink(services, { user, email, language, once: ask.once })
    await place(ask, unconfirmedCard.render(ask.t, { email, mailOn: true, sent: true }))
  },
})

export const routes = [
  route({
    kind: 'action',
    id: unconfirmedCard.actions.send,
    may: 'address.confirm',
    effect: 'change',
    input: nothing,
    run: send,
  }),
]
