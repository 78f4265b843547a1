import { z } from 'zod'
import { textFor } from '../src/text/index.ts'
import { orderMail as orderMailOf } from '../views/mail/order-mail.ts'
import type { MessageKind } from './message.ts'

/** A mail to brreg, with the words that were approved and no others; not once they were forgotten. */
export const orderMail: MessageKind<{ mailId: string }> = {
  kind: 'order-mail',
  data: z.object({ mailId: z.string() }),
  async compose({ store }, { language }, { mailId }) {
    const mail = await store.orderMail(mailId)
    return mail === null ? { suppress: 'order-mail-gone' } : { mail: orderMailOf(textFor(language), mail) }
  },
}
