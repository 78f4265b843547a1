import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/slack/rules.ts'
import { cell, chars, type Json, plain, pointersOf, section, times } from './rule-samples.ts'

const table: Json = { type: 'table', rows: [[cell()]] }
const markdown = (length: number): Json => ({ type: 'markdown', text: chars(length) })

describe('a message is taken', () => {
  test.each<[string, unknown]>([
    ['text', { text: 'Hello' }],
    ['a bare string, as a command may answer', 'Hello'],
    ['blocks without text', { blocks: [section()] }],
    ['blocks as JSON in a string', { text: 'x', blocks: JSON.stringify([section()]) }],
    ['attachments alone', { attachments: [{ text: 'old', color: '#ff0000' }] }],
    ['markdown_text alone', { markdown_text: '**Hello**' }],
    ['text that Slack will cut', { text: chars(50_000) }],
    ['metadata', { text: 'x', metadata: { event_type: 'delivery', event_payload: { id: 'd1' } } }],
    ['arguments that are no part of the content', { text: 'x', channel: 'C1', thread_ts: '1.2', unfurl_links: false }],
    ['taking itself away', { delete_original: true }],
  ])('%s', (_name, message) => {
    expect(checkMessage(message)).toBeNull()
  })
})

describe('a message is refused with Slack’s code', () => {
  test.each<[string, unknown, string, string]>([
    ['nothing in it', {}, 'no_text', '/text'],
    ['empty text', { text: '' }, 'no_text', '/text'],
    ['empty lists alone', { attachments: [] }, 'no_text', '/text'],
    ['text that is a number', { text: 7 }, 'invalid_arguments', '/text'],
    ['no message', null, 'invalid_arguments', ''],
    ['blocks that are no JSON', { text: 'x', blocks: '[{' }, 'invalid_blocks_format', '/blocks'],
    ['blocks that are no list', { text: 'x', blocks: section() }, 'invalid_blocks_format', '/blocks'],
    ['an unknown block', { blocks: [{ type: 'sections' }] }, 'invalid_blocks', '/blocks/0/type'],
    [
      'a block_id twice',
      { blocks: times(2, () => section({ block_id: 'a' })) },
      'invalid_blocks',
      '/blocks/1/block_id',
    ],
    [
      'a fault in an attachment',
      { attachments: [{ blocks: [{ type: 'section' }] }] },
      'invalid_blocks',
      '/attachments/0/blocks/0',
    ],
    ['attachments that are no list', { text: 'x', attachments: {} }, 'invalid_attachments', '/attachments'],
    [
      'too many attachments',
      { attachments: times(101, () => ({ text: 'a' })) },
      'too_many_attachments',
      '/attachments',
    ],
    ['two tables', { blocks: [table, table] }, 'invalid_attachments', '/blocks'],
    [
      'a table of each kind',
      { blocks: [table, { type: 'data_table', caption: 'C', rows: [[cell()], [cell()]] }] },
      'invalid_attachments',
      '/blocks',
    ],
    ['too much markdown in all', { blocks: [markdown(6001), markdown(6000)] }, 'msg_blocks_too_long', '/blocks'],
    ['too much markdown in one block', { blocks: [markdown(12_001)] }, 'invalid_blocks', '/blocks/0/text'],
    ['markdown_text beside text', { text: 'x', markdown_text: 'x' }, 'markdown_text_conflict', '/markdown_text'],
    [
      'markdown_text beside blocks',
      { blocks: [section()], markdown_text: 'x' },
      'markdown_text_conflict',
      '/markdown_text',
    ],
    ['too much markdown_text', { markdown_text: chars(12_001) }, 'msg_too_long', '/markdown_text'],
    [
      'metadata without a payload',
      { text: 'x', metadata: { event_type: 'a' } },
      'invalid_metadata_format',
      '/metadata',
    ],
    ['metadata that is no JSON', { text: 'x', metadata: 'a' }, 'invalid_metadata_format', '/metadata'],
  ])('%s', (_name, message, error, pointer) => {
    const verdict = checkMessage(message)
    expect(verdict?.error).toBe(error)
    expect(pointersOf(verdict?.faults ?? [])).toContain(pointer)
  })
})

describe('updates', () => {
  test('text is refused where a post would be cut', () => {
    expect(checkMessage({ text: chars(4001) })).toBeNull()
    expect(checkMessage({ text: chars(4001) }, { update: true })?.error).toBe('msg_too_long')
  })

  test('an empty list removes the blocks, beside a text', () => {
    expect(checkMessage({ text: 'x', blocks: [] }, { update: true })).toBeNull()
    expect(checkMessage({ text: 'x', blocks: [] })?.error).toBe('invalid_blocks')
    expect(checkMessage({ blocks: [] }, { update: true })?.error).toBe('no_text')
  })
})

test('block ids are unique across attachments too', () => {
  const twice = { blocks: [section({ block_id: 'a' })], attachments: [{ blocks: [section({ block_id: 'a' })] }] }
  expect(checkMessage(twice)).toEqual({
    error: 'invalid_blocks',
    faults: [{ pointer: '/attachments/0/blocks/0/block_id', message: '`block_id` "a" already exists' }],
  })
})

test('a fault deep in a message is told with its whole path', () => {
  const message = { blocks: [section(), section({ fields: [plain(), plain('')] })] }
  expect(pointersOf(checkMessage(message)?.faults ?? [])).toEqual(['/blocks/1/fields/1', '/blocks/1/fields/1/text'])
})
