import type { Belonging } from '../../src/domain/belonging/types.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { homeFor } from '../home/home.ts'
import { whoamiCard } from './whoami.ts'

/**
 * After somebody's belonging has changed by their own click: the Home tab or the card they clicked on shows it. A
 * lasting message of the bot's is left to whoever keeps it.
 */
export const showAgain = async (ask: Ask<unknown>, services: Services, belonging: Belonging): Promise<void> => {
  const after = { ...ask, log: ask.log, viewer: { ...ask.viewer, belonging } }
  if (ask.door === 'home') await services.slack.publishHome(ask.viewer.user, await homeFor(after, services))
  else if (ask.surface.kind !== 'message') await ask.show(await whoamiCard(after, services))
}
