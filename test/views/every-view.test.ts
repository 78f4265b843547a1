import { describe, expect, it } from 'vitest'
import { checkMessage, checkView } from '../../sandbox/slack/rules.ts'
import { languages } from '../../src/domain/belonging/types.ts'
import { textFor } from '../../src/text/index.ts'
import { samples, views } from './samples.ts'

type Json = { [key: string]: unknown }

const everyObject = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(everyObject)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(everyObject)]
}

const surfaces = (rendered: object): object[] =>
  'view' in rendered && 'message' in rendered ? [rendered.view as object, rendered.message as object] : [rendered]

const rendered = languages.flatMap((language) =>
  samples.map(({ name, render }) => ({ name: `${name} (${language})`, surfaces: surfaces(render(textFor(language))) })),
)

const inputIds = (object: Json): string[] =>
  object.type === 'input' ? [String((object.element as Json).action_id)] : []

describe('every view', () => {
  it.each(rendered)('is taken by Slack: $name', ({ surfaces }) => {
    for (const surface of surfaces) {
      if ('text' in surface) expect(checkMessage(surface, { update: true })).toBeNull()
      else expect(checkView(surface)).toEqual([])
    }
  })

  it.each(rendered)('lets nothing foreign become markup: $name', ({ surfaces }) => {
    const marked = everyObject(surfaces).filter(({ type }) => type === 'mrkdwn')
    for (const { text, verbatim } of marked) {
      expect(verbatim).toBe(true)
      // our own dates are markup: Slack shows them in each reader's time zone
      expect(text).not.toMatch(/<!(?!date\^\d{10}\^(?:\{date_short\} \{time_secs\}|\{time\})\|)|<https:\/\/evil/)
      expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/)
    }
    for (const surface of surfaces) if ('text' in surface) expect(surface.text).not.toMatch(/[<>]/)
  })

  it('has an id of its own', () => {
    const ids = views.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names its actions <view>.<verb>', () => {
    for (const { id, actions } of views) {
      // that of an input is its block's name, which may have a low line
      for (const action of Object.values(actions)) expect(action).toMatch(new RegExp(`^${id}\\.[a-z_-]+$`))
    }
  })

  it('declares the ids of all its buttons, and renders all that it declares', () => {
    const objects = rendered.flatMap(({ surfaces }) => everyObject(surfaces))
    const ofInputs = new Set(objects.flatMap(inputIds))
    const seen = new Set(objects.flatMap(({ action_id: id }) => (typeof id === 'string' ? [id] : [])))
    const declared = new Set(views.flatMap(({ actions }) => Object.values(actions)))
    expect([...seen].filter((id) => !declared.has(id) && !ofInputs.has(id))).toEqual([])
    expect([...declared].filter((id) => !seen.has(id))).toEqual([])
  })

  it('names inputs <callback id>.<block id>', () => {
    for (const { surfaces } of rendered) {
      for (const surface of surfaces as Json[]) {
        for (const block of (surface.blocks as Json[]).filter(({ type }) => type === 'input')) {
          expect((block.element as Json).action_id).toBe(`${surface.callback_id}.${block.block_id}`)
        }
      }
    }
  })

  it('keeps its own buttons short enough to be read in full', () => {
    const buttons = rendered.flatMap(({ surfaces }) => everyObject(surfaces)).filter(({ type }) => type === 'button')
    for (const { text } of buttons) expect(String((text as Json).text).length).toBeLessThanOrEqual(30)
  })

  it('says prod in the title where it touches prod, without losing the title', () => {
    const t = textFor('nb')
    for (const language of languages) {
      for (const { title } of Object.values(textFor(language).client).filter(
        (group) => typeof group === 'object' && 'title' in group,
      ) as { title: string }[]) {
        expect(title.length).toBeLessThanOrEqual(17)
      }
    }
    const details = samples.find(({ name }) => name === 'details of idporten in prod')?.render(t)
    expect(details).toMatchObject({ title: { text: 'Ny klient (prod)' } })
  })
})
