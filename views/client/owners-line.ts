import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { peopleLine } from '../belonging/people-line.ts'
import type { Words } from '../kit/mrkdwn.ts'

/** The owners side by side, or that there are none. */
export const ownersLine = (t: Text, owners: readonly SlackUser[]): Words =>
  owners.length === 0 ? t.client.owners.none : peopleLine(owners)
