import { browse } from './contact-browse.ts'
import { form } from './contact-form.ts'
import { invoice } from './contact-invoice.ts'
import { contactMail } from './contact-mail.ts'
import { contactPage } from './contact-page.ts'
import { reach } from './contact-reach.ts'
import { told } from './contact-told.ts'
import { undelivered } from './contact-undelivered.ts'

/** Words of notification contacts and invoice information. */
export const contact = { browse, form, mail: contactMail, page: contactPage, invoice, reach, told, undelivered }
