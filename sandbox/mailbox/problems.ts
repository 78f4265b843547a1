import { type Lines, MOST_OCTETS } from './lines.ts'

/** Headers that stand at most once (RFC 5322 3.6, RFC 2045). */
const ONCE = [
  'date',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'message-id',
  'in-reply-to',
  'references',
  'subject',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
]

// each character of a line stands for one octet
const isEightBit = (line: string) => /[\x80-\xff]/.test(line)

/**
 * What is wrong with a mail that a server takes all the same, in words: missing or repeated headers, a date or id that
 * is none, octets beyond ASCII where nobody announced them, lines too long, NUL.
 *
 * @param headers names and values, unfolded
 * @param announced what MAIL FROM said: `BODY=8BITMIME` and `SMTPUTF8`
 */
export const problemsOf = (
  { header, body }: Lines,
  headers: readonly (readonly [name: string, value: string])[],
  announced: { eightBit: boolean; utf8: boolean },
): string[] => {
  const values = (name: string) => headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
  const [date] = values('date')
  const [id] = values('message-id')
  const wrong: [boolean, string][] = [
    [values('from').length === 0, 'no From'],
    [date === undefined, 'no Date'],
    [date !== undefined && Number.isNaN(Date.parse(date)), 'Date is no date'],
    [id === undefined, 'no Message-ID'],
    [id !== undefined && !/^<[^<>@\s]+@[^<>@\s]+>$/.test(id.trim()), 'Message-ID is not <left@right>'],
    ...ONCE.map((name): [boolean, string] => [values(name).length > 1, `${name} stands more than once`]),
    [header.some((line) => !/^[!-9;-~]+:|^[ \t]/.test(line)), 'a header line is none'],
    [!announced.utf8 && header.some(isEightBit), 'octets beyond ASCII in a header'],
    [!announced.eightBit && body.some(isEightBit), 'octets beyond ASCII in the body, unannounced'],
    [body.some((line) => line.length > MOST_OCTETS), `a line over ${MOST_OCTETS} octets`],
    [[...header, ...body].some((line) => line.includes('\0')), 'NUL'],
  ]
  return wrong.filter(([is]) => is).map(([, words]) => words)
}
