import type { LoginChange } from '../domain/login/login-change.ts'
import { type Text, textFor } from '../text/index.ts'
import { languageFor } from './accept-language.ts'
import type { WebContext, WebDeps } from './deps.ts'

/** From now on the request is about this change, and speaks its person's language. */
export const setAbout = async (c: WebContext, deps: WebDeps, about: LoginChange): Promise<void> => {
  c.set('about', about)
  // a step-up is answered in the language it was asked for in; a clearance was asked for by somebody else
  c.set('language', about.purpose === 'step-up' ? about.change.language : await deps.languageOf(about.who))
}

/** The words of a page: in the person's language once that is known, else in the one the browser would rather read. */
export const textOf = (c: WebContext, deps: WebDeps): Text =>
  textFor(c.get('language') ?? languageFor(c.req.header('accept-language'), deps.defaultLanguage))
