import type { Organisation } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { altinn } from './altinn.ts'
import { answeredLine } from './decided.ts'

const id = 'clearance-login'
const actions = { open: 'clearance-login.open' } as const

export type ClearanceLoginData = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  /** of the page that leads to ID-porten, for this person alone; null: no login is set up here */
  url: string | null
}

/** For whoever was named: what the login is for, and the way to it; then that it waits for a second person. */
const render = (t: Text, { change, organisation, url }: ClearanceLoginData): Shown => {
  const words = t.belonging.clearance.login
  const decided = answeredLine(t, change)
  const summary = words.named(organisation)
  const waiting =
    change.loginId !== null
      ? [section(words.proved)]
      : url === null
        ? [section(t.belonging.whoami.gives['login-off']), ...actionRow(altinn.showButton(t))]
        : [
            section(words.why),
            section(words.kept),
            ...actionRow(button({ id: actions.open, text: words.open, url, style: 'primary' }), altinn.showButton(t)),
            context(words.until({ date: t.format.date(change.expiresAt) })),
          ]
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary,
    blocks: [section(summary), ...(decided ? [context(decided)] : waiting)],
  })
}

export const clearanceLogin = { id, actions, render }
