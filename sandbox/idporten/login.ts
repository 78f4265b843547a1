import type { Context } from 'hono'
import type Provider from 'oidc-provider'
import type { Clock } from '../clock.ts'
import type { ServeBindings } from '../serve.ts'
import type { Events } from './events.ts'
import { askedLevel, isLevel } from './levels.ts'
import { loginPage } from './login-page.ts'
import { levelsOf, type TestPerson } from './people.ts'
import { isSyntheticPid } from './pid.ts'
import { problemPage } from './problem-page.ts'
import { pageLanguage } from './words.ts'

type Ctx = Context<{ Bindings: ServeBindings }>
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** The login page: shows the form, and takes what was chosen in it back to the service's request. */
export const createLogin = ({
  provider,
  people,
  clock,
  events,
}: {
  provider: Provider
  people: TestPerson[]
  clock: Clock
  events: Events
}) => {
  /** null when it is too old, or begun in another browser */
  const interactionOf = ({ env }: Ctx): Promise<Interaction | null> =>
    provider.interactionDetails(env.incoming, env.outgoing).catch(() => null)

  const tooOld = (c: Ctx) => c.html(problemPage('nb', 'expired'), 400)

  const asksFor = ({ params }: Interaction) => ({
    language: pageLanguage(params.ui_locales),
    clientId: String(params.client_id),
    asked: askedLevel(params.acr_values) ?? 'idporten-loa-high',
  })

  /**
   * Another person over a living login: the old one ends without a word to its services. Left to oidc-provider, a
   * script would have to post a form.
   */
  const endOthersSession = async ({ session }: Interaction, pid: string) => {
    const old = session && (await provider.Session.findByUid(session.uid))
    if (!old || old.accountId === pid) return
    old.accountId = undefined
    old.authorizations = {}
    await old.persist()
  }

  return {
    async show(c: Ctx): Promise<Response> {
      const interaction = await interactionOf(c)
      if (!interaction) return tooOld(c)
      const { language, ...rest } = asksFor(interaction)
      return c.html(loginPage(language, { ...rest, people }))
    },

    async take(c: Ctx): Promise<Response> {
      const interaction = await interactionOf(c)
      if (!interaction) return tooOld(c)
      const { language, clientId, asked } = asksFor(interaction)
      const form = new URLSearchParams(await c.req.text())
      const field = (name: string) => form.get(name)?.trim() ?? ''
      const { incoming, outgoing } = c.env

      if (field('action') === 'cancel') {
        events.add({ kind: 'cancelled', at: clock.now(), clientId })
        const result = { error: 'access_denied', error_description: 'The user cancelled' }
        return c.redirect(await provider.interactionResult(incoming, outgoing, result), 303)
      }

      const attempt = { pid: field('pid'), other: field('other_pid'), level: field('level') }
      const again = (problem: 'pid' | 'level') =>
        c.html(loginPage(language, { clientId, asked, people, attempt: { ...attempt, problem } }), 400)
      const pid = attempt.other || attempt.pid
      if (!isSyntheticPid(pid)) return again('pid')
      const { level } = attempt
      if (!isLevel(level) || !levelsOf(people, pid).includes(level)) return again('level')

      const ts = Math.floor(clock.now() / 1000)
      const login = { accountId: pid, acr: level, amr: ['TestID'], ts, remember: true }
      const onwards = await provider.interactionResult(incoming, outgoing, { login })
      await endOthersSession(interaction, pid)
      return c.redirect(onwards, 303)
    },
  }
}
