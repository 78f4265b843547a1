import type { SlackUser } from '../../src/domain/belonging/types.ts'
import { isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { textFor } from '../../src/text/index.ts'
import { homeFor } from './home.ts'

/**
 * Shows somebody their Home tab anew, after another person's click changed where they belong or what they may. It is
 * drawn again whenever they open it: where that can't be done now, it is logged and left.
 */
export const publishHome = async ({ log }: Pick<Ask, 'log'>, services: Services, user: SlackUser): Promise<void> => {
  try {
    const [belonging, language] = await Promise.all([services.belonging(user), services.languageOf(user)])
    const reader = { t: textFor(language), viewer: { user, belonging } }
    await services.slack.publishHome(user, await homeFor(reader, services))
  } catch (error) {
    log[isAppError(error) ? 'warn' : 'error']({ err: error, user: user.userId }, 'a Home tab could not be shown anew')
  }
}
