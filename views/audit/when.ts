import type { Text } from '../../src/text/index.ts'
import type { Mrkdwn } from '../kit/mrkdwn.ts'

/**
 * An instant (epoch ms) as Slack shows it in each reader's own time zone; in Norwegian time where it can't be. Nothing
 * of it is foreign text.
 */
export const when = (t: Text, at: number): Mrkdwn => ({
  mrkdwn: `<!date^${Math.floor(at / 1000)}^{date_short} {time_secs}|${t.format.dateTime(at)}>`,
})
