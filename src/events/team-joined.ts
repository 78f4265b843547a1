import { z } from 'zod'
import { empty, route } from '../slack/route.ts'

/**
 * Slack's `team_join`: somebody is new in the workspace. Nobody is told anything; that the router asked Slack who it is
 * has stored the person, so that admins find them before they have said a word to the bot.
 */
export const routes = [
  route({
    kind: 'event',
    id: 'team_join',
    may: 'help',
    effect: 'read',
    input: z.unknown(),
    run: async () => ({ now: empty }),
  }),
]
