import { z } from 'zod'
import type { SlackPerson, SlackUser } from '../domain/belonging/types.ts'

/** What users.info answers, as far as the bot asks. */
export const userAnswer = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_app_user: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
    is_email_confirmed: z.boolean().default(false),
    locale: z.string().optional(),
    real_name: z.string().optional(),
    profile: z.object({ email: z.string().optional(), display_name: z.string().optional() }).default({}),
  }),
})

/**
 * Slack's user object as a person (slack.md 4.3); somebody of another team than the installed workspace's is a
 * stranger whatever Slack says. On Grid the workspace may be one of several that somebody is in.
 *
 * @param home the team of the workspace that the bot is installed in; a request's own team may be the stranger's
 */
export const personOf = (answer: unknown, asked: SlackUser, home: string, seenAt: number): SlackPerson => {
  const { user } = userAnswer.parse(answer)
  const atHome = user.team_id === undefined || user.team_id === home || user.enterprise_user?.teams.includes(home)
  const kind = user.deleted
    ? 'deactivated'
    : user.is_bot || user.is_app_user || user.id === 'USLACKBOT'
      ? 'bot'
      : user.is_stranger || !atHome
        ? 'stranger'
        : user.is_restricted || user.is_ultra_restricted
          ? 'guest'
          : 'member'
  return {
    ...asked,
    // the name that a colleague in another team knows; the other one may be a handle
    name: user.real_name || user.profile.display_name || null,
    email: user.profile.email ?? null,
    emailConfirmed: user.is_email_confirmed,
    kind,
    locale: user.locale ?? null,
    seenAt,
  }
}
