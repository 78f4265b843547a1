import { basicBlocks } from './basic-blocks.ts'
import { type BlockKind, block } from './block.ts'
import { elementIn } from './elements.ts'
import { limits } from './limits.ts'
import { richTextValue } from './rich-text.ts'
import { anything, fault, isAbsent, type Rule } from './rule.ts'
import { type AcrossRule, atLeastOneOf, atMostOneOf, chosenByType, dictionary, list, typed } from './shapes.ts'
import { tableBlocks } from './tables.ts'
import { anyText, plainText } from './text.ts'
import { address, boolean, oneOf, string } from './values.ts'

const image = elementIn('context')

const card = block(
  'card',
  {},
  {
    hero_image: image,
    icon: image,
    slack_icon: dictionary(anything),
    title: anyText(limits.card.title),
    subtitle: anyText(limits.card.subtitle),
    body: anyText(limits.card.body),
    subtext: anyText(limits.card.subtext),
    actions: list(elementIn('card'), limits.card.actions),
  },
  atLeastOneOf('hero_image', 'title', 'actions', 'body'),
  atMostOneOf('icon', 'slack_icon'),
)

/** What a container may hold: no other container, and nothing that Slack alone writes. */
const childKinds: ReadonlyMap<string, BlockKind | undefined> = new Map(
  ['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text', 'section', 'video', 'table'].map(
    (type) => [type, basicBlocks[type] ?? tableBlocks[type]] as const,
  ),
)
const child = chosenByType((type) => childKinds.get(type)?.rule)

const collapsedOnlyIfCollapsible: AcrossRule = (fields, at, sheet) => {
  if (!isAbsent(fields.default_collapsed) && fields.is_collapsible !== true)
    fault(sheet, `${at}/default_collapsed`, '`default_collapsed` needs `is_collapsible`')
}

const source: Rule = typed('url', { url: address(limits.url), text: string() })
const taskCard = block(
  'task_card',
  { task_id: string(), title: string(), status: oneOf('pending', 'in_progress', 'complete', 'error') },
  { details: richTextValue, output: richTextValue, sources: list(source) },
)

/** Blocks that came with 2025 and 2026, most of them for messages alone. */
export const newerBlocks: Readonly<Record<string, BlockKind>> = {
  alert: {
    surfaces: ['modal'],
    rule: block(
      'alert',
      { text: anyText(limits.alert.text) },
      { level: oneOf('default', 'info', 'warning', 'error', 'success') },
    ),
  },
  card: { surfaces: ['message', 'home'], rule: card },
  carousel: {
    surfaces: ['message', 'home'],
    rule: block('carousel', {
      elements: list(
        chosenByType((type) => (type === 'card' ? card : undefined)),
        limits.carousel.cards,
      ),
    }),
  },
  container: {
    surfaces: ['message'],
    rule: block(
      'container',
      { child_blocks: list(child, limits.container.children) },
      {
        title: plainText(limits.container.title),
        rich_text_title: richTextValue,
        subtitle: anyText(limits.container.subtitle),
        icon: image,
        width: oneOf('narrow', 'standard', 'wide', 'full'),
        is_collapsible: boolean,
        default_collapsed: boolean,
        has_header_divider: boolean,
      },
      atLeastOneOf('title', 'rich_text_title'),
      collapsedOnlyIfCollapsible,
    ),
  },
  context_actions: {
    surfaces: ['message'],
    rule: block('context_actions', { elements: list(elementIn('context_actions'), limits.contextActions.elements) }),
  },
  plan: { surfaces: ['message'], rule: block('plan', { title: string() }, { tasks: list(taskCard) }) },
  task_card: { surfaces: ['message'], rule: taskCard },
}
