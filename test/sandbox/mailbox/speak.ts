import { connect } from 'node:net'

/** A bare conversation with an SMTP server, for what no mail library would send. */
export type Speaker = {
  /** sends the bytes as they are and gives the answer's lines, '' when the connection was closed instead */
  say(bytes: string): Promise<string>
  /** the greeting */
  greeting: string
  end(): void
}

/** An answer is whole when its last line has a space after the code. */
const isWhole = (heard: string) => /(?:^|\r\n)\d{3} [^\r\n]*\r\n$/.test(heard)

export const speakTo = async (port: number): Promise<Speaker> => {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  let ended = false
  let wake = () => {}
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
    wake()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    ended = true
    wake()
  })
  const answer = async () => {
    while (!isWhole(heard) && !ended)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    const whole = heard
    heard = ''
    return whole
  }
  const greeting = await answer()
  return {
    greeting,
    end: () => void socket.destroy(),
    say: (bytes) => {
      socket.write(Buffer.from(bytes, 'latin1'))
      return answer()
    },
  }
}

/** Hands over a mail as raw bytes, over a conversation that goes on. @returns the answer to it */
export const handOver = async ({ say }: Speaker, mail: string, parameters = ''): Promise<string> => {
  await say('EHLO test.example\r\n')
  await say(`MAIL FROM:<bot@portvakt.example>${parameters}\r\n`)
  await say('RCPT TO:<kari@kystverdi.example>\r\n')
  await say('DATA\r\n')
  return say(`${mail}\r\n.\r\n`)
}
