import type { KeptList } from '../../src/domain/client/keep-lists.ts'
import { cleanText } from '../../src/domain/client/typed.ts'
import type { RegistrationQuery } from '../../src/domain/deps.ts'
import type { CommandInput } from '../../src/slack/command-text.ts'
import { type Ask, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientCreated } from '../../views/client/created.ts'
import { clientDeactivated } from '../../views/client/deactivated.ts'
import { clientHelp } from '../../views/client/help.ts'
import { clientList } from '../../views/client/list.ts'
import type { ClientListData } from '../../views/client/rows.ts'
import { type ListRef, listValue } from '../../views/client/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { commandInput, environmentOf } from '../inputs.ts'
import { leadsTo } from '../lists.ts'
import { present } from '../present.ts'

/** The organisation's clients as a private message: searched, paged, with their age when Digdir is down. */

/** How long a list may wait for Digdir before the stored one is shown, ms. */
export const listPatience = 1_000

const readInput = ({ words, rest }: CommandInput): ListRef => {
  const environment = environmentOf(words[0] ?? '')
  const text = environment === undefined ? rest : words.slice(1).join(' ')
  return { environment: environment ?? 'test', text: cleanText(text) || null, inactive: false, page: 0 }
}

/** What the store is asked for by a list's reference. */
export const queryOf = (ask: Ask<unknown>, ref: ListRef): RegistrationQuery => ({
  organisationNumber: organisationOf(ask.viewer).number,
  environment: ref.environment,
  ...(ref.text === null ? {} : { text: ref.text }),
  inactive: ref.inactive,
  page: ref.page,
  size: clientList.size,
})

/** What the views draw, from a page of the kept list. */
export const listData = (ref: ListRef, list: KeptList): ClientListData => ({
  ...ref,
  rows: list.rows,
  total: list.total,
  inactiveCount: list.inactive,
  fetchedAt: list.listing?.fetchedAt ?? null,
  freshness: list.state === 'down' ? 'unreachable' : list.state,
  supplier: list.listing?.complete === false,
})

/**
 * A page as it can be shown now: the stored one, fetched anew where it is old and Digdir answers. One that was never
 * fetched is waited for.
 *
 * @throws {AppError} why there is no list at all: no admin client, no right, Digdir down
 */
const listOf = async (ask: Ask<unknown>, services: Services, ref: ListRef): Promise<KeptList> => {
  const query = queryOf(ask, ref)
  const list = await services.lists.page(query, listPatience)
  if (list.listing !== null || list.state === 'fresh') return list
  if (list.state === 'down') throw list.because
  await services.lists.fetched(query.organisationNumber, query.environment)
  return await services.lists.page(query, listPatience)
}

/** The same, as the views draw it. @throws {AppError} as `listOf` */
export const pageOf = async (ask: Ask<unknown>, services: Services, ref: ListRef): Promise<ClientListData> =>
  listData(ref, await listOf(ask, services, ref))

/**
 * The page as a message. The same rows in the same words are drawn once: lists are turned and repeated more than
 * anything else.
 */
const drawn = async (ask: Ask<unknown>, services: Services, ref: ListRef): Promise<Shown> => {
  const list = await listOf(ask, services, ref)
  const age = `${ask.viewer.language} ${list.state} ${list.listing?.fetchedAt} ${list.listing?.complete}`
  return services.memo(list.rows, age, () => clientList.render(ask.t, listData(ref, list)))
}

export const routes = [
  route({
    kind: 'command',
    id: 'client list',
    may: 'client.read',
    effect: 'read',
    input: commandInput,
    run: (ask, services) => present(ask, () => drawn(ask, services, readInput(ask.input))),
  }),
  ...leadsTo(
    [
      clientList.actions.previous,
      clientList.actions.next,
      clientList.actions.inactive,
      clientCard.actions.list,
      clientCreated.actions.list,
      clientDeactivated.actions.list,
      clientHelp.actions.list,
    ],
    { may: 'client.read', input: listValue.input },
    (ask, services) => drawn(ask, services, ask.input),
  ),
]
