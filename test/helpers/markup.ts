import { type House, people } from './house.ts'

/** Every text that Slack would read as mrkdwn, in messages, views and calls, however deep. */
export const mrkdwnIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn)
  if (typeof value !== 'object' || value === null) return []
  const one = value as Record<string, unknown>
  const own = typeof one.text === 'string' && one.type !== 'plain_text' && !('action_id' in one) ? [one.text] : []
  // what is typed into a field, or shown exactly as it is, is no markup
  const exact = one.type === 'rich_text' || one.type === 'plain_text'
  return exact ? [] : [...own, ...Object.values(one).flatMap(mrkdwnIn)]
}

/** Everything that the bot has shown anybody in Slack, and has asked Slack to show; not what people wrote themselves. */
export const shownInSlack = (house: House): unknown[] => {
  const { workspace } = house.slack
  const desks = Object.values(people).map(({ id }) => workspace.as(id).desk())
  return [
    desks.map(({ messages, modals, home }) => [
      Object.values(messages)
        .flat()
        .filter(({ user }) => user === workspace.world.bot.user_id)
        .map(({ text, blocks }) => ({ text, blocks })),
      modals,
      home,
    ]),
    workspace.calls.map((call) => call.args),
  ]
}

/** Tags of a page or mail that no template of ours writes, or with an address that nobody of us chose. */
export const foreignTags = (html: string): string[] =>
  (html.match(/<[^>]*>/g) ?? []).filter((tag) =>
    /^<(script|img|iframe|svg|b|object|embed)\b|\son\w+=|="(https?:\/\/evil|javascript:|data:)/i.test(tag),
  )
