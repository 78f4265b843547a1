import { languages } from '../../src/domain/belonging/types.ts'
import { textFor } from '../../src/text/index.ts'
import { samples } from '../views/samples.ts'

type Json = { [key: string]: unknown }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every modal, Home and message that the samples of the views render, in every language. */
export const renderings = (): { name: string; surface: Json }[] =>
  languages.flatMap((language) =>
    samples.flatMap(({ name, render }) => {
      const rendered: unknown = render(textFor(language))
      const both =
        isObject(rendered) && 'view' in rendered && 'message' in rendered
          ? [rendered.view, rendered.message]
          : [rendered]
      return both.filter(isObject).map((surface) => ({ name: `${name} (${language})`, surface }))
    }),
  )

/** What a person's use of one element makes Slack send: `action <id>`, `options <id>`; nothing for a plain field. */
const asksOf = (element: Json, input: Json | null): string[] => {
  const { action_id: id, type } = element
  if (typeof id !== 'string') return []
  const sends = input === null || input.dispatch_action === true
  return [...(sends ? [`action ${id}`] : []), ...(String(type).includes('external_select') ? [`options ${id}`] : [])]
}

const asksWithin = (value: unknown, input: Json | null = null): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => asksWithin(one, input))
  if (!isObject(value)) return []
  const within = value.type === 'input' ? value : input
  return [...asksOf(value, input), ...Object.values(value).flatMap((one) => asksWithin(one, within))]
}

/** All that Slack can send about one surface, as `<route kind> <id>`. */
export const asksOfSurface = (surface: Json): string[] => {
  const id = String(surface.callback_id)
  return [
    ...(surface.type === 'modal' && surface.submit !== undefined ? [`submit ${id}`] : []),
    ...(surface.type === 'modal' && surface.notify_on_close === true ? [`closed ${id}`] : []),
    ...asksWithin(surface.blocks),
  ]
}

/** Every plain text that stands at `keys` anywhere in a surface. */
export const wordsAt = (value: unknown, keys: readonly string[]): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => wordsAt(one, keys))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(keys.includes(key) && isObject(inner) && typeof inner.text === 'string' ? [inner.text] : []),
    ...wordsAt(inner, keys),
  ])
}
