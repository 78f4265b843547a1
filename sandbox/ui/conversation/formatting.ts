/** Text with a selection in it. */
export type Selected = { text: string; from: number; to: number }

/** Puts `mark` around the selection, or takes it away where it already stands; the same words stay selected. */
export function toggleMark({ text, from, to }: Selected, mark: string): Selected {
  const size = mark.length
  const marked = text.slice(from - size, from) === mark && text.slice(to, to + size) === mark
  if (marked) {
    return {
      text: text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size),
      from: from - size,
      to: to - size,
    }
  }
  return {
    text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to),
    from: from + size,
    to: to + size,
  }
}

/** Puts `prefix` before each line that the selection touches. */
export function prefixLines({ text, from, to }: Selected, prefix: string): Selected {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const lines = text.slice(start, to).split('\n')
  const added = lines.map((line) => prefix + line).join('\n')
  return { text: text.slice(0, start) + added + text.slice(to), from: from + prefix.length, to: start + added.length }
}
