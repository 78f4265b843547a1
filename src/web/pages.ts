import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WebBindings, WebDeps } from './deps.ts'

export type WebPages = {
  /** Answers a request for a page, or for one that does not exist. */
  fetch(request: Request, env?: WebBindings): Promise<Response>
  /** The same for Node's server: whatever the receiver has no route for. */
  listener(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/**
 * The pages behind the links in Slack and in mails. Most processes never show one, so that what they are made with is
 * loaded at the first request.
 */
export const createWebPages = (deps: WebDeps): WebPages => {
  let loading: Promise<ReturnType<typeof import('./site.ts')['createSite']>> | undefined
  const site = () => {
    loading ??= import('./site.ts').then(({ createSite }) => createSite(deps))
    return loading
  }
  return {
    fetch: async (request, env) => (await site()).fetch(request, env),
    listener: async (request, response) => (await site()).listener(request, response),
  }
}
