import type { ModalView } from '@slack/types'
import { isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import type { Beneath } from '../../views/contact/beneath.ts'
import { contactRemoved } from '../../views/contact/removed.ts'
import { browserContent } from './browse.ts'
import { cardOf } from './show.ts'

/** Whoever closes a modal must not find an older state under it. */

/** Puts content into a modal, wherever it lies; one that was closed, or that Slack has no answer for, stays as it is. */
export const putIfOpen = async (
  ask: Ask<unknown>,
  { slack }: Pick<Services, 'slack'>,
  view: string,
  content: () => Promise<ModalView>,
): Promise<void> => {
  try {
    await slack.updateView(view, await content())
  } catch (error) {
    if (!isAppError(error, 'view-gone', 'slack-unavailable', 'slack-refused')) throw error
    ask.log.debug({ err: error }, 'a modal could not be brought up to date')
  }
}

const cardNow = async (ask: Ask<unknown>, services: Services, id: string, beneath: Beneath): Promise<ModalView> => {
  const contact = await services.store.contact(organisationOf(ask.viewer).number, id)
  const shown =
    contact === null
      ? contactRemoved.render(ask.t, { contact: null, mirrored: false })
      : await cardOf(ask, services, contact, { beneath: { ...beneath, card: null } })
  return shown.view
}

/** Brings what lies beneath up to date with what is stored now. */
export const refreshBeneath = async (ask: Ask<unknown>, services: Services, beneath: Beneath): Promise<void> => {
  const { browser, card } = beneath
  // where there was no room on top, the form is in the place of the card
  if (card !== null && card.view !== ask.view?.id)
    await putIfOpen(ask, services, card.view, () => cardNow(ask, services, card.contact, beneath))
  if (browser !== null)
    await putIfOpen(ask, services, browser.view, async () => (await browserContent(ask, services, browser)).view)
}
