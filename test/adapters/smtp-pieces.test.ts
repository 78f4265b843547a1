import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { inFewPieces } from '../../src/adapters/smtp-pieces.ts'

const part = (text: string) => Buffer.from(text)

it('gives all parts of a message as one', async () => {
  const whole = inFewPieces(Readable.from([part('Subject: Å'), part('\r\n'), part('\r\nHei\r\n')]))
  const pieces: string[] = []
  for await (const piece of whole) pieces.push(String(piece))
  expect(pieces).toEqual(['Subject: Å\r\n\r\nHei\r\n'])
})

it('gives a large message piece by piece, as each is asked for', async () => {
  const parts = Array.from({ length: 100 }, (_, i) => Buffer.alloc(10_000, i))
  const message = inFewPieces(Readable.from(parts))
  const pieces: Buffer[] = []
  message.on('data', (piece) => pieces.push(piece))
  await new Promise((resolve) => message.once('end', resolve))
  expect(Buffer.concat(pieces)).toEqual(Buffer.concat(parts))
  expect(pieces.map(({ length }) => length)).toEqual([...Array.from({ length: 15 }, () => 65_536), 16_960])
})

it('ends where there is nothing', async () => {
  expect(await buffer(inFewPieces(Readable.from([])))).toEqual(Buffer.alloc(0))
})

it.each([
  ['fails', new Error('no such part'), 'no such part'],
  ['is cut off', undefined, 'cut off'],
])('fails when the message %s, and gives nothing of it', async (_, error, words) => {
  const message = new PassThrough()
  const whole = inFewPieces(message)
  const pieces: unknown[] = []
  whole.on('data', (piece) => pieces.push(piece))
  message.write(part('Subject: half'))
  const failed = new Promise((resolve) => whole.once('error', resolve))
  message.destroy(error)
  expect(String(await failed)).toContain(words)
  expect(pieces).toEqual([])
})
