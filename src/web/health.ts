import type { ServerResponse } from 'node:http'
import type { Page } from '../slack/receiver.ts'

/** How something that the bot leans on is doing; `required` ones decide whether it is ready. */
export type Check = { name: string; required: boolean; look(): Promise<void> }

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(`${JSON.stringify(body)}\n`)
}

const inTime = async (work: Promise<void>, ms: number): Promise<string> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), ms)
  })
  const state = await Promise.race([work.then(() => 'ok', (error) => (error instanceof Error && 'code' in error ? String(error.code) : 'failing')), late])
  clearTimeout(timer)
  return state
}

/**
 * `/healthz`: the process is alive. `/readyz`: the required checks pass and nobody asked it to stop; the state of
 * each upstream is shown and fails nothing (design section 4). No answer holds more than names and states.
 */
export const healthPages = (options: { checks: readonly Check[]; stopping(): boolean; timeoutMs?: number }): Page[] => [
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
      const states = await Promise.all(
        options.checks.map(async (check) => ({ ...check, state: await inTime(check.look(), options.timeoutMs ?? 2_000) })),
      )
      const ready = !options.stopping() && states.every((one) => !one.required || one.state === 'ok')
      answer(response, ready ? 200 : 503, {
        status: options.stopping() ? 'stopping' : ready ? 'ok' : 'not ready',
        checks: Object.fromEntries(states.map((one) => [one.name, one.state])),
      })
    },
  },
]
