/** How far back from the limit a nicer place to break is looked for. */
const reach = 600

/** Where to break `points` at or before `max`: after a line, else after a word, else never inside an entity. */
const breakAt = (points: readonly string[], max: number): number => {
  const from = Math.max(1, max - reach)
  for (let at = max; at > from; at -= 1) if (points[at - 1] === '\n') return at
  for (let at = max; at > from; at -= 1) if (points[at - 1] === ' ') return at
  for (let at = max; at > max - 5; at -= 1) {
    if (points[at - 1] === ';') return max
    if (points[at - 1] === '&') return at - 1
  }
  return max
}

/**
 * Splits mrkdwn into parts of at most `max` code points, at line or word ends where there are any, and never inside
 * `&amp;`, `&lt;` or `&gt;`.
 */
export const splitMrkdwn = (source: string, max: number): string[] => {
  if (source.length <= max) return source.trim() === '' ? [] : [source]
  let rest = Array.from(source)
  const parts: string[] = []
  while (rest.length > max) {
    const at = breakAt(rest, max)
    parts.push(rest.slice(0, at).join(''))
    rest = rest.slice(at)
  }
  parts.push(rest.join(''))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** The first part alone, with … where something was left out. */
export const cutMrkdwn = (source: string, max: number): string => {
  const [first = '', ...more] = splitMrkdwn(source, max)
  if (more.length === 0) return first
  const [shorter = ''] = splitMrkdwn(source, max - 1)
  return `${shorter}…`
}
