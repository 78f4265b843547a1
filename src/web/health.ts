import type { ServerResponse } from 'node:http'
import type { Page } from '../slack/receiver.ts'

/** How something that the bot leans on is doing; `required` ones decide whether it is ready. */
export type Check = { name: string; required: boolean; look(): Promise<void> }

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  const text = `${JSON.stringify(body)}\n`
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
    })
    .end(text)
}

const inTime = async (work: Promise<void>, ms: number): Promise<string> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), ms)
  })
  const state = await Promise.race([
    work.then(
      () => 'ok',
      (error) => (error instanceof Error && 'code' in error ? String(error.code) : 'failing'),
    ),
    late,
  ])
  clearTimeout(timer)
  return state
}

/** How long an upstream's state is told again before it is looked at anew, ms: probes must not hammer others. */
const upstreamAge = 15_000
/** How long an answer waits for an upstream, ms; it is `checking` then, and known to the next one. */
const upstreamPatience = 100

/** The state of something that does not decide: looked at now and then, and never waited for. */
const watched = (check: Check, timeoutMs: number): (() => Promise<string>) => {
  let state = 'checking'
  let lookedAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - lookedAt > upstreamAge) {
      lookedAt = performance.now()
      const looking = inTime(check.look(), timeoutMs).then((found) => {
        state = found
      })
      await inTime(looking, upstreamPatience)
    }
    return state
  }
}

/**
 * `/healthz`: the process is alive. `/readyz`: the required checks pass and nobody asked it to stop; the state of
 * each upstream is shown and fails nothing (design section 4). No answer holds more than names and states.
 */
export const healthPages = (options: { checks: readonly Check[]; stopping(): boolean; timeoutMs?: number }): Page[] => {
  const timeoutMs = options.timeoutMs ?? 2_000
  const looks = options.checks.map((check) => ({
    ...check,
    state: check.required ? () => inTime(check.look(), timeoutMs) : watched(check, timeoutMs),
  }))
  return [
    {
      method: 'GET',
      path: '/healthz',
      async serve(_request, response) {
        answer(response, 200, { status: 'ok' })
      },
    },
    {
      method: 'GET',
      path: '/readyz',
      async serve(_request, response) {
        const states = await Promise.all(looks.map(async (one) => ({ ...one, state: await one.state() })))
        const ready = !options.stopping() && states.every((one) => !one.required || one.state === 'ok')
        answer(response, ready ? 200 : 503, {
          status: options.stopping() ? 'stopping' : ready ? 'ok' : 'not ready',
          checks: Object.fromEntries(states.map((one) => [one.name, one.state])),
        })
      },
    },
  ]
}
