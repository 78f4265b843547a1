import { type BlockKind, block, noResponseUrl } from './block.ts'
import { imageFields } from './composition.ts'
import { everywhere } from './element.ts'
import { elementIn, oneElementIn } from './elements.ts'
import { limits } from './limits.ts'
import { richTextElements } from './rich-text.ts'
import { fault, isObject, type Rule } from './rule.ts'
import { type AcrossRule, atLeastOneOf, list } from './shapes.ts'
import { anyText, plainText } from './text.ts'
import { boolean, integer, lengthOf, secureAddress, string } from './values.ts'

const contextText = anyText()
const contextImage = elementIn('context')
const contextElement: Rule = (value, at, sheet) => {
  const isText = isObject(value) && (value.type === 'plain_text' || value.type === 'mrkdwn')
  return isText ? contextText(value, at, sheet) : contextImage(value, at, sheet)
}

const noDispatchOfFiles: AcrossRule = (fields, at, sheet) => {
  if (fields.dispatch_action === true && isObject(fields.element) && fields.element.type === 'file_input')
    fault(sheet, `${at}/dispatch_action`, '`dispatch_action` must not be true with a `file_input`')
}

const countMarkdown: AcrossRule = (fields, _at, sheet) => {
  if (typeof fields.text === 'string') sheet.markdown += lengthOf(fields.text)
}

/** The blocks of every day. */
export const basicBlocks: Readonly<Record<string, BlockKind>> = {
  actions: {
    surfaces: everywhere,
    rule: block(
      'actions',
      { elements: list(elementIn('actions'), limits.actions.elements) },
      {},
      noResponseUrl('elements'),
    ),
  },
  context: {
    surfaces: everywhere,
    rule: block('context', { elements: list(contextElement, limits.context.elements) }),
  },
  divider: { surfaces: everywhere, rule: block('divider', {}) },
  header: {
    surfaces: everywhere,
    rule: block('header', { text: plainText(limits.header.text) }, { level: integer(1, limits.header.level) }),
  },
  image: {
    surfaces: everywhere,
    rule: block(
      'image',
      imageFields.needed,
      { ...imageFields.optional, title: plainText(limits.image.title) },
      imageFields.across,
    ),
  },
  input: {
    surfaces: everywhere,
    rule: block(
      'input',
      { label: plainText(limits.input.label), element: oneElementIn('input') },
      { hint: plainText(limits.input.hint), optional: boolean, dispatch_action: boolean },
      noDispatchOfFiles,
      noResponseUrl('element'),
    ),
  },
  markdown: {
    surfaces: ['message'],
    rule: block('markdown', { text: string(limits.markdown.text) }, {}, countMarkdown),
  },
  rich_text: { surfaces: everywhere, rule: block('rich_text', { elements: richTextElements }) },
  section: {
    surfaces: everywhere,
    rule: block(
      'section',
      {},
      {
        text: anyText(limits.section.text),
        fields: list(anyText(limits.section.field), limits.section.fields),
        accessory: oneElementIn('accessory'),
        expand: boolean,
      },
      atLeastOneOf('text', 'fields'),
      noResponseUrl('accessory'),
    ),
  },
  video: {
    surfaces: everywhere,
    rule: block(
      'video',
      {
        video_url: secureAddress(limits.video.url),
        thumbnail_url: secureAddress(limits.video.url),
        alt_text: string(limits.image.altText),
        title: plainText(limits.video.title),
      },
      {
        title_url: secureAddress(limits.video.url),
        author_name: string(limits.video.authorName),
        provider_name: string(),
        provider_icon_url: secureAddress(limits.video.url),
        description: plainText(limits.video.description),
      },
    ),
  },
}
