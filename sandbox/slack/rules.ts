/**
 * The one referee of Slack's limits. The simulated workspace asks it about everything an app sends, and tests ask it
 * about every view and message before Slack would. To find the rule of a thing: its name is a row in
 * rules/{buttons,selects,inputs}.ts (elements), rules/{basic-blocks,newer-blocks,tables,charts}.ts (blocks),
 * rules/rich-text.ts, rules/composition.ts, rules/view.ts, rules/message.ts or rules/manifest-shape.ts; its numbers
 * stand in rules/limits.ts.
 */
import { optionsAnswerFaults, submissionAnswerFaults } from './rules/answers.ts'
import { manifestFaults } from './rules/manifest.ts'
import { type MessageVerdict, messageVerdict } from './rules/message.ts'
import type { RuleFault } from './rules/rule.ts'
import { type TypedValue, typedFaults } from './rules/typed.ts'
import { viewFaults } from './rules/view.ts'

export { limits } from './rules/limits.ts'
export type { RuleFault } from './rules/rule.ts'
export { viewError } from './rules/view.ts'

/**
 * Every fault of a view as views.open, push, update and publish would find; [] when Slack would take it. Pointers
 * begin with `/view`. Which method takes a modal and which a Home tab is for the caller to know.
 */
export const checkView = (view: unknown): RuleFault[] => viewFaults(view, '/view')

/**
 * A message for chat.postMessage, chat.update, chat.postEphemeral, a response_url or the answer to a command (where a
 * bare string is a text). `blocks`, `attachments` and `metadata` may be JSON in a string, as in a form.
 *
 * @param how `update`: chat.update's stricter text, and its empty list that removes the blocks
 * @returns null when fine, else Slack's error code and the faults behind it; pointers begin with `/blocks`,
 *   `/attachments`, `/text`, `/markdown_text` or `/metadata`
 */
export const checkMessage = (message: unknown, how: { update?: boolean } = {}): MessageVerdict | null =>
  messageVerdict(message, how.update === true)

/** The answer to a block_suggestion: `{options}` or `{option_groups}`. Pointers begin with the field's name. */
export const checkOptionsAnswer = (answer: unknown): RuleFault[] => optionsAnswerFaults(answer)

/**
 * The body of the acknowledgement of a view_submission. `submitted` is the view as Slack holds it, with its block ids:
 * `errors` may name its input blocks alone. Pointers begin with `/response_action`, `/errors` or `/view`.
 */
export const checkSubmissionAnswer = (answer: unknown, submitted: { blocks: unknown[] }): RuleFault[] =>
  submissionAnswerFaults(answer, submitted.blocks)

/**
 * What Slack's client checks before it sends a view_submission: required fields, lengths, formats, how many.
 *
 * @param values as in `view.state.values`: by block id, then action id
 * @returns a message by block id; empty when the view may be submitted
 */
export const checkTyped = (
  view: { blocks: unknown[] },
  values: Record<string, Record<string, TypedValue>>,
): Record<string, string> => typedFaults(view.blocks, values)

/** An app manifest, version 2: its schema, and the rules across its parts that apps.manifest.validate adds. */
export const checkManifest = (manifest: unknown): RuleFault[] => manifestFaults(manifest)

/** The texts for `response_metadata.messages`: `[ERROR] must be less than 25 characters [json-pointer:/view/title/text]`. */
export const faultMessages = (faults: RuleFault[]): string[] =>
  faults.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`)
