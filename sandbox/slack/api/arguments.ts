import type { IncomingHttpHeaders } from 'node:http'
import { isObject, type Value } from '../json.ts'
import type { Args } from './method.ts'

/** Arguments that are objects or lists: in a form they come as JSON text (slack.md 4). */
const structured = new Set(['view', 'blocks', 'metadata', 'attachments', 'unfurls'])

const parsed = (text: string): Value => {
  try {
    return JSON.parse(text) as Value
  } catch {
    return text
  }
}

/**
 * The arguments of a call from its query and body, form or JSON. What should be JSON and is not stays text, for the
 * method to refuse.
 */
export const readArguments = (query: URLSearchParams, headers: IncomingHttpHeaders, body: Buffer): Args => {
  const args: Args = Object.fromEntries(query)
  const type = headers['content-type'] ?? ''
  const text = body.toString('utf8')
  if (type.startsWith('application/json')) {
    const told = parsed(text)
    if (isObject(told)) Object.assign(args, told)
  } else if (text !== '') Object.assign(args, Object.fromEntries(new URLSearchParams(text)))
  for (const name of structured) {
    const value = args[name]
    if (typeof value === 'string') args[name] = parsed(value)
  }
  return args
}

/** The token of a call, from its header or its arguments; it is taken out of these. */
export const takeToken = (headers: IncomingHttpHeaders, args: Args): string | undefined => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const told = typeof args.token === 'string' ? args.token : undefined
  delete args.token
  return bearer ?? told
}
