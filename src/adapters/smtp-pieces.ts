import { Readable } from 'node:stream'

/** No larger than a connection takes at once, so that where the message got to is still known of a large one. */
const pieceSize = 64 * 1024

/**
 * The same message in as few pieces as a connection takes: it is made part by part, and each would else be a packet of
 * its own, nine to a mail. Ours are small, and in memory already.
 *
 * @param message its maker destroys it when what is given back is destroyed
 * @returns ended when its last byte was read; destroyed when the message was before its end
 */
export const inFewPieces = (message: Readable): Readable => {
  const parts: Buffer[] = []
  let whole: Buffer | null = null
  let at = 0
  let asked = false
  const next = (): void => {
    asked = whole === null
    if (whole === null) return
    const piece = whole.subarray(at, at + pieceSize)
    at += piece.length
    pieces.push(piece.length === 0 ? null : piece)
  }
  const pieces = new Readable({ highWaterMark: pieceSize, read: next })
  message.on('data', (part: Buffer) => parts.push(part))
  message.once('end', () => {
    whole = Buffer.concat(parts)
    if (asked) next()
  })
  message.once('error', (error) => pieces.destroy(error))
  message.once('close', () => {
    if (!message.readableEnded) pieces.destroy(new Error('the message was cut off while it was made'))
  })
  return pieces
}
