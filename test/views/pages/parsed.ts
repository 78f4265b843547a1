/** An element of a page, with the text that stands directly in it. */
export type Element = { name: string; attributes: Record<string, string>; text: string; within: string[] }

const empty: ReadonlySet<string> = new Set(['meta', 'input', 'br', 'link'])
const token = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>|([^<>]+)|([\s\S])/gi

const unescaped = (text: string): string => {
  if (/&(?!(amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`a bare & in ${text}`)
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  )

/**
 * Reads a page strictly, far more so than browsers do: every tag is closed in order, every attribute is quoted, and no
 * `<`, `>` or `&` stands where it was not meant. Throws at the first fault.
 */
export const parsed = (html: string): Element[] => {
  const elements: Element[] = []
  const open: Element[] = []
  // the one place where these characters are no markup
  const page = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
  for (const [whole, closing, name = '', attributes = '', text, stray] of page.matchAll(token)) {
    if (stray !== undefined) throw new Error(`a stray ${stray} after ${elements.at(-1)?.name}`)
    if (text !== undefined) {
      const around = open.at(-1)
      if (around) around.text += unescaped(text)
      else if (text.trim() !== '') throw new Error(`text outside of everything: ${text}`)
    } else if (/^<!doctype/i.test(whole)) {
      if (elements.length > 0) throw new Error('a doctype in the middle')
    } else if (closing === '/') {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`)
    } else {
      const element = { name, attributes: attributesOf(attributes), text: '', within: open.map((one) => one.name) }
      elements.push(element)
      if (!empty.has(name)) open.push(element)
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> stays open`)
  return elements
}
