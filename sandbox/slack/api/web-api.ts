import type { IncomingHttpHeaders } from 'node:http'
import { ApiError } from '../api-error.ts'
import type { JsonObject } from '../json.ts'
import { createRates, type Limits } from '../rates.ts'
import { note } from '../record.ts'
import { readArguments, takeToken } from './arguments.ts'
import { chatMethods } from './chat.ts'
import { connectionMethods } from './connections.ts'
import { conversationMethods } from './conversations.ts'
import type { ApiDeps, Args, Method } from './method.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

/** One call of the bot, as it came and as it was answered; the token is left out. */
export type ApiCall = { method: string; args: Record<string, unknown>; at: number; answer: Record<string, unknown> }

export type HttpAnswer = { status: number; headers: Record<string, string>; body: string }

type Deps = ApiDeps & {
  botToken: string
  appToken: string | undefined
  limits: Limits | undefined
  calls: ApiCall[]
  changed: () => void
}

/** Answers `<base>/api/<method>` as Slack does: logical errors with HTTP 200, too many calls with 429. */
export const createWebApi = (deps: Deps) => {
  const methods = new Map<string, Method>(
    [userMethods, conversationMethods, chatMethods, viewMethods, connectionMethods]
      .flatMap((make) => make(deps))
      .map((method) => [method.name, method]),
  )
  const rates = createRates(deps.clock, deps.limits)
  const provided = [...deps.granted].join(',')

  const refuseToken = (method: Method, token: string | undefined): void => {
    if (!token) throw new ApiError('not_authed')
    const kind = token === deps.botToken ? 'bot' : token === deps.appToken ? 'app' : undefined
    if (!kind) throw new ApiError('invalid_auth')
    if (kind !== method.token) throw new ApiError('not_allowed_token_type')
  }

  const refuseScope = (method: Method, args: Args): void => {
    const needed = method.scopes(args)
    if (needed.length === 0 || needed.some((scope) => deps.granted.has(scope))) return
    throw new ApiError('missing_scope', { needed: needed.join(','), provided })
  }

  /** Direct messages count as one place, whether the bot names the person or the conversation. */
  const placeId = (args: Args) => {
    const id = String(args.channel ?? '')
    return deps.people.find(id) ? deps.channels.directWith(id).id : id
  }

  const carryOut = (method: Method | undefined, token: string | undefined, args: Args): JsonObject => {
    try {
      if (!method) throw new ApiError('unknown_method')
      refuseToken(method, token)
      refuseScope(method, args)
      return { ok: true, ...method.run(args) }
    } catch (error) {
      if (error instanceof ApiError) return { ok: false, error: error.code, ...error.more }
      throw error
    }
  }

  return (name: string, query: URLSearchParams, headers: IncomingHttpHeaders, body: Buffer): HttpAnswer => {
    const args = readArguments(query, headers, body)
    const token = takeToken(headers, args)
    const method = methods.get(name)
    const wait = method && rates(name, method.tier, placeId(args))
    const answer = wait === undefined ? carryOut(method, token, args) : { ok: false, error: 'ratelimited' }
    note(deps.calls, { method: name, args, at: deps.clock.now(), answer: structuredClone(answer) })
    deps.changed()
    return {
      status: wait === undefined ? 200 : 429,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-oauth-scopes': provided,
        ...(method ? { 'x-accepted-oauth-scopes': method.scopes(args).join(',') } : {}),
        ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
      },
      body: JSON.stringify(answer),
    }
  }
}
