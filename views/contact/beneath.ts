import { z } from 'zod'
import { metadataOf } from '../kit/metadata.ts'
import { type ContactRef, type ContactsRef, contactId } from './values.ts'

/** What lies beneath a modal of the contacts, by Slack's view ids: it shows an older state once something is done on top. */
export type Beneath = {
  /** the contacts, as they were turned and searched */
  browser: (ContactsRef & { view: string }) | null
  card: (ContactRef & { view: string }) | null
}

export const nothingBeneath: Beneath = { browser: null, card: null }

const view = z.string().min(1).max(60)

export const beneathSchema: z.ZodType<Beneath> = z.strictObject({
  browser: z.strictObject({ view, text: z.string().nullable(), page: z.number().int().min(0) }).nullable(),
  card: z.strictObject({ view, contact: contactId }).nullable(),
})

/** The metadata of a view that holds nothing else; of one that holds more, this part. */
const metadata = metadataOf<{ beneath: Beneath }>(z.object({ beneath: beneathSchema }))

export const beneathRef = (beneath: Beneath): string => metadata.write({ beneath })
export const readBeneath = (text: string): Beneath => metadata.read(text)?.beneath ?? nothingBeneath
