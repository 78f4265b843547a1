import { html } from 'hono/html'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { type Html, note, page } from './layout.ts'

/** What goes wrong before anybody knows what it is about. */
export type PageFault = Exclude<keyof Text['pages']['problem'], 'state' | 'again' | 'back'>

export type ProblemData = {
  error: { code: ErrorCode; details: ErrorDetails } | { fault: PageFault }
  /** the log's name for this request, where somebody may ask for it */
  reference?: string
  /** the address of the login, where one may try once more */
  again?: string
  /** the address of the page that one was on, where it serves once what stood in the way is mended */
  back?: string
  serviceDesk: string
}

const link = (to: string | undefined, text: string): Html =>
  to === undefined ? html`` : html`<p><a href="${to}">${text}</a></p>`

/** What went wrong and what to do next; read aloud as soon as it is there. */
export const problemPage = (t: Text, { error, reference, again, back, serviceDesk }: ProblemData): Html => {
  const words = t.pages.problem
  const { what, next } = 'fault' in error ? words[error.fault] : t.errors[error.code]({ ...error.details, serviceDesk })
  const lines = [what, next, ...(reference === undefined ? [] : [t.common.reference({ id: reference })])]
  return page(t, {
    state: words.state,
    heading: t.common.problem,
    serviceDesk,
    body: html`${note('bad', lines)}${link(again, words.again)}${link(back, words.back)}`,
  })
}
