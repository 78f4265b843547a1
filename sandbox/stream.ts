import { setImmediate as nextTick } from 'node:timers/promises'
import type { SSEStreamingApi } from 'hono/streaming'

/**
 * Writes what `read` gives whenever something changed, at most once a tick and never faster than the browser takes it;
 * in between a comment every `heartbeatMs`, so that a dead connection is noticed.
 */
export const streamChanges = async (
  stream: SSEStreamingApi,
  options: { read: () => unknown; onChange: (listener: () => void) => () => void; heartbeatMs: number },
): Promise<void> => {
  let changed = true
  let wake = () => {}
  const off = options.onChange(() => {
    changed = true
    wake()
  })
  stream.onAbort(() => wake())
  let told = ''
  try {
    while (!stream.aborted && !stream.closed) {
      if (changed) {
        await nextTick()
        changed = false
        const data = JSON.stringify(options.read())
        if (data !== told) await stream.writeSSE({ data })
        told = data
        continue
      }
      const woken = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), options.heartbeatMs)
        wake = () => {
          clearTimeout(timer)
          resolve(true)
        }
      })
      if (!woken) await stream.write(': still here\n\n')
    }
  } finally {
    off()
  }
}
