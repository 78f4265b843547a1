import type { Ask } from '../../src/slack/route.ts'
import { type Beneath, nothingBeneath, readBeneath } from '../../views/contact/beneath.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { contactCard } from '../../views/contact/card.ts'
import { allContacts } from '../../views/contact/values.ts'

/** What lies beneath the modal that was clicked or sent. */
export const beneathHere = ({ view }: Ask<unknown>): Beneath =>
  view === null ? nothingBeneath : readBeneath(view.metadata)

/**
 * What will lie beneath a modal that is put on top of the one that was clicked.
 *
 * @param contact whose card that is, where it is one
 */
export const beneathNext = (ask: Ask<unknown>, contact: string | null = null): Beneath => {
  const { view } = ask
  if (view?.callbackId === contactBrowser.id) {
    const turned = contactBrowser.metadata.read(view.metadata) ?? allContacts
    return { browser: { view: view.id, ...turned }, card: null }
  }
  if (view?.callbackId === contactCard.id && contact !== null)
    return { ...beneathHere(ask), card: { view: view.id, contact } }
  return nothingBeneath
}
