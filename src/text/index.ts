import type { Language } from '../domain/belonging/types.ts'
import { admin as enAdmin } from './en/admin.ts'
import { audit as enAudit } from './en/audit.ts'
import { belonging as enBelonging } from './en/belonging.ts'
import { client as enClient } from './en/client.ts'
import { common as enCommon } from './en/common.ts'
import { contact as enContact } from './en/contact.ts'
import { errors as enErrors } from './en/errors.ts'
import { faults as enFaults } from './en/faults.ts'
import { forms as enForms } from './en/forms.ts'
import { help as enHelp } from './en/help.ts'
import { history as enHistory } from './en/history.ts'
import { home as enHome } from './en/home.ts'
import { mail as enMail } from './en/mail.ts'
import { mp as enMp } from './en/mp.ts'
import { order as enOrder } from './en/order.ts'
import { pages as enPages } from './en/pages.ts'
import { type Formats, formatsFor } from './format.ts'
import { admin } from './nb/admin.ts'
import { audit } from './nb/audit.ts'
import { belonging } from './nb/belonging.ts'
import { client } from './nb/client.ts'
import { common } from './nb/common.ts'
import { contact } from './nb/contact.ts'
import { errors } from './nb/errors.ts'
import { faults } from './nb/faults.ts'
import { forms } from './nb/forms.ts'
import { help } from './nb/help.ts'
import { history } from './nb/history.ts'
import { home } from './nb/home.ts'
import { mail } from './nb/mail.ts'
import { mp } from './nb/mp.ts'
import { order } from './nb/order.ts'
import { pages } from './nb/pages.ts'

const nb = {
  admin,
  common,
  errors,
  mp,
  faults,
  forms,
  client,
  contact,
  order,
  belonging,
  audit,
  history,
  home,
  help,
  mail,
  pages,
}

/**
 * Every word the bot says, in one language. All of it is plain text: the views decide what is bold or code, and
 * escape. bokmål defines the shape, so a word that English lacks does not compile.
 */
export type Text = typeof nb & { language: Language; format: Formats }

const texts: Readonly<Record<Language, Text>> = {
  nb: { ...nb, language: 'nb', format: formatsFor('nb') },
  en: {
    admin: enAdmin,
    common: enCommon,
    errors: enErrors,
    mp: enMp,
    faults: enFaults,
    forms: enForms,
    client: enClient,
    contact: enContact,
    order: enOrder,
    belonging: enBelonging,
    audit: enAudit,
    history: enHistory,
    home: enHome,
    help: enHelp,
    mail: enMail,
    pages: enPages,
    language: 'en',
    format: formatsFor('en'),
  },
}

export const textFor = (language: Language): Text => texts[language]
