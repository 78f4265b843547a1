import { z } from 'zod'
import { type ChannelFault, channelFaults } from '../src/domain/belonging/set-channel.ts'
import { textFor } from '../src/text/index.ts'
import { toldChannelLost } from '../views/contact/told-channel-lost.ts'
import { toPlace } from './contact-row.ts'
import type { MessageKind } from './message.ts'

type Data = { organisationNumber: string; as: 'admin' | 'desk'; why: ChannelFault }

/** Tells an organisation's admin, or the service desk, that its channel was taken off; not once it has another one. */
export const adminChannelLost: MessageKind<Data> = {
  kind: 'admin-channel-lost',
  data: z.object({ organisationNumber: z.string(), as: z.enum(['admin', 'desk']), why: z.enum(channelFaults) }),
  async compose(deps, delivery, { organisationNumber, as, why }) {
    const organisation = await deps.store.organisationDetails(organisationNumber)
    if (organisation === null) return { suppress: 'organisation-gone' }
    if (organisation.channel !== null) return { suppress: 'mended-since' }
    const told = toldChannelLost(textFor(delivery.language), { organisation, why, reader: as })
    return await toPlace(deps, delivery, { organisation, as }, told)
  },
}
