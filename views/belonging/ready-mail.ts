import { escapeMrkdwn } from '../../src/text/format.ts'
import type { Mrkdwn } from '../kit/mrkdwn.ts'
import { oneLine } from '../kit/one-line.ts'

/** A mail that only has to be sent (RFC 6068). */
export type ReadyMail = { to: string; subject: string; body: string }

/** Characters of the address: mail programs give up on longer ones, and Slack's text must hold the whole link. */
const longest = { subject: 400, body: 1_800 }

// what encodeURIComponent leaves and mrkdwn or a mail program might take for something else
const encodedCharacter = (character: string): string =>
  encodeURIComponent(character).replace(/['()*!~_]/g, (left) => `%${left.charCodeAt(0).toString(16).toUpperCase()}`)

/** Whole characters only, as many as fit; … where something was left out. */
const encoded = (text: string, max: number): string => {
  const more = encodedCharacter('…')
  let fitting = ''
  // half of a pair is no character
  for (const character of text.replace(/\p{Cs}/gu, '').replaceAll('\n', '\r\n')) {
    const next = encodedCharacter(character)
    if (fitting.length + next.length > max - more.length) return `${fitting}${more}`
    fitting += next
  }
  return fitting
}

/** A link that opens the mail in the person's own mail program, filled in; nothing foreign in it can end it early. */
export const readyMail = ({ to, subject, body }: ReadyMail, label: string): Mrkdwn => {
  const address = escapeMrkdwn(encodeURI(to).replaceAll('|', '%7C'))
  const words = escapeMrkdwn(label.replaceAll('|', '¦'))
  // the `&` between the two is mrkdwn's own `&amp;`
  const query = `subject=${encoded(oneLine(subject), longest.subject)}&amp;body=${encoded(body, longest.body)}`
  return { mrkdwn: `<mailto:${address}?${query}|${words}>` }
}
