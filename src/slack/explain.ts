import { problemCard } from '../../views/belonging/problem-card.ts'
import { strangerCard } from '../../views/belonging/stranger-card.ts'
import { unconfirmedCard } from '../../views/belonging/unconfirmed-card.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { AppError, isAppError, loudness } from '../errors.ts'
import type { Text } from '../text/index.ts'
import type { Viewer } from '../viewer.ts'

/**
 * An error in a person's words: what is wrong, why, what to do. A stranger gets the card that says why they are one;
 * what is news carries a reference that also stands in the log. From there one
 * can ask the service desk, whose form has the reference in it.
 */
export const explain = (told: {
  error: unknown
  t: Text
  requestId: string
  viewer: Viewer | null
  serviceDeskMail: string
  /** a link can be mailed */
  mailOn: boolean
}): Shown => {
  const { error, t, viewer } = told
  const serviceDesk = told.serviceDeskMail
  if (isAppError(error, 'not-a-member') && viewer?.belonging.as === 'stranger') {
    const { reason, domain } = viewer.belonging
    return strangerCard.render(t, { reason, domain, serviceDesk })
  }
  if (isAppError(error, 'unconfirmed') && viewer?.belonging.as === 'unconfirmed') {
    return unconfirmedCard.render(t, { email: viewer.belonging.email, mailOn: told.mailOn, sent: false })
  }
  const known = error instanceof AppError
  return problemCard.render(t, {
    code: known ? error.code : 'internal',
    details: known ? error.details : {},
    serviceDesk,
    request: told.requestId,
    ...(loudness(error) === 'info' ? {} : { reference: told.requestId }),
  })
}
