import type { ComponentType } from 'preact'
import type { Element } from '../slack-json.ts'
import { ButtonElement } from './button.tsx'
import { DateField, DateTimeField, TimeField } from './date-fields.tsx'
import { ImageElement } from './image.tsx'
import type { Naming } from './naming.ts'
import { Checkboxes, RadioButtons } from './option-list.tsx'
import { Overflow } from './overflow.tsx'
import { ExternalSelect, LocalSelect } from './select.tsx'
import { TextField } from './text-field.tsx'
import { Unknown } from './unknown.tsx'

export type ElementProps = {
  element: Element
  blockId: string
  naming: Naming
  optional: boolean
  /** inside an input block, as opposed to a section or actions */
  inInput: boolean
}

const drawn: Record<string, ComponentType<ElementProps>> = {
  button: ButtonElement,
  overflow: Overflow,
  image: ImageElement,
  plain_text_input: TextField,
  email_text_input: TextField,
  url_text_input: TextField,
  number_input: TextField,
  datepicker: DateField,
  timepicker: TimeField,
  datetimepicker: DateTimeField,
  radio_buttons: RadioButtons,
  checkboxes: Checkboxes,
  static_select: LocalSelect,
  multi_static_select: LocalSelect,
  external_select: ExternalSelect,
  multi_external_select: ExternalSelect,
  users_select: LocalSelect,
  multi_users_select: LocalSelect,
  conversations_select: LocalSelect,
  multi_conversations_select: LocalSelect,
  channels_select: LocalSelect,
  multi_channels_select: LocalSelect,
}

/** One element, whichever its type; a type that is not drawn says so in its place. */
export function ElementOf(props: ElementProps) {
  const Drawn = drawn[props.element.type]
  return Drawn ? <Drawn {...props} /> : <Unknown what="element" type={props.element.type} />
}
