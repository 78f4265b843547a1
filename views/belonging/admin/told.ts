import type { Organisation, SlackUser } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { context, section } from '../../kit/blocks.ts'
import { mrkdwn, person } from '../../kit/mrkdwn.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { becameLine, type DoneData } from './done.ts'

const id = 'admin-told'

export type ToldData = { by: SlackUser } & (
  | ({ what: 'membership' } & Pick<DoneData, 'organisation' | 'before' | 'after'>)
  | { what: 'cleared'; organisation: Pick<Organisation, 'number' | 'name'> }
  | { what: 'operator' | 'not-operator' }
)

const line = (t: Text, data: ToldData): string => {
  const words = t.admin.people.told
  switch (data.what) {
    case 'membership':
      return becameLine(t, words, data)
    case 'cleared':
      return words.cleared({ organisation: cut(t.admin.named(data.organisation), 200) })
    case 'operator':
      return words.operator
    case 'not-operator':
      return words.notOperator
  }
}

/** What was done with how somebody belongs or what they may, told to them: what, and by whom. */
const render = (t: Text, data: ToldData): Shown => {
  const words = t.admin.people.told
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: line(t, data),
    blocks: [section(line(t, data)), context(mrkdwn`${words.by} ${person(data.by.userId)}`, words.next)],
  })
}

export const adminTold = { id, actions: {}, render }
