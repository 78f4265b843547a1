import type { Language } from '../../src/domain/belonging/types.ts'
import { AppError } from '../../src/errors.ts'
import type { CommandInput } from '../../src/slack/command-text.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { textFor } from '../../src/text/index.ts'
import { languageChoice } from '../../views/belonging/language.ts'
import { homeFor } from '../home/home.ts'
import { commandInput } from '../inputs.ts'
import { present } from '../present.ts'

/** Which language the bot speaks with a person; a saved choice wins over Slack's. */

const words: Record<string, Language> = {
  nb: 'nb',
  no: 'nb',
  nn: 'nb',
  norsk: 'nb',
  bokmål: 'nb',
  norwegian: 'nb',
  en: 'en',
  english: 'en',
  engelsk: 'en',
}

const choose = async (ask: Ask<unknown>, { store }: Services, language: Language): Promise<Ask<unknown>> => {
  await store.write({}, async (tx) => {
    await tx.chooseLanguage(ask.viewer.user, language)
    return null
  })
  return { ...ask, t: textFor(language), viewer: { ...ask.viewer, language } }
}

const fromCommand = async (ask: Ask<CommandInput>, services: Services): Promise<Reply> => {
  const [word] = ask.input.words
  if (word === undefined) return await present(ask, async () => languageChoice.render(ask.t, { chosen: false }))
  const typed = word.toLowerCase()
  const language = Object.hasOwn(words, typed) ? words[typed] : undefined
  if (language === undefined) throw new AppError('bad-input', 'not one of our languages')
  const after = await choose(ask, services, language)
  return await present(after, async () => languageChoice.render(after.t, { chosen: true }))
}

const picked = async (ask: Ask<Language>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const after = await choose(ask, services, ask.input)
    if (ask.door === 'home') await services.slack.publishHome(ask.viewer.user, await homeFor(after, services))
    else await ask.show(languageChoice.render(after.t, { chosen: true }))
  },
})

export const routes = [
  route({
    kind: 'command',
    id: 'portvakt language',
    may: 'language.choose',
    effect: 'read',
    input: commandInput,
    run: fromCommand,
  }),
  route({
    kind: 'action',
    id: languageChoice.actions.choose,
    may: 'language.choose',
    effect: 'read',
    input: languageChoice.input,
    run: picked,
  }),
]
