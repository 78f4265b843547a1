import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { ContactFault } from '../../src/domain/contact/read-contact.ts'
import { payloadHash } from '../../src/domain/payload-hash.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section, sections } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { mrkdwn, stacked, type Words } from '../kit/mrkdwn.ts'
import { wholes } from './applies-to.ts'
import { type Beneath, beneathSchema } from './beneath.ts'
import { faultWords } from './edit.ts'

const id = 'contact-paste'

const form = defineForm({
  id,
  fields: { lines: { kind: 'multiline' }, applies_to: { kind: 'select', values: wholes } },
})

export type PasteValues = { lines: string; applies_to: (typeof wholes)[number] | null }

/** `shown`: the digest of what was shown as ready; null: it was not. */
export type ContactPastePlace = { organisation: string; shown: string | null; beneath: Beneath }
const metadata = metadataOf<ContactPastePlace>(
  z.strictObject({
    organisation: z.string().min(1).max(20),
    shown: z.string().max(64).nullable(),
    beneath: beneathSchema,
  }),
)

/** What is wrong with a line: at a field, an address that another contact has, or one whose owner had left. */
export type PasteFault = ContactFault | { duplicateOf: string } | 'twice' | 'left'

export type PastedLine = { line: number; name: string; email: string; faults: readonly PasteFault[] }

export type ContactPasteData = {
  organisation: string
  /** the organisation by name, where the person may act for others too and has to see it */
  acting?: string | undefined
  values: PasteValues
  beneath: Beneath
  /** how each line was read; null: not looked at yet */
  lines: readonly PastedLine[] | null
}

/** Whom a list would add, so that what is saved is what was shown. */
const digest = ({ lines, applies_to }: PasteValues): string => payloadHash({ lines, applies_to })

const faultLine = (t: Text, fault: PasteFault): string => {
  if (fault === 'left') return t.contact.browse.paste.left
  if (fault === 'twice') return t.contact.browse.paste.twice
  return 'duplicateOf' in fault ? t.contact.form.duplicate({ id: fault.duplicateOf }) : faultWords(t, fault)
}

const lineWords =
  (t: Text) =>
  ({ line, name, email, faults }: PastedLine): Words => {
    const who = mrkdwn`*${t.contact.browse.paste.line({ line })}:* ${cut([name, email].filter((one) => one !== '').join(', ') || '–', 200)}`
    if (faults.length === 0) return mrkdwn`:white_check_mark: ${who}`
    return mrkdwn`:warning: ${who}: ${faults.map((one) => faultLine(t, one)).join(' ')}`
  }

/** The lines with something to mend first: the rest may be too many to show. */
const preview = (t: Text, lines: readonly PastedLine[]): KnownBlock[] => {
  const words = t.contact.browse.paste
  const bad = lines.filter(({ faults }) => faults.length > 0)
  const good = lines.filter(({ faults }) => faults.length === 0)
  const shown = [...bad, ...good].slice(0, mostShown)
  return [
    section(
      bad.length > 0
        ? mrkdwn`:warning: *${words.faults({ count: bad.length })}*`
        : mrkdwn`:white_check_mark: *${words.ready({ count: good.length })}*`,
    ),
    ...sections(stacked(shown.map(lineWords(t))), 6),
    ...(lines.length > shown.length ? [context(words.more({ count: lines.length - shown.length }))] : []),
  ]
}

/** Lines that fit in what a modal shows, at their longest. */
const mostShown = 40

const isReady = (lines: ContactPasteData['lines']): boolean =>
  lines !== null && lines.length > 0 && lines.every(({ faults }) => faults.length === 0)

/**
 * A list of contacts. It is sent twice: first it comes back with how each line was read, then, unchanged and with nothing
 * to mend, all of it is saved. So nothing typed is ever away from where it can be changed.
 */
const render = (t: Text, { organisation, acting, values, beneath, lines }: ContactPasteData): ModalView => {
  const words = t.contact.browse.paste
  const ready = isReady(lines)
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    submit: ready ? words.save : words.submit,
    metadata: metadata.write({ organisation, shown: ready ? digest(values) : null, beneath }),
    blocks: [
      ...(lines === null ? [] : preview(t, lines)),
      context(words.intro, ...(acting === undefined ? [] : [t.client.actingFor({ organisation: cut(acting, 250) })])),
      ...form.render({ t: words.form, values }),
    ],
  })
}

const read = (state: ViewValues): PasteValues => form.read(state)

const error = (message: string): Record<string, string> => form.errors([{ field: 'lines', message }])

export const contactPaste = { id, actions: {}, metadata, render, read, digest, error }
