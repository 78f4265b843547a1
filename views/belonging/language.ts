import type { KnownBlock, StaticSelect } from '@slack/types'
import { z } from 'zod'
import { type Language, languages } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, plain, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'language'
const actions = { choose: 'language.choose' } as const

/** What a choice carries. */
const input: z.ZodType<Language> = z.enum(languages)

const picker = (t: Text): StaticSelect => {
  const option = (language: Language) => ({
    text: plain(t.belonging.language.names[language], limits.optionText),
    value: language,
  })
  return {
    type: 'static_select',
    action_id: actions.choose,
    options: languages.map(option),
    initial_option: option(t.language),
  }
}

/** The picker alone, for other surfaces. */
const blocks = (t: Text): KnownBlock[] => actionRow(picker(t))

/** Asks for the language; after a choice it says so in the new one. */
const render = (t: Text, { chosen }: { chosen: boolean }): Shown =>
  shown({
    id,
    title: t.belonging.language.title,
    environment: null,
    close: t.common.close,
    blocks: [section(chosen ? t.belonging.language.chosen : t.belonging.language.choose), ...blocks(t)],
  })

export const languageChoice = { id, actions, input, blocks, render }
