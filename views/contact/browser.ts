import type { KnownBlock } from '@slack/types'
import { cleanText } from '../../src/domain/client/typed.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, divider } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import type { Shown } from '../kit/shown.ts'
import { contactList } from './list.ts'
import { type ContactListData, contactListSize, contactRows } from './rows.ts'
import { type AllSeen, allSeenRef } from './seen.ts'
import { addAnywhere, type ContactsRef, contactsRef, contactsValue } from './values.ts'

const id = 'contact-browser'
const actions = {
  search: 'contact-browser.search',
  show: 'contact-browser.show',
  previous: 'contact-browser.previous',
  next: 'contact-browser.next',
  add: 'contact-browser.add',
  paste: 'contact-browser.paste',
  confirm: 'contact-browser.confirm-all',
  portal: 'contact-browser.portal',
  invoice: 'contact-browser.invoice',
} as const

const form = defineForm({ id, fields: { search: { kind: 'text', optional: true, dispatch: true } } })

/** `all`: of the whole organisation, searched or not. */
export type ContactBrowserData = ContactListData & AllSeen

const buttons = (t: Text, data: ContactBrowserData): KnownBlock[] => {
  const words = t.contact.browse
  const any = data.all.length > 0
  return actionRow(
    button({ id: actions.add, text: words.add, value: addAnywhere, ...(!any && { style: 'primary' as const }) }),
    button({ id: actions.paste, text: words.pasteList }),
    any
      ? button({
          id: actions.confirm,
          text: words.confirmAll,
          value: allSeenRef(data),
          confirm: words.confirmAllSure,
        })
      : null,
    any ? button({ id: actions.portal, text: words.portal }) : null,
    button({ id: actions.invoice, text: words.invoice }),
  )
}

/**
 * The contacts as a modal, searched and paged; nothing to search where there are none. The submit button searches too,
 * since Slack demands one where there are inputs. Where the modal is gone, the same list is a message.
 */
const render = (t: Text, data: ContactBrowserData): Shown => {
  const words = t.contact.browse
  return {
    view: modal({
      id,
      title: words.title,
      environment: null,
      close: t.common.close,
      ...(data.all.length > 0 && { submit: words.submit }),
      metadata: contactsRef(data),
      blocks: [
        context(words.intro),
        ...(data.all.length > 0 ? form.render({ t: words.form, values: { search: data.text ?? '' } }) : []),
        ...contactRows(t, data, actions),
        divider,
        ...buttons(t, data),
      ],
    }),
    message: contactList.render(t, data).message,
  }
}

/** What is asked for now: a new search begins at the first page. */
const read = (state: ViewValues): ContactsRef => ({ text: cleanText(form.read(state).search) || null, page: 0 })

export const contactBrowser = { id, actions, metadata: contactsValue, size: contactListSize, render, read }
