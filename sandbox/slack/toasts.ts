import type { Clock } from '../clock.ts'
import type { Toast } from '../protocol.ts'
import type { Ids } from './ids.ts'

/** What Slack itself tells a person; the newest last, at most twenty kept. */
export type Toasts = {
  show(userId: string, toast: Pick<Toast, 'level' | 'title' | 'detail'>): Toast
  of(userId: string): Toast[]
  dismiss(userId: string, id: string): void
}

const KEPT = 20

export const createToasts = (clock: Clock, ids: Ids, changed: () => void): Toasts => {
  const byUser = new Map<string, Toast[]>()
  const of = (userId: string) => byUser.get(userId) ?? []
  return {
    show(userId, toast) {
      const shown = { id: ids.next('N'), at: clock.now(), ...toast }
      byUser.set(userId, [...of(userId), shown].slice(-KEPT))
      changed()
      return shown
    },
    of,
    dismiss(userId, id) {
      byUser.set(
        userId,
        of(userId).filter((one) => one.id !== id),
      )
      changed()
    },
  }
}
