import type { Block, StateValues } from '../protocol.ts'
import { contentOf, fieldsOf, isEmpty } from './form-values.ts'
import type { Element } from './slack-json.ts'

const email = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/

/**
 * What Slack's own client refuses before it sends `view_submission` (Slack reference 2.6): required fields, lengths,
 * number ranges, the form of addresses. Problems by block id, in the order of the view; none when it may be sent.
 */
export function problemsOf(blocks: Block[], values: StateValues): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { blockId, actionId, element, block } of fieldsOf(blocks)) {
    if (block.type !== 'input') continue
    const value = values[blockId]?.[actionId]
    if (isEmpty(value)) {
      if (block.optional !== true) problems[blockId] = 'Please complete this required field.'
      continue
    }
    const problem = problemOf(element, contentOf(value))
    if (problem) problems[blockId] = problem
  }
  return problems
}

function problemOf(element: Element, content: unknown): string | null {
  if (Array.isArray(content)) return tooMany(element, content.length)
  if (typeof content !== 'string') return null
  if (element.type === 'plain_text_input') return wrongLength(element, content)
  if (element.type === 'email_text_input' && !email.test(content)) return 'Please enter a valid email address.'
  if (element.type === 'url_text_input' && !isUrl(content)) return 'Please enter a valid URL.'
  if (element.type === 'number_input') return wrongNumber(element, content)
  return null
}

function tooMany(element: Element, count: number): string | null {
  const most = numberOf(element.max_selected_items)
  return most !== null && count > most ? `Please choose no more than ${most}.` : null
}

function wrongLength(element: Element, content: string): string | null {
  const least = numberOf(element.min_length)
  const most = numberOf(element.max_length)
  const length = [...content].length
  if (least !== null && length < least) return `Please enter at least ${least} characters.`
  if (most !== null && length > most) return `Please enter no more than ${most} characters.`
  return null
}

function wrongNumber(element: Element, content: string): string | null {
  const number = Number(content)
  if (content.trim() === '' || !Number.isFinite(number)) return 'Please enter a number.'
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Please enter a whole number.'
  const least = numberOf(element.min_value)
  const most = numberOf(element.max_value)
  if (least !== null && number < least) return `Please enter a number of at least ${least}.`
  if (most !== null && number > most) return `Please enter a number of at most ${most}.`
  return null
}

function isUrl(content: string): boolean {
  return /^https?:\/\//i.test(content) && URL.canParse(content)
}

function numberOf(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const number = Number(value)
  return value === '' || !Number.isFinite(number) ? null : number
}
