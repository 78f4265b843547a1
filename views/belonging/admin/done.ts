import type { MembershipStanding } from '../../../src/domain/belonging/change-membership.ts'
import type { Organisation, SlackUser } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../../kit/blocks.ts'
import { mrkdwn, person, type Words } from '../../kit/mrkdwn.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { undoValue } from './values.ts'

const id = 'admin'
const actions = { open: 'admin.open', undo: 'admin.undo' } as const

export type DoneData = {
  user: SlackUser
  organisation: Pick<Organisation, 'number' | 'name'>
  before: MembershipStanding
  after: MembershipStanding
  /** the change, where it can be undone */
  undo: string | null
  /** this was the undoing of another */
  undone?: boolean
}

type DoneWords = Pick<
  Text['admin']['people']['done'],
  'assigned' | 'assignedUntil' | 'removed' | 'forgotten' | 'admin' | 'notAdmin'
>

/** What became of how somebody stands, in the words of `done` (of somebody) or of `told` (to them). */
export const becameLine = (
  t: Text,
  words: DoneWords,
  { organisation, before, after }: Pick<DoneData, 'organisation' | 'before' | 'after'>,
): string => {
  const at = { organisation: cut(t.admin.named(organisation), 200) }
  if (after === null) return words.forgotten(at)
  if (after.state === 'removed') return words.removed(at)
  if (after.admin !== (before?.admin ?? false)) return after.admin ? words.admin(at) : words.notAdmin(at)
  return after.until === null ? words.assigned(at) : words.assignedUntil({ ...at, date: t.format.date(after.until) })
}

export const doneLine = (t: Text, data: DoneData): Words => {
  const words = t.admin.people.done
  const line = mrkdwn`${person(data.user.userId)} ${becameLine(t, words, data)}`
  return data.undone ? mrkdwn`${words.undone} ${line}` : line
}

/** What was done, kept in the messages of the one who did it: it can be undone from there for a day. */
const render = (t: Text, data: DoneData): Shown => {
  const words = t.admin.people.done
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      section(mrkdwn`:white_check_mark: ${doneLine(t, data)}`),
      ...(data.undo === null ? [] : [context(words.until)]),
      ...actionRow(
        data.undo === null
          ? null
          : button({ id: actions.undo, text: words.undo, value: undoValue.write({ change: data.undo }) }),
        button({ id: actions.open, text: t.admin.open }),
      ),
    ],
  })
}

export const adminDone = { id, actions, render }
