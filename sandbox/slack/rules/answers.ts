import { optionGroup, selectOption } from './composition.ts'
import { limits } from './limits.ts'
import { isObject, judge, type RuleFault, step } from './rule.ts'
import { exactlyOneOf, list, shape } from './shapes.ts'
import { viewFaults } from './view.ts'

/** An empty list is an answer too: the menu says that nothing was found. */
const options = shape(
  {},
  {
    options: list(selectOption, limits.optionsAnswer.options, 0),
    option_groups: list(optionGroup, limits.optionsAnswer.groups, 0),
  },
  exactlyOneOf('options', 'option_groups'),
)

/** Faults of the answer to a block_suggestion. */
export const optionsAnswerFaults = (answer: unknown): RuleFault[] => judge(options, answer, '')

const inputIdsOf = (blocks: readonly unknown[]): ReadonlySet<unknown> =>
  new Set(blocks.flatMap((block) => (isObject(block) && block.type === 'input' ? [block.block_id] : [])))

const errorFaults = (errors: unknown, blocks: readonly unknown[]): RuleFault[] => {
  if (errors === undefined) return [{ pointer: '', message: 'missing required field: errors' }]
  if (!isObject(errors)) return [{ pointer: '/errors', message: 'must provide an object' }]
  const inputs = inputIdsOf(blocks)
  const entries = Object.entries(errors).filter(([, message]) => message !== undefined)
  const faults = entries.flatMap(([blockId, message]) => {
    const pointer = `/errors${step(blockId)}`
    if (typeof message !== 'string') return [{ pointer, message: 'must provide a string' }]
    if (!inputs.has(blockId)) return [{ pointer, message: 'must be the `block_id` of an input block of the view' }]
    return []
  })
  if (entries.filter(([, message]) => message !== '').length < limits.submissionAnswer.errors)
    faults.push({ pointer: '/errors', message: 'must have at least one message' })
  return faults
}

const others = (answer: Readonly<Record<string, unknown>>, known: readonly string[]): RuleFault[] =>
  Object.keys(answer)
    .filter((name) => answer[name] !== undefined && !known.includes(name))
    .map((name) => ({ pointer: '', message: `invalid additional property: ${name}` }))

/** Faults of the answer to a view_submission, for the view that was submitted. Nothing and `{}` close the view. */
export const submissionAnswerFaults = (answer: unknown, blocks: readonly unknown[]): RuleFault[] => {
  if (answer === undefined || answer === null || answer === '') return []
  if (!isObject(answer)) return [{ pointer: '', message: 'must provide an object' }]
  switch (answer.response_action) {
    case undefined:
      return others(answer, [])
    case 'clear':
      return others(answer, ['response_action'])
    case 'errors':
      return [...others(answer, ['response_action', 'errors']), ...errorFaults(answer.errors, blocks)]
    case 'update':
    case 'push':
      if (answer.view === undefined) return [{ pointer: '', message: 'missing required field: view' }]
      return [...others(answer, ['response_action', 'view']), ...viewFaults(answer.view, '/view', ['modal'])]
    default:
      return [{ pointer: '/response_action', message: 'must be a valid enum value' }]
  }
}
