import { addressLink } from './address-link.ts'
import { adminChannelLost } from './admin-channel-lost.ts'
import { adminContactsEmpty } from './admin-contacts-empty.ts'
import { contactAccountGone } from './contact-account-gone.ts'
import { contactBounced } from './contact-bounced.ts'
import { contactLeft } from './contact-left.ts'
import { contactRegistered } from './contact-registered.ts'
import { contactStillRight } from './contact-still-right.ts'
import { contactsUnconfirmed } from './contacts-unconfirmed.ts'
import { invoiceMissing } from './invoice-missing.ts'
import { loginsThreshold } from './logins-threshold.ts'
import { type AnyKind, asAnyKind } from './message.ts'
import { orderMail } from './order-mail.ts'
import { orderTold } from './order-told.ts'

/** Every kind of message, by the name that rows have it under. */
export const messageKinds: readonly AnyKind[] = [
  asAnyKind(addressLink),
  asAnyKind(contactRegistered),
  asAnyKind(contactStillRight),
  asAnyKind(contactBounced),
  asAnyKind(contactLeft),
  asAnyKind(contactAccountGone),
  asAnyKind(loginsThreshold),
  asAnyKind(invoiceMissing),
  asAnyKind(adminContactsEmpty),
  asAnyKind(orderMail),
  asAnyKind(orderTold),
  asAnyKind(adminChannelLost),
  asAnyKind(contactsUnconfirmed),
]
