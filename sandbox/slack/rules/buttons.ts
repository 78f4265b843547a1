import {
  choiceOption,
  confirm,
  focusOnLoad,
  imageFields,
  initialAmongOptions,
  overflowOption,
  style,
} from './composition.ts'
import { type ElementKind, element, everywhere } from './element.ts'
import { limits } from './limits.ts'
import { anything } from './rule.ts'
import { list, shape, typed } from './shapes.ts'
import { plainText } from './text.ts'
import { address, oneOf, string, stringOrEmpty } from './values.ts'

const { button } = limits
const text = plainText(button.text)
const value = stringOrEmpty(button.value)
const accessibility_label = string(button.accessibilityLabel)
const feedback = shape({ text, value }, { accessibility_label })
const workflow = shape({
  trigger: shape(
    { url: address(limits.url) },
    { customizable_input_parameters: list(shape({ name: string(), value: stringOrEmpty() })) },
  ),
})

/** Elements one presses or picks at a glance, and the image element. */
export const buttons: Readonly<Record<string, ElementKind>> = {
  button: {
    hosts: ['actions', 'accessory', 'card'],
    surfaces: everywhere,
    rule: element('button', { text }, { value, url: address(button.url), style, accessibility_label, confirm }),
  },
  workflow_button: {
    hosts: ['actions', 'accessory'],
    surfaces: ['message'],
    rule: element('workflow_button', { text, workflow, action_id: anything }, { style, accessibility_label, confirm }),
  },
  feedback_buttons: {
    hosts: ['context_actions'],
    surfaces: ['message'],
    rule: element('feedback_buttons', { positive_button: feedback, negative_button: feedback }, {}),
  },
  icon_button: {
    hosts: ['context_actions'],
    surfaces: ['message'],
    rule: element(
      'icon_button',
      { icon: oneOf('trash'), text },
      { value, accessibility_label, visible_to_user_ids: list(string(), limits.iconButton.users), confirm },
    ),
  },
  overflow: {
    hosts: ['actions', 'accessory'],
    surfaces: everywhere,
    rule: element('overflow', { options: list(overflowOption, limits.overflow.options) }, { confirm }),
  },
  checkboxes: {
    hosts: ['actions', 'accessory', 'input'],
    surfaces: everywhere,
    rule: element(
      'checkboxes',
      { options: list(choiceOption, limits.choices.options) },
      { initial_options: list(choiceOption, limits.choices.options), confirm, focus_on_load: focusOnLoad },
      initialAmongOptions,
    ),
  },
  radio_buttons: {
    hosts: ['actions', 'accessory', 'input'],
    surfaces: everywhere,
    rule: element(
      'radio_buttons',
      { options: list(choiceOption, limits.choices.options) },
      { initial_option: choiceOption, confirm, focus_on_load: focusOnLoad },
      initialAmongOptions,
    ),
  },
  image: {
    hosts: ['accessory', 'context'],
    surfaces: everywhere,
    rule: typed('image', imageFields.needed, imageFields.optional, imageFields.across),
  },
}
