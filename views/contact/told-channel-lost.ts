import type { ChannelFault } from '../../src/domain/belonging/set-channel.ts'
import type { Text } from '../../src/text/index.ts'
import type { Told } from './told.ts'
import { toldDoors } from './told-doors.ts'
import type { ToldTo } from './told-shared.ts'

export type ToldChannelLostData = Pick<ToldTo, 'organisation'> & { why: ChannelFault; reader: 'admin' | 'desk' }

/** Tells an organisation's admin (or the service desk) that its channel can't be used any more, and why. */
export const toldChannelLost = (t: Text, { organisation, why, reader }: ToldChannelLostData): Told => {
  const words = t.contact.told.channelLost
  const { name, number } = organisation
  return {
    subject: words.subject({ organisation: name }),
    heading: words.subject({ organisation: name }),
    paragraphs: [words.why[why], words.now, { what: words.next, command: '/portvakt admin' }],
    button: null,
    closing: [reader === 'admin' ? t.contact.mail.nobodyLeft.you : words.desk({ organisation: name })],
    doors: reader === 'desk' ? [toldDoors.to(t, 'organisation', { organisation: number })] : [],
  }
}
