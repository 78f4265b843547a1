import type { KnownBlock } from '@slack/types'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { peopleLine } from '../belonging/people-line.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { mrkdwn, named, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { ownersLine } from './owners-line.ts'
import { showClient } from './show-client.ts'
import { type ClientRef, changeValue } from './values.ts'

const id = 'client-owners-told'
const actions = { undo: 'client-owners-told.undo' } as const

type Told = ClientRef & { client_name: string; by: SlackUser }

const where = (t: Text, { environment, client_name: name }: Told) => ({
  name,
  where: t.common.inEnvironment[environment],
})

/** A note of a client's owners: what it says first, and what follows. */
const note = (t: Text, { environment }: Told, says: { title: string; body: string; blocks: KnownBlock[] }): Shown =>
  shown({
    id,
    title: says.title,
    environment,
    close: t.common.close,
    summary: says.body,
    blocks: [section(says.body), ...says.blocks],
  })

/** For whoever became an owner, or is one no longer. */
const renderConcerned = (t: Text, data: Told & { became: 'given' | 'taken' }): Shown => {
  const words = t.client.owners.told
  return note(t, data, {
    title: words.title,
    body: words[data.became](where(t, data)),
    blocks: [
      ...(data.became === 'given' ? [section(words.givenMeans)] : []),
      ...actionRow(showClient(t, data)),
      context(named(words.by, person(data.by.userId))),
    ],
  })
}

export type OwnersChangedData = Told & {
  /** the change that can be undone */
  change: string
  owners: readonly SlackUser[]
  given: readonly SlackUser[]
  taken: readonly SlackUser[]
  /** the admin who undid it; null: it can be undone */
  undoneBy: SlackUser | null
}

/** For the organisation's admins: what was changed, and the way back. */
const renderAdmin = (t: Text, data: OwnersChangedData): Shown => {
  const words = t.client.owners.changed
  return note(t, data, {
    title: words.title,
    body: words.body(where(t, data)),
    blocks: [
      section(
        stacked([
          ...(data.given.length > 0 ? [named(words.given, peopleLine(data.given))] : []),
          ...(data.taken.length > 0 ? [named(words.taken, peopleLine(data.taken))] : []),
          named(words.now, ownersLine(t, data.owners)),
        ]),
      ),
      ...actionRow(
        showClient(t, data),
        data.undoneBy === null
          ? button({
              id: actions.undo,
              text: words.undo,
              value: changeValue.write({ change: data.change }),
              confirm: words.sure,
            })
          : null,
      ),
      context(
        data.undoneBy === null
          ? named(t.client.owners.told.by, person(data.by.userId))
          : mrkdwn`:leftwards_arrow_with_hook: ${words.undone} ${person(data.undoneBy.userId)}`,
      ),
    ],
  })
}

export const clientOwnersTold = { id, actions, render: renderConcerned, renderAdmin }
