import type { ActAnswer, Json, Option } from '../../protocol.ts'
import { asObject, asObjects, asString, type Element, type Obj, wordsOf } from '../slack-json.ts'

/** One entry of a select: what it says, and what goes into the state when it is chosen. */
export type Choice = { key: string; text: string; description: string; content: Json }
/** Entries under a heading; no heading, no label. */
export type ChoiceGroup = { label: string; choices: Choice[] }

/** A Slack option object as an entry. */
export function choiceOf(option: Obj): Choice {
  return {
    key: asString(option.value),
    text: wordsOf(option.text),
    description: wordsOf(option.description),
    content: option as Json,
  }
}

/** The options of a static select, in their groups. */
export function choicesOf(element: Element): ChoiceGroup[] {
  const groups = asObjects(element.option_groups)
  if (groups.length === 0) return [{ label: '', choices: asObjects(element.options).map(choiceOf) }]
  return groups.map((group) => ({ label: wordsOf(group.label), choices: asObjects(group.options).map(choiceOf) }))
}

/** The entries that have every word of `query` in their text or description; empty groups go. */
export function filterChoices(groups: ChoiceGroup[], query: string): ChoiceGroup[] {
  const wanted = fold(query).split(/\s+/)
  return groups
    .map(({ label, choices }) => ({ label, choices: choices.filter((choice) => fits(choice, wanted)) }))
    .filter(({ choices }) => choices.length > 0)
}

function fits(choice: Choice, wanted: string[]): boolean {
  const words = fold(`${choice.text} ${choice.description}`)
  return wanted.every((word) => words.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The bot's suggestions as entries, in Slack's option shape. */
export function suggestedChoices(answer: ActAnswer): ChoiceGroup[] {
  if (!answer.ok) return []
  if (answer.groups) return answer.groups.map(({ label, options }) => ({ label, choices: options.map(suggested) }))
  return [{ label: '', choices: (answer.options ?? []).map(suggested) }]
}

function suggested({ text, value, description }: Option): Choice {
  const words = (said: string) => ({ type: 'plain_text', text: said, emoji: true })
  return choiceOf({ text: words(text), value, ...(description ? { description: words(description) } : {}) })
}

/** What is chosen at the moment, as entries; ids of people and channels are named by `nameOf`. */
export function chosenOf(content: Json, nameOf: (id: string) => string): Choice[] {
  return [content].flat().flatMap((item) => {
    if (typeof item === 'string') return [{ key: item, text: nameOf(item), description: '', content: item }]
    const option = asObject(item)
    return option ? [choiceOf(option)] : []
  })
}
