import type { OfferedScopes } from '../../src/domain/client/offered-scopes.ts'
import type { Scope } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { limits } from '../kit/limits.ts'

type PlainText = { type: 'plain_text'; text: string }
export type ScopeOption = { text: PlainText; value: string; description?: PlainText }
export type ScopeGroup = { label: PlainText; options: ScopeOption[] }

const words = (text: string, max: number): PlainText => ({ type: 'plain_text', text: cut(text, max) })

const option = ({ name, description }: Scope): ScopeOption => ({
  text: words(name, limits.optionText),
  value: name,
  ...(description.trim() !== '' && { description: words(description.replace(/\s+/g, ' ').trim(), limits.optionText) }),
})

/** Every typed word must stand in the name or the description. */
const matches = (query: string) => {
  const sought = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return ({ name, description }: Scope): boolean => {
    const text = `${name} ${description}`.toLowerCase()
    return sought.every((word) => text.includes(word))
  }
}

/**
 * The scopes that match what was typed, in their three groups, at most 100 in all, as Slack's menus take them. Names
 * longer than an option's value can't be chosen here.
 */
export const scopeOptions = (t: Text, offered: Omit<OfferedScopes, 'fixed'>, query: string): ScopeGroup[] => {
  const wanted = matches(query)
  let room: number = limits.optionsPerGroup
  return (['granted', 'open', 'delegable'] as const).flatMap((group) => {
    const found = offered[group]
      .filter((scope) => scope.name.length <= limits.optionValue && wanted(scope))
      .slice(0, room)
    room -= found.length
    if (found.length === 0) return []
    return [{ label: words(t.client.details.groups[group], limits.groupLabel), options: found.map(option) }]
  })
}
