import { checkMessage, checkView, type RuleFault } from '../../../sandbox/slack/rules.ts'

/** The smallest things Slack takes, for tests to bend one field at a time. */

export type Json = Record<string, unknown>

export const chars = (count: number): string => 'x'.repeat(count)
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

export const plain = (text = 'Text'): Json => ({ type: 'plain_text', text })
export const mrkdwn = (text = 'Text'): Json => ({ type: 'mrkdwn', text })
export const option = (value = 'a', more: Json = {}): Json => ({ text: plain(`Option ${value}`), value, ...more })
export const options = (count: number): Json[] => times(count, (i) => option(`o${i}`))
export const button = (more: Json = {}): Json => ({ type: 'button', text: plain('Press'), ...more })
export const confirm = (more: Json = {}): Json => ({
  title: plain('Sure?'),
  text: mrkdwn('It *cannot* be undone.'),
  confirm: plain('Delete'),
  deny: plain('Keep'),
  ...more,
})
export const image = (more: Json = {}): Json => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'A',
  ...more,
})
export const textInput = (more: Json = {}): Json => ({ type: 'plain_text_input', ...more })
export const richText = (...elements: Json[]): Json => ({ type: 'rich_text', elements })
export const richSection = (...elements: Json[]): Json => ({ type: 'rich_text_section', elements })

export const section = (more: Json = {}): Json => ({ type: 'section', text: mrkdwn(), ...more })
export const input = (element: Json = textInput(), more: Json = {}): Json => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
export const actions = (...elements: Json[]): Json => ({ type: 'actions', elements })
export const cell = (text = 'c'): Json => ({ type: 'raw_text', text })
export const pie = (segments: Json[] = [{ label: 'a', value: 1 }]): Json => ({
  type: 'data_visualization',
  title: 'Logins',
  chart: { type: 'pie', segments },
})

export const modal = (blocks: unknown = [], more: Json = {}): Json => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Save'),
  blocks,
  ...more,
})
export const home = (blocks: unknown = [], more: Json = {}): Json => ({ type: 'home', blocks, ...more })

/** The faults of one block on a surface, with pointers that begin at the block. */
export const faultsOn = (surface: 'message' | 'modal' | 'home', block: unknown): RuleFault[] => {
  const faults =
    surface === 'message'
      ? (checkMessage({ text: 'x', blocks: [block] })?.faults ?? [])
      : checkView(surface === 'modal' ? modal([block]) : home([block]))
  return faults.map(({ pointer, message }) => ({ pointer: pointer.replace(/^(\/view)?\/blocks\/0/, ''), message }))
}

export const pointersOf = (faults: readonly RuleFault[]): string[] => faults.map(({ pointer }) => pointer)

/** A web address of exactly this many characters. */
export const address = (length: number): string => `https://${chars(length - 8)}`
export const buttons = (count: number): Json[] => times(count, (i) => button({ action_id: `a${i}` }))
export const texts = (count: number): Json[] => times(count, () => plain())
export const optionGroups = (count: number, each: number): Json[] =>
  times(count, (i) => ({ label: plain(`Group ${i}`), options: options(each) }))
