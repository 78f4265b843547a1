import type { HomeView, ModalView } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import type { Message, Shown } from '../../views/kit/shown.ts'

/** A view as it looks with some data. */
export type Sample = { name: string; render(t: Text): Shown | Message | ModalView | HomeView }

export const sample = (name: string, render: Sample['render']): Sample => ({ name, render })
