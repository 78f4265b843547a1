import type { SlashCommand } from '../../protocol.ts'

/**
 * The commands that may complete what is typed: it begins with `/` and the caret stands in its first word.
 * Those that begin with the word come first, then, from three letters on, those that have it in name or description.
 */
export function completionsFor(text: string, caret: number, commands: SlashCommand[]): SlashCommand[] {
  const word = /^\/\S*/.exec(text)?.[0]
  if (word === undefined || caret > word.length || text.length > word.length) return []
  const wanted = word.toLowerCase()
  const begins = commands.filter(({ command }) => command.startsWith(wanted))
  const has = commands.filter((one) => !begins.includes(one) && wanted.length > 3 && mentions(one, wanted.slice(1)))
  return [...begins, ...has]
}

function mentions({ command, description }: SlashCommand, word: string): boolean {
  return command.includes(word) || description.toLowerCase().includes(word)
}

/** The command that is being written, once its name is whole: for the hint above the field. */
export function commandOf(text: string, commands: SlashCommand[]): SlashCommand | null {
  const word = /^(\/\S+)\s/.exec(text)?.[1]?.toLowerCase()
  return commands.find(({ command }) => command === word) ?? null
}
