import { z } from 'zod'
import type { Belonging } from '../../src/domain/belonging/types.ts'
import { createMemo } from '../../src/domain/memo.ts'
import { createLog } from '../../src/log.ts'
import { explain } from '../../src/slack/explain.ts'
import { createInHand } from '../../src/slack/in-hand.ts'
import { type Ask, empty, type Reply, type Route, route } from '../../src/slack/route.ts'
import { createRouter } from '../../src/slack/router.ts'
import type { Viewer } from '../../src/viewer.ts'
import { member } from './client-world.ts'

export const user = { teamId: 'T1', userId: 'U1' }
export const stranger: Belonging = { operator: false, as: 'stranger', reason: 'guest', domain: null }

const viewerAs = (belonging: Belonging): Viewer => ({
  user,
  person: { ...user, name: null, email: null, emailConfirmed: true, kind: 'member', locale: null, seenAt: 0 },
  belonging,
  language: 'nb',
})

type Setting = { as?: Belonging | null; run?: (ask: Ask<unknown>) => Promise<Reply>; ack?: () => Promise<void> }

const ids: [Route['kind'], string][] = [
  ['command', 'client'],
  ['command', 'client list'],
  ['command', 'test-access'],
  ['command', 'portvakt'],
  ['command', 'portvakt help'],
  ['action', 'client-list.show'],
  ['submit', 'client-new'],
  ['options', 'client-new.scopes'],
  ['event', 'user_change'],
]

/** A router with rows that write down what they were asked, in a Slack that writes down what it was shown. */
export const setUp = (setting: Setting = {}) => {
  const asked: { row: string; input: unknown }[] = []
  const acknowledged: unknown[] = []
  const shown: unknown[][] = []
  const inHand = createInHand(() => {})
  const rows = ids.map(([kind, id]) =>
    route({
      kind,
      id,
      may: id.startsWith('client') ? 'client.read' : 'help',
      effect: 'read',
      input: kind === 'action' ? z.string().min(3) : z.unknown(),
      async run(ask) {
        asked.push({ row: `${kind} ${id}`, input: ask.input })
        return (await setting.run?.(ask as Ask<unknown>)) ?? { now: empty }
      },
    }),
  )
  const views =
    (name: string) =>
    async (...args: unknown[]) => {
      shown.push([name, ...args])
      return { id: 'V9', hash: '9.z' }
    }
  const deps = {
    services: { now: () => 0, memo: createMemo() },
    slack: { openView: views('open'), pushView: views('push'), updateView: views('update') },
    surfaces: { show: async (...args: unknown[]) => void shown.push(['show', ...args]) },
    inHand,
    log: createLog('silent'),
    viewer: async () => (setting.as === null ? null : viewerAs(setting.as ?? member)),
    defaultLanguage: 'nb',
    explain: (error: unknown, t: never, requestId: string, viewer: Viewer | null) =>
      explain({ error, t, requestId, viewer, serviceDeskMail: 'desk@etat.no', mailOn: true }),
  }
  const dispatch = createRouter(rows, deps as unknown as Parameters<typeof createRouter>[1])
  const send = async (body: Record<string, unknown>) => {
    const ack = async (answer?: unknown) => {
      acknowledged.push(answer)
      await setting.ack?.()
    }
    await dispatch(body, ack, 'req-1')
    await inHand.finished(1_000)
    return acknowledged[0]
  }
  return { send, asked, acknowledged, shown }
}
