import type { Button, ModalView } from '@slack/types'
import { z } from 'zod'
import type { ErrorCode } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { button, section } from '../kit/blocks.ts'
import type { ViewValues } from '../kit/form.ts'
import { defineForm } from '../kit/form.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'

const id = 'service-desk-ask'
const actions = { open: 'service-desk-ask.open' } as const

/** What a button's value can carry, whatever is typed; longer stories belong in the thread. */
const longest = 800

const form = defineForm({ id, fields: { question: { kind: 'multiline', max: longest, focus: true } } })

/** What somebody is stuck with: a code of the bot's, our name for the request, and Digdir's. */
export type StuckWith = { code: string; reference: string | null; digdir: string | null }
const stuckWith = buttonValueOf<StuckWith>(
  z.strictObject({
    code: z.string().regex(/^[a-z-]{1,60}$/),
    reference: z.string().nullable(),
    digdir: z.string().nullable(),
  }),
)

/** A name that another system gave and that nobody need be afraid of; null for anything else. */
const plainId = (id: string | undefined): string | null => (id !== undefined && /^[\w.:-]{1,64}$/.test(id) ? id : null)

/** The way to the form, for every view that ends in "ask somebody"; from an error the form says which it was. */
const askButton = (
  t: Text,
  stuck?: { code: ErrorCode; reference?: string | undefined; digdir?: string | undefined } | null,
): Button =>
  button({
    id: actions.open,
    text: t.belonging.desk.ask.open,
    ...(stuck && {
      value: stuckWith.write({
        code: stuck.code,
        reference: plainId(stuck.reference),
        digdir: plainId(stuck.digdir),
      }),
    }),
  })

/** What the question begins with for somebody who comes from an error: which it was, and by what names it is found. */
const begun = (t: Text, about: (Omit<StuckWith, 'code'> & { what: string }) | null): string => {
  if (about === null) return ''
  const { what, reference, digdir } = about
  return [
    t.belonging.desk.ask.stuck({ what }),
    ...(reference === null ? [] : [t.common.reference({ id: reference })]),
    ...(digdir === null ? [] : [t.common.digdirReference({ id: digdir })]),
    '',
    '',
  ].join('\n')
}

/** @param about what went wrong before, in words; null: nothing that the bot knows of */
const render = (t: Text, about: Parameters<typeof begun>[1] = null): ModalView => {
  const words = t.belonging.desk.ask
  return modal({
    id,
    title: words.title,
    environment: null,
    submit: words.submit,
    close: t.common.cancel,
    blocks: [section(words.intro), ...form.render({ t: words.form, values: { question: begun(t, about) } })],
  })
}

/** What was typed, without what cannot be seen. */
const read = (values: ViewValues): string =>
  form
    .read(values)
    .question.replace(/[^\P{Cc}\n]|\p{Cs}/gu, ' ')
    .trim()

const errors = (t: Text): Record<string, string> =>
  form.errors([{ field: 'question', message: t.belonging.desk.ask.empty }])

export const serviceDeskAsk = { id, actions, askButton, input: stuckWith.input, render, read, errors }
