import { describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/slack/rules.ts'
import { home, input, modal, mrkdwn, plain, pointersOf, section } from './rule-samples.ts'

describe('views', () => {
  test.each<[string, unknown, string, string]>([
    ['no view', undefined, '/view', 'must provide an object'],
    ['a view in a string', '{}', '/view', 'must provide an object'],
    ['no type', { blocks: [] }, '/view', 'missing required field: type'],
    ['an unknown type', { type: 'workflow_step', blocks: [] }, '/view/type', 'unsupported type: workflow_step'],
    ['a modal without a title', { type: 'modal', blocks: [] }, '/view', 'missing required field: title'],
    ['a mrkdwn title', modal([], { title: mrkdwn() }), '/view/title/type', 'must be a valid enum value'],
    ['no blocks', modal([], { blocks: undefined }), '/view', 'missing required field: blocks'],
    ['Home with a title', home([], { title: plain() }), '/view', 'invalid additional property: title'],
    ['Home with submit', home([], { submit: plain() }), '/view', 'invalid additional property: submit'],
    ['Home with close', home([], { close: plain() }), '/view', 'invalid additional property: close'],
    [
      'Home that tells when it closes',
      home([], { notify_on_close: true }),
      '/view',
      'invalid additional property: notify_on_close',
    ],
    ['an unknown field', modal([], { submit_disabled: true }), '/view', 'invalid additional property: submit_disabled'],
    [
      'private_metadata as an object',
      modal([], { private_metadata: {} }),
      '/view/private_metadata',
      'must provide a string',
    ],
    ['a string for a boolean', modal([], { clear_on_close: 'yes' }), '/view/clear_on_close', 'must provide a boolean'],
    [
      'an input and no submit',
      modal([section(), input()], { submit: undefined }),
      '/view/blocks/1/input',
      'must define `submit` to use an `input` block in modals',
    ],
    [
      'a block_id twice',
      modal([section({ block_id: 'a' }), section({ block_id: 'a' })]),
      '/view/blocks/1/block_id',
      '`block_id` "a" already exists',
    ],
  ])('%s is refused', (_name, view, pointer, message) => {
    expect(checkView(view)).toEqual([{ pointer, message }])
  })

  test('Home takes inputs without a submit, and views may be empty', () => {
    expect(checkView(home([input()]))).toEqual([])
    expect(checkView(home([]))).toEqual([])
    expect(checkView(modal([], { submit: undefined }))).toEqual([])
  })

  test('every fault is told, not the first alone', () => {
    const view = modal([{ type: 'section' }, { type: 'header', text: plain('') }], { title: plain('x'.repeat(25)) })
    expect(pointersOf(checkView(view))).toEqual(['/view/title/text', '/view/blocks/0', '/view/blocks/1/text/text'])
  })
})
