import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button } from '../kit/blocks.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { contactId } from './values.ts'

const actions = {
  contact: 'contact-told.contact',
  contacts: 'contact-told.contacts',
  confirm: 'contact-told.confirm',
  invoice: 'contact-told.invoice',
  organisation: 'contact-told.organisation',
} as const

/** A button in Slack that leads to what can be done; a mail has the command that does the same. */
export type ToldDoor = { id: string; text: string; value: string }

const organisation = z.string().regex(/^[0-9]{9}$/)

/** Of which organisation it was told: whoever clicks may act for another one. */
export type ToldRef = { organisation: string }
const value = buttonValueOf<ToldRef>(z.strictObject({ organisation }))

/** The same, and about which contact. */
export type ToldContactRef = ToldRef & { contact: string }
const contactValue = buttonValueOf<ToldContactRef>(z.strictObject({ organisation, contact: contactId }))

/** Buttons under what is told in Slack, to what can be done about it. */
export const toldDoors = {
  id: 'contact-told',
  actions,
  render: (doors: readonly ToldDoor[]): KnownBlock[] => actionRow(...doors.map(button)),
  value,
  contactValue,
  contact: (t: Text, ref: ToldContactRef): ToldDoor => ({
    id: actions.contact,
    text: t.contact.told.doors.contact,
    value: contactValue.write(ref),
  }),
  to: (t: Text, door: Exclude<keyof typeof actions, 'contact'>, ref: ToldRef): ToldDoor => ({
    id: actions[door],
    text: t.contact.told.doors[door],
    value: value.write(ref),
  }),
}
