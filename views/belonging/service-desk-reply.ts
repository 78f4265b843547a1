import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'

const id = 'service-desk-reply'

const form = defineForm({ id, fields: { reply: { kind: 'multiline', max: 2500, focus: true } } })

/** Who writes: one of the service desk, or whoever asked. */
export type ReplyBy = 'desk' | 'asker'
const metadata = metadataOf<{ question: string; by: ReplyBy }>(
  z.object({ question: z.string().min(1), by: z.enum(['desk', 'asker']) }),
)

/** One more message in a question's thread, from either side. */
const render = (t: Text, { question, by }: { question: string; by: ReplyBy }): ModalView => {
  const words = t.belonging.desk.reply
  return modal({
    id,
    title: by === 'desk' ? words.deskTitle : words.askerTitle,
    environment: null,
    submit: words.submit,
    close: t.common.cancel,
    metadata: metadata.write({ question, by }),
    blocks: [section(by === 'desk' ? words.deskIntro : words.askerIntro), ...form.render({ t: words.form })],
  })
}

const read = (values: ViewValues): string => form.read(values).reply.trim()

const errors = (t: Text): Record<string, string> =>
  form.errors([{ field: 'reply', message: t.belonging.desk.reply.empty }])

export const serviceDeskReply = { id, actions: {}, metadata, render, read, errors }
