import { z } from 'zod'
import { empty, route } from '../slack/route.ts'

/**
 * Slack's `user_change`: an address was changed, an account closed, a guest made a member. What was known of the
 * person is no longer believed; the next thing they ask makes the bot look again.
 */
export const routes = [
  route({
    kind: 'event',
    id: 'user_change',
    may: 'help',
    effect: 'known',
    input: z.unknown(),
    async run(ask, { store }) {
      await store.write({ once: ask.once }, async (tx) => {
        await tx.expirePerson(ask.viewer.user)
        return null
      })
      return { now: empty }
    },
  }),
]
