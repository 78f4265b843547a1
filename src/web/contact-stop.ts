import type { Hono, MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { stopPage, stoppedPage } from '../../views/pages/contact-stop.ts'
import { stopHearing } from '../domain/contact/by-link.ts'
import { type ContactTopic, contactTopics } from '../domain/contact/types.ts'
import { withContact } from './contact-found.ts'
import { contactShown } from './contact-shown.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { PageFaultError } from './page-fault.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

const stopPath = new RegExp(`^${pagePaths.contactStop('[^/]+')}$`)

/** What a mail provider sends for its reader's one click (RFC 8058, 3.1), as either sort of form; never followed by more. */
const isOneClick = async (c: WebContext): Promise<boolean> => {
  try {
    const body = await c.req.parseBody({ all: true })
    return Object.keys(body).length === 1 && body['List-Unsubscribe'] === 'One-Click'
  } catch {
    return false
  }
}

/**
 * Asks `check` of every form but the one click on a mail's unsubscribe button: that is sent by the mail provider, from no
 * page of ours. The token in its address alone allows it, and it can only lessen what is sent to that one contact.
 */
export const exceptOneClick =
  (check: MiddlewareHandler<WebEnv>): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (stopPath.test(c.req.path) && (await isOneClick(c))) return next()
    return check(c, next)
  }

const topicOf = (c: WebContext): ContactTopic | null => {
  const asked = c.req.query('topic')
  if (asked === undefined) return null
  const topic = z.enum(contactTopics).safeParse(asked)
  // what is no topic must not become all of them
  if (!topic.success) throw new PageFaultError('notFound')
  return topic.data
}

/**
 * Where a mail's unsubscribe link leads. Opened, by whomever and whatever looks at it, it asks; its button, or the mail
 * program's own, stops one topic or all that is not critical.
 */
export const addContactStop = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const shownFor = async (contact: Parameters<typeof contactShown>[1], token: string, topic: ContactTopic | null) => {
    const shown = await contactShown(deps, contact, token)
    const query = topic === null ? '' : `?topic=${topic}`
    return { ...shown, links: { ...shown.links, stop: `${shown.links.stop}${query}` } }
  }
  const show = (c: WebContext) =>
    withContact(c, deps, async ({ contact, token }) => {
      const topic = topicOf(c)
      return c.html(stopPage(textOf(c, deps), await shownFor(contact, token, topic), topic))
    })
  const stop = (c: WebContext) =>
    withContact(c, deps, async ({ token }) => {
      const topic = topicOf(c)
      const contact = await stopHearing(deps, token, topic)
      return c.html(stoppedPage(textOf(c, deps), await shownFor(contact, token, topic), topic))
    })

  app.get(pagePaths.contactStop(':token'), show).post(stop)
}
