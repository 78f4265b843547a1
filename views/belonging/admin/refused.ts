import type { Organisation, SlackUser } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { section } from '../../kit/blocks.ts'
import { mailLink, named, person } from '../../kit/mrkdwn.ts'
import { type Shown, shown } from '../../kit/shown.ts'

const id = 'admin-refused'

/** More admins than these nobody needs to ask. */
const most = 20

export type RefusedData = {
  organisation: Pick<Organisation, 'number' | 'name'>
  admins: SlackUser[]
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** To a member who is no admin: why not, and who is. */
const render = (t: Text, { organisation, admins, serviceDesk }: RefusedData): Shown => {
  const words = t.admin.refused
  const who = {
    mrkdwn: admins
      .slice(0, most)
      .map(({ userId }) => person(userId).mrkdwn)
      .join(', '),
  }
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(words.why),
      section(admins.length === 0 ? words.none : named(words.admins({ name: cut(organisation.name, 200) }), who)),
      section(named(words.desk, mailLink(serviceDesk))),
    ],
  })
}

export const adminRefused = { id, actions: {}, render }
