import { sendVerification } from '../../src/domain/contact/verify-contact.ts'
import { AppError } from '../../src/errors.ts'
import { empty, route } from '../../src/slack/route.ts'
import { contactCard } from '../../views/contact/card.ts'
import { contactValue } from '../../views/contact/values.ts'
import { findContact } from './find.ts'
import { cardOf } from './show.ts'

/** The mail with the link once more, where the address is not verified, or was and mail came back from it. */
export const routes = [
  route({
    kind: 'action',
    id: contactCard.actions.verify,
    may: 'contact.change',
    effect: 'change',
    input: contactValue.input,
    run: async (ask, services) => {
      if (!services.mailOn) throw new AppError('mail-off', 'no mail can be sent')
      const contact = await findContact(ask, services, ask.input.contact)
      if (!contactCard.canBeVerified(contact)) throw new AppError('already-done', 'the address is verified and works')
      await sendVerification(services, ask.viewer.user, { contact, once: ask.once })
      const notice = ask.t.contact.browse.notices.verify({ name: contact.name })
      return {
        now: empty,
        later: async () =>
          void (await ask.show(await cardOf(ask, services, await findContact(ask, services, contact.id), { notice }))),
      }
    },
  }),
]
