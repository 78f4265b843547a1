import type { Context } from 'hono'
import type { Belonging, Language, SlackUser } from '../domain/belonging/types.ts'
import type { AnyKind, ChangeDeps } from '../domain/change-kind.ts'
import type { TryCredential } from '../domain/client/credentials.ts'
import type { Deps } from '../domain/deps.ts'
import type { LoginChange } from '../domain/login/login-change.ts'
import type { Logger } from '../log.ts'
import type { InHand } from '../slack/in-hand.ts'
import type { Tell } from '../slack/tell/types.ts'

/** What the pages ask of the bot. */
export type WebDeps = ChangeDeps &
  Pick<Deps, 'idporten' | 'desk'> & {
    /** where the pages are as browsers see them, without a slash at the end */
    publicUrl: string
    kinds: readonly AnyKind[]
    /** how somebody belongs, by an identity as fresh as a change needs; throws `slack-unavailable` */
    belonging(user: SlackUser): Promise<Belonging>
    /** the language that somebody reads; never throws for somebody unknown */
    languageOf(user: SlackUser): Promise<Language>
    defaultLanguage: Language
    /** how many proxies stand in front of the bot; null: one, where the connection is a neighbour's */
    trustedProxies: number | null
    tell: Pick<Tell, 'outcome' | 'proposal' | 'person'>
    serviceDeskMail: string
    /** whether any mail can be sent */
    mailOn: boolean
    /** for an organisation that gives an admin client of its own */
    tryCredential: TryCredential
    /** work that goes on when the page is there, or when nobody waits for it any more */
    inHand: Pick<InHand, 'take'>
    log: Pick<Logger, 'info' | 'warn' | 'error'>
  }

/** As much of Node's request as the pages look at, beside what the web's own `Request` has. */
export type WebBindings = { incoming?: { socket: { remoteAddress?: string | undefined } } }

export type WebEnv = {
  Bindings: WebBindings
  Variables: {
    /** the change that the request turned out to be about: its person's language, and a way back to the login */
    about: LoginChange | undefined
    language: Language | undefined
  }
}

export type WebContext = Context<WebEnv>
