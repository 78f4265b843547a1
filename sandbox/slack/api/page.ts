import { ApiError } from '../api-error.ts'
import type { Args } from './method.ts'

/**
 * One page of a list by Slack's cursor arguments.
 * @throws ApiError `invalid_limit`, `invalid_cursor`
 */
export const pageOf = <T>(all: readonly T[], args: Args, standard: number, most: number) => {
  const limit = args.limit === undefined || args.limit === '' ? standard : Number(args.limit)
  if (!Number.isInteger(limit) || limit < 0 || limit > most) throw new ApiError('invalid_limit')
  const size = limit === 0 ? standard : limit
  const cursor = typeof args.cursor === 'string' ? args.cursor : ''
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString('utf8').replace(/^at:/, ''))
  if (!Number.isInteger(start) || start < 0) throw new ApiError('invalid_cursor')
  const next = start + size < all.length ? Buffer.from(`at:${start + size}`).toString('base64') : ''
  return { items: all.slice(start, start + size), next, more: next !== '' }
}
