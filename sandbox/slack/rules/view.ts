import { blocks } from './blocks.ts'
import { limits } from './limits.ts'
import { emptySheet, type Fields, fault, isObject, type Rule, type RuleFault, type Surface } from './rule.ts'
import { type AcrossRule, typed } from './shapes.ts'
import { plainText } from './text.ts'
import { boolean, stringOrEmpty } from './values.ts'

/** Slack's own error code for a view above the total size; every other fault is `invalid_arguments`. */
const tooLarge = 'view_too_large'

const shared = {
  private_metadata: stringOrEmpty(limits.view.privateMetadata),
  callback_id: stringOrEmpty(limits.view.callbackId),
  external_id: stringOrEmpty(limits.view.externalId),
}
const viewBlocks = blocks(limits.view.blocks, 0)

const submitForInputs: AcrossRule = (fields, at, sheet) => {
  if (fields.submit !== undefined || !Array.isArray(fields.blocks)) return
  for (const [i, block] of fields.blocks.entries())
    if (isObject(block) && block.type === 'input')
      fault(sheet, `${at}/blocks/${i}/input`, 'must define `submit` to use an `input` block in modals')
}

const modal = typed(
  'modal',
  { title: plainText(limits.view.title), blocks: viewBlocks },
  {
    ...shared,
    submit: plainText(limits.view.submit),
    close: plainText(limits.view.close),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
  submitForInputs,
)
const home = typed('home', { blocks: viewBlocks }, shared)

const rules: Readonly<Record<string, { surface: Surface; rule: Rule }>> = {
  modal: { surface: 'modal', rule: modal },
  home: { surface: 'home', rule: home },
}

/** Whether the view has more bytes than `most` as JSON. */
const isAbove = (view: Fields, most: number): boolean => Buffer.byteLength(JSON.stringify(view)) > most

/** Every fault of a view; `allowed` narrows the types (a submission's answer takes modals alone). */
export const viewFaults = (view: unknown, at: string, allowed: readonly string[] = ['modal', 'home']): RuleFault[] => {
  if (!isObject(view)) return [{ pointer: at, message: 'must provide an object' }]
  if (view.type === undefined) return [{ pointer: at, message: 'missing required field: type' }]
  const kind = allowed.includes(String(view.type)) ? rules[String(view.type)] : undefined
  if (kind === undefined) return [{ pointer: `${at}/type`, message: `unsupported type: ${String(view.type)}` }]
  const sheet = emptySheet(kind.surface)
  kind.rule(view, at, sheet)
  if (isAbove(view, limits.viewTotal.bytes)) fault(sheet, at, tooLarge)
  return sheet.faults
}

/** The error code a views.* method answers these faults with. */
export const viewError = (faults: readonly RuleFault[]): 'view_too_large' | 'invalid_arguments' =>
  faults.some(({ message }) => message === tooLarge) ? 'view_too_large' : 'invalid_arguments'
