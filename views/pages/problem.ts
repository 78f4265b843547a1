import { html } from 'hono/html'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { type Html, note, page } from './layout.ts'

/** What goes wrong before anybody knows what it is about. */
export type PageFault = Exclude<keyof Text['pages']['problem'], 'state' | 'again'>

export type ProblemData = {
  error: { code: ErrorCode; details: ErrorDetails } | { fault: PageFault }
  /** the log's name for this request, where somebody may ask for it */
  reference?: string
  /** the address of the login, where one may try once more */
  again?: string
  serviceDesk: string
}

/** What went wrong and what to do next; read aloud as soon as it is there. */
export const problemPage = (t: Text, { error, reference, again, serviceDesk }: ProblemData): Html => {
  const words = t.pages.problem
  const { what, next } = 'fault' in error ? words[error.fault] : t.errors[error.code]({ ...error.details, serviceDesk })
  const lines = [what, next, ...(reference === undefined ? [] : [t.common.reference({ id: reference })])]
  return page(t, {
    state: words.state,
    heading: t.common.problem,
    serviceDesk,
    body: html`${note('bad', lines)}${again === undefined ? '' : html`<p><a href="${again}">${words.again}</a></p>`}`,
  })
}
