import { describe, expect, it } from 'vitest'
import { AppError } from '../src/errors.ts'
import { createLog, secretNames } from '../src/log.ts'

const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = ''
  write(
    createLog('trace', {
      write(line) {
        text += line
      },
    }),
  )
  return text
}

describe('the log', () => {
  it.each(secretNames)('never holds what stands under %s, three levels down', (name) => {
    const secret = 'do-not-log-this'
    const text = written((log) => {
      log.info({ [name]: secret }, 'one')
      log.info({ a: { [name]: secret } }, 'two')
      log.info({ a: { b: { [name]: { deep: secret } } } }, 'three')
    })
    expect(text).not.toContain(secret)
    expect(text.match(/\[removed\]/g)).toHaveLength(3)
  })

  it.each([
    ['a bot token', 'xoxb-12-34-abcDEF'],
    ['an app token', 'xapp-1-A0-99-ff'],
    ['a JWT', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln-_x'],
    ['an answer URL', 'https://hooks.slack.com/commands/T1/2/3'],
  ])('removes %s from an error message, its stack and its cause', (_what, secret) => {
    const text = written((log) => {
      log.error({ err: new AppError('internal', `before ${secret} after`, {}, new Error(`cause ${secret}`)) }, 'failed')
    })
    expect(text).not.toContain(secret)
    expect(text).toContain('before [removed] after')
    expect(text).toContain('cause [removed]')
  })

  it('keeps what helps: code, correlation id and Maskinporten’s code', () => {
    const text = written((log) =>
      log.warn({ err: new AppError('token-refused', 'no', { mpCode: 'MP-121', correlationId: 'abc' }) }, 'x'),
    )
    expect(JSON.parse(text).err).toMatchObject({
      code: 'token-refused',
      details: { mpCode: 'MP-121', correlationId: 'abc' },
    })
  })
})

describe('an outside system’s words about fields', () => {
  it('are not logged, since they may repeat what was typed; the names of the fields are', () => {
    const error = new AppError('digdir-refused', 'refused', {
      fields: [{ field: 'redirect_uris[0]', reason: 'must be https: http://typed.example' }],
    })
    const text = written((log) => log.warn({ err: error }, 'x'))
    expect(text).not.toContain('typed.example')
    expect(JSON.parse(text).err.details.fields).toEqual(['redirect_uris[0]'])
  })
})
