import type { Button, ModalView } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { button, section } from '../kit/blocks.ts'
import type { ViewValues } from '../kit/form.ts'
import { defineForm } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'

const id = 'service-desk-ask'
const actions = { open: 'service-desk-ask.open' } as const

/** What a button's value can carry, whatever is typed; longer stories belong in the thread. */
const longest = 800

const form = defineForm({ id, fields: { question: { kind: 'multiline', max: longest, focus: true } } })

/** The way to the form, for every view that ends in "ask somebody". */
const askButton = (t: Text): Button => button({ id: actions.open, text: t.belonging.desk.ask.open })

const render = (t: Text): ModalView => {
  const words = t.belonging.desk.ask
  return modal({
    id,
    title: words.title,
    environment: null,
    submit: words.submit,
    close: t.common.cancel,
    blocks: [section(words.intro), ...form.render({ t: words.form })],
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

export const serviceDeskAsk = { id, actions, askButton, render, read, errors }
