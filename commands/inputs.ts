import { z } from 'zod'
import type { Environment } from '../src/domain/client/types.ts'
import type { CommandInput } from '../src/slack/command-text.ts'
import type { ViewValues } from '../src/slack/route.ts'

/** What the router hands to a command's row. */
export const commandInput = z.object({ words: z.array(z.string()), rest: z.string() }) satisfies z.ZodType<CommandInput>

/** A command's row that takes one id, as pasted. */
export const idInput = commandInput.transform(({ rest }) => rest)

/** `view.state.values`, which the view itself reads. */
export const viewValues = z.custom<ViewValues>((value) => typeof value === 'object' && value !== null)

/** Rows that need nothing of what was clicked. */
export const nothing = z.unknown()

const environmentWords = new Map<string, Environment>([
  ['test', 'test'],
  ['prod', 'prod'],
  ['produksjon', 'prod'],
  ['production', 'prod'],
])

/** The environment that a typed word names, if any. */
export const environmentOf = (word: string): Environment | undefined => environmentWords.get(word.toLowerCase())
