import type { RichTextBlock } from '@slack/types'
import { exact } from '../kit/blocks.ts'

/** Some room below Slack's own limit of a block (slack.md 1.5). */
const longest = 2800

const pieces = (line: string): string[] => {
  const points = Array.from(line)
  if (points.length <= longest) return [line]
  return Array.from({ length: Math.ceil(points.length / longest) }, (_, at) =>
    points.slice(at * longest, (at + 1) * longest).join(''),
  )
}

/** A text to be read or copied exactly as it is, in as many boxes as it needs, broken at lines where there are any. */
export const exactText = (text: string, most = 6): RichTextBlock[] => {
  const boxes: string[] = []
  for (const line of text.split('\n').flatMap(pieces)) {
    const last = boxes.at(-1)
    if (last !== undefined && Array.from(last).length + Array.from(line).length + 1 <= longest)
      boxes[boxes.length - 1] = `${last}\n${line}`
    else boxes.push(line)
  }
  return boxes.slice(0, most).map(exact)
}
