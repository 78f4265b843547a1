import type { Message, Shown } from '../../views/kit/shown.ts'
import type { SlackUser } from '../domain/belonging/types.ts'
import type { Surface } from '../domain/change.ts'
import { AppError, isAppError } from '../errors.ts'
import type { SlackApi } from './client.ts'

/** Puts content where an answer goes. Gives back where it stands now, to be stored. */
export type Surfaces = {
  show(user: SlackUser, content: Shown, where: Surface): Promise<Surface>
}

type Post = (url: string, body: unknown) => Promise<number>

const postJson =
  (timeoutMs: number): Post =>
  async (url, body) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await answer.arrayBuffer()
    return answer.status
  }

/**
 * Design 1.5: the answer goes to the modal, message or answer URL it belongs to; where that is dead (closed, too old,
 * used up, or Slack does not answer), it becomes a direct message, so that nobody waits for what has already happened.
 */
export const createSurfaces = (deps: { slack: SlackApi; now(): number; post?: Post }): Surfaces => {
  const post = deps.post ?? postJson(5_000)

  const direct = async (user: SlackUser, message: Message): Promise<Surface> => {
    const { channel, ts } = await deps.slack.post(user.userId, message)
    return { kind: 'message', channel, ts }
  }

  const respond = async (url: string, message: Message, replace: boolean): Promise<void> => {
    const status = await post(url, { ...message, response_type: 'ephemeral', replace_original: replace }).catch(
      (error) => {
        throw new AppError('view-gone', 'the answer URL could not be reached', { system: 'slack' }, error)
      },
    )
    if (status >= 300) throw new AppError('view-gone', `the answer URL said ${status}`, { system: 'slack' })
  }

  const put = async (user: SlackUser, content: Shown, where: Surface): Promise<Surface> => {
    switch (where.kind) {
      case 'view': {
        const opened = await deps.slack.updateView(where.viewId, content.view, where.hash)
        return { kind: 'view', viewId: opened.id, hash: opened.hash }
      }
      case 'message':
        await deps.slack.update(where.channel, where.ts, content.message)
        return where
      case 'response':
        if (deps.now() >= where.expiresAt)
          throw new AppError('view-gone', 'the answer URL has expired', { system: 'slack' })
        await respond(where.url, content.message, where.replace)
        return where
      case 'direct':
        return await direct(user, content.message)
    }
  }

  return {
    async show(user, content, where) {
      try {
        return await put(user, content, where)
      } catch (error) {
        // no answer either: better told twice than never
        if (where.kind === 'direct' || !isAppError(error, 'view-gone', 'slack-unavailable')) throw error
        return await direct(user, content.message)
      }
    },
  }
}
