import { describe, expect, test } from 'vitest'
import { checkOptionsAnswer, checkSubmissionAnswer } from '../../../sandbox/slack/rules.ts'
import {
  home,
  input,
  modal,
  mrkdwn,
  option,
  optionGroups,
  options,
  plain,
  pointersOf,
  section,
  textInput,
} from './rule-samples.ts'

describe('the answer to a suggestion', () => {
  test.each<[string, unknown]>([
    ['options', { options: options(2) }],
    ['groups', { option_groups: optionGroups(2, 2) }],
    ['nothing found', { options: [] }],
  ])('%s is taken', (_name, answer) => {
    expect(checkOptionsAnswer(answer)).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['no answer', undefined, ''],
    ['neither field', {}, ''],
    ['both fields', { options: options(1), option_groups: optionGroups(1, 1) }, ''],
    ['an unknown field', { options: [], more: true }, ''],
    ['options that are no list', { options: {} }, '/options'],
    ['an option with a url', { options: [option('a', { url: 'https://example.com' })] }, '/options/0'],
    ['mrkdwn', { options: [option('a', { text: mrkdwn() })] }, '/options/0/text/type'],
    ['an empty group', { option_groups: optionGroups(1, 0) }, '/option_groups/0/options'],
  ])('%s is refused', (_name, answer, pointer) => {
    expect(pointersOf(checkOptionsAnswer(answer))).toContain(pointer)
  })
})

describe('the answer to a submission', () => {
  const submitted = {
    blocks: [
      input(textInput(), { block_id: 'name' }),
      section({ block_id: 'help' }),
      input(textInput(), { block_id: 'a/b' }),
    ],
  }

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty body', ''],
    ['an empty object', {}],
    ['clear', { response_action: 'clear' }],
    ['errors at an input', { response_action: 'errors', errors: { name: 'Too short' } }],
    ['one message among empty ones', { response_action: 'errors', errors: { name: '', 'a/b': 'No' } }],
    ['update', { response_action: 'update', view: modal() }],
    ['push', { response_action: 'push', view: modal([input()]) }],
  ])('%s is taken', (_name, answer) => {
    expect(checkSubmissionAnswer(answer, submitted)).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['a string', 'ok', ''],
    ['an unknown action', { response_action: 'close' }, '/response_action'],
    ['errors without errors', { response_action: 'errors' }, ''],
    ['errors with no message', { response_action: 'errors', errors: {} }, '/errors'],
    ['errors with an empty message alone', { response_action: 'errors', errors: { name: '' } }, '/errors'],
    ['errors as a list', { response_action: 'errors', errors: ['No'] }, '/errors'],
    ['a message that is no string', { response_action: 'errors', errors: { name: true } }, '/errors/name'],
    ['errors at a section', { response_action: 'errors', errors: { help: 'No' } }, '/errors/help'],
    ['errors at nothing', { response_action: 'errors', errors: { 'x/y': 'No' } }, '/errors/x~1y'],
    ['errors beside a view', { response_action: 'errors', errors: { name: 'No' }, view: modal() }, ''],
    ['update without a view', { response_action: 'update' }, ''],
    ['update with Home', { response_action: 'update', view: home() }, '/view/type'],
    ['push with a faulty view', { response_action: 'push', view: modal([], { title: plain('') }) }, '/view/title/text'],
    ['errors without their action', { errors: { name: 'No' } }, ''],
  ])('%s is refused', (_name, answer, pointer) => {
    expect(pointersOf(checkSubmissionAnswer(answer, submitted))).toContain(pointer)
  })
})
