import type { Belonging } from '../../src/domain/belonging/types.ts'
import { AppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { membershipWaiting } from '../../views/belonging/membership-waiting.ts'
import { strangerCard } from '../../views/belonging/stranger-card.ts'
import { unconfirmedCard } from '../../views/belonging/unconfirmed-card.ts'
import type { Shown } from '../../views/kit/shown.ts'

type Outside = Exclude<Belonging, { as: 'member' }>

/** Links can be made and mailed. */
export const mayMailLinks = ({ mailOn, publicUrl }: Pick<Services, 'mailOn' | 'publicUrl'>): boolean =>
  mailOn && publicUrl !== null

/** What somebody who is no member anywhere is told: why, what to do, and who helps. */
export const outsideCard = async ({ t }: Pick<Ask, 't'>, services: Services, belonging: Outside): Promise<Shown> => {
  if (belonging.as === 'stranger') {
    const { reason, domain, operator } = belonging
    return strangerCard.render(t, { reason, domain, operator, serviceDesk: services.serviceDeskMail })
  }
  if (belonging.as === 'unconfirmed')
    return unconfirmedCard.render(t, { email: belonging.email, mailOn: mayMailLinks(services), sent: false })
  const { organisation, changeId } = belonging
  const [change, admins] = await Promise.all([
    services.store.change(changeId),
    services.store.adminsOf(organisation.number),
  ])
  if (change === null) throw new AppError('internal', 'a request that somebody waits for is not there')
  return membershipWaiting.render(t, { change, organisation, admins })
}
