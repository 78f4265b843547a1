import type { InputBlock } from '@slack/types'
import { cut } from '../../src/text/format.ts'
import { plain } from './blocks.ts'
import { elementOf } from './element-of.ts'
import type { Field, Label, OptionLabel, ValueOf } from './fields.ts'
import { limits } from './limits.ts'
import { readField } from './read-field.ts'

export type Fields = Record<string, Field>
export type Values<F extends Fields> = { -readonly [Name in keyof F]: ValueOf<F[Name]> }

/** The words a form needs: a missing label or option does not compile. */
export type Labels<F extends Fields> = {
  [Name in keyof F]: Label &
    (F[Name] extends { values: readonly (infer V extends string)[] }
      ? { options: Record<V, OptionLabel> }
      : F[Name] extends { kind: 'checkbox' }
        ? { options: { yes: OptionLabel } }
        : unknown)
}

/** What a view's state holds: by block id, then action id (slack.md 2.5). */
export type ViewValues = Record<string, Record<string, unknown>>

/** What is wrong, in words, at a field of the form or of something that the form does not show. */
export type FaultAt = { field: string; message: string }

/** A fault in words may be repeated for many lines; more than this nobody reads. */
const longestError = 600

/**
 * A form as data (design 1.7): fields to blocks, a state to typed values, faults to errors by block id. The
 * `block_id` is the field's name and the `action_id` is `<callback_id>.<block_id>`. Conditions, callbacks and steps
 * stay in the view: it says by `only` which fields there are, and in which order.
 */
export const defineForm = <const F extends Fields>({ id, fields }: { id: string; fields: F }) => {
  type Name = keyof F & string
  const all = Object.keys(fields) as Name[]
  const actionId = (name: Name) => `${id}.${name}`

  const render = (how: {
    t: Labels<F>
    values?: Partial<Values<F>>
    only?: readonly Name[]
    /** overrides `optional` of the fields: what a particular case demands */
    required?: readonly Name[]
    /** of external selects: the words of the values that stand in them, by value; the value itself when left out */
    names?: { [N in Name]?: Record<string, string> }
  }): InputBlock[] =>
    (how.only ?? all).map((name) => {
      const field = fields[name] as Field
      const label: Label = how.t[name]
      const optional = how.required ? !how.required.includes(name) : (field.optional ?? false)
      const element = elementOf(field, label, how.values?.[name], how.names?.[name])
      return {
        type: 'input',
        block_id: name,
        label: plain(label.label, limits.label),
        // Slack takes an unticked box only where the input is optional
        optional: optional || field.kind === 'checkbox',
        element: { ...element, action_id: actionId(name), ...(field.focus && { focus_on_load: true }) },
        ...(field.dispatch && { dispatch_action: true }),
        ...(label.hint !== undefined && { hint: plain(label.hint, limits.hint) }),
      } as InputBlock
    })

  /** Values of the fields in `only` (all, when left out); absent blocks read as empty. */
  const read = <N extends Name = Name>(state: ViewValues, only?: readonly N[]): Pick<Values<F>, N> =>
    Object.fromEntries(
      (only ?? all).map((name) => [name, readField(fields[name] as Field, state[name]?.[actionId(name)])]),
    ) as Pick<Values<F>, N>

  /**
   * Faults by block id. One at a field that is not shown lands on the first that is, since Slack takes no other keys
   * (slack.md 2.6).
   */
  const errors = (faults: readonly FaultAt[], only: readonly Name[] = all): Record<string, string> => {
    const [first] = only
    const byBlock = new Map<string, string[]>()
    for (const { field, message } of faults) {
      const block = (only as readonly string[]).includes(field) ? field : first
      if (block === undefined) continue
      byBlock.set(block, [...(byBlock.get(block) ?? []), message])
    }
    return Object.fromEntries(
      [...byBlock].map(([block, messages]) => [block, cut([...new Set(messages)].join('\n'), longestError)]),
    )
  }

  return { id, names: all, actionId, render, read, errors }
}
