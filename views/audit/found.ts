import type { KnownBlock } from '@slack/types'
import type { Environment } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { button, context, section } from '../kit/blocks.ts'
import { bold, inCode, mrkdwn, person, type Words } from '../kit/mrkdwn.ts'
import { type Found, foundValue } from './values.ts'

/** One of those that typed words may mean. */
export type Candidate =
  | { kind: 'client'; client: string; name: string; environment: Environment }
  | { kind: 'person'; person: string }
  | { kind: 'organisation'; organisation: string; name: string }

/** What came of words that did not name one thing: nothing, or these. `more`: there are others beside. */
export type Sought =
  | { text: string; found: 'none' }
  | { text: string; found: 'organisation-first' }
  | { text: string; found: 'several'; candidates: Candidate[]; more: boolean }

const longestText = 100

/** The filter that shows one of them alone. */
export const filterOf = (one: Candidate): Found => {
  if (one.kind === 'client') return { client: one.client }
  return one.kind === 'person' ? { person: one.person } : { organisation: one.organisation }
}

const wordsOf = (t: Text, one: Candidate): Words => {
  const kind = t.audit.sought.kinds[one.kind]
  if (one.kind === 'person') return mrkdwn`${kind} ${person(one.person)}`
  if (one.kind === 'organisation') return mrkdwn`${kind} ${bold(cut(one.name, 150))} (${one.organisation})`
  return mrkdwn`${kind} ${bold(cut(one.name, 150))} (${t.common.environments[one.environment]}) ${inCode(one.client, 255)}`
}

/** What came of the words that were typed, each candidate with a button to it. */
export const soughtBlocks = (t: Text, sought: Sought, choose: string): KnownBlock[] => {
  const words = t.audit.sought
  const text = cut(sought.text, longestText)
  if (sought.found !== 'several')
    return [section(sought.found === 'none' ? words.none({ text }) : words.organisationFirst({ text }))]
  return [
    section(words.several({ text })),
    ...sought.candidates.map((one) =>
      section(wordsOf(t, one), button({ id: choose, text: words.choose, value: foundValue.write(filterOf(one)) })),
    ),
    ...(sought.more ? [context(words.more)] : []),
  ]
}
