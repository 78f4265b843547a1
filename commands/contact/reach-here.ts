import { confirmedSince, reachOf } from '../../src/domain/contact/reach.ts'
import type { ReachFacts } from '../../src/domain/contact/types.ts'
import type { Services } from '../../src/slack/route.ts'
import type { ReachShown } from '../../views/contact/reach-line.ts'

/** An organisation of which nothing is stored. */
const nobody: ReachFacts = {
  contacts: 0,
  people: 0,
  confirmed: 0,
  bounced: 0,
  gone: 0,
  unmirrored: 0,
  addresses: 0,
}

/** How well one organisation can be reached now. */
export const reachHere = async (
  { store, now }: Pick<Services, 'store' | 'now'>,
  organisationNumber: string,
): Promise<ReachShown> => {
  const [row] = await store.reachFacts({ organisationNumber, since: confirmedSince(now()) })
  const facts = row?.facts ?? nobody
  return { facts, reach: reachOf(facts) }
}
