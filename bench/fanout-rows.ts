import type { NewDelivery } from '../src/domain/delivery/delivery.ts'
import type { MailContent } from '../src/domain/delivery/message.ts'
import type { Store } from '../src/domain/deps.ts'
import { textFor } from '../src/text/index.ts'
import { addressLinkMail } from '../views/mail/address-link.ts'

const t = textFor('nb')
export const addressOf = (nth: number) => `kontakt-${nth}@etat.no`

/** The words of a mail as the bot writes them, made anew for each on both sides. */
export const wordsFor = (address: string): MailContent =>
  addressLinkMail(t, {
    user: { teamId: 'T1', userId: 'U1' },
    name: 'Kari Nordmann',
    address,
    url: `https://portvakt.example.no/link/${'a'.repeat(80)}`,
    createdAt: 1_800_000_000_000,
    expiresAt: 1_800_000_900_000,
    serviceDesk: 'servicedesk@example.no',
  })

const aRow = (nth: number): NewDelivery => ({
  kind: 'bench',
  lane: 'transactional',
  channel: 'mail',
  address: addressOf(nth),
  language: 'nb',
  data: { contactId: `CON-${nth}` },
  organisationNumber: String(100_000_000 + (nth % 500)),
})

/** Writes `count` rows down, as what caused them would: many in one transaction. */
export const writeRows = async (store: Store, count: number): Promise<void> => {
  for (let from = 0; from < count; from += 1_000) {
    const deliveries = Array.from({ length: Math.min(1_000, count - from) }, (_, i) => aRow(from + i))
    await store.write({ deliveries }, async () => null)
  }
}
