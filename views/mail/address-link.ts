import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { MailContent } from '../../src/domain/delivery/message.ts'
import type { Text } from '../../src/text/index.ts'
import { chosenName } from '../kit/chosen-name.ts'
import { renderMail } from '../kit/mail.ts'

const MINUTE = 60_000

export type AddressLinkData = {
  user: SlackUser
  /** as Slack shows it: its owner chose it */
  name: string | null
  address: string
  url: string
  /** epoch ms */
  createdAt: number
  expiresAt: number
  serviceDesk: string
}

/** The mail with the one-time link that confirms an address (design section 2, unconfirmed). */
export const addressLinkMail = (t: Text, data: AddressLinkData): MailContent => {
  const words = t.mail.addressLink
  const who = words.who({ ...data.user, name: chosenName(data.name) })
  const minutes = Math.round((data.expiresAt - data.createdAt) / MINUTE)
  return {
    ...renderMail(t, {
      subject: words.subject,
      heading: words.heading,
      paragraphs: [
        words.asked({ who, address: data.address }),
        words.happens,
        words.valid({ minutes, until: t.format.dateTime(data.expiresAt) }),
      ],
      button: { label: words.button, url: data.url },
      closing: [words.notYou],
      footer: t.mail.footer({ serviceDesk: data.serviceDesk }),
    }),
    automatic: true,
  }
}
