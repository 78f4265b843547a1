export type OptionLabel = { label: string; description?: string }
export type Label = { label: string; hint?: string; placeholder?: string; options?: Record<string, OptionLabel> }

/** What all kinds share. `dispatch`: a change (of a text: Enter) is told at once, as a `block_actions`. */
type Common = { optional?: boolean; dispatch?: boolean; focus?: boolean }

/** Where options come from as they are asked for: an `options` route of the same action id. */
type Suggested = {
  /** letters before the bot is asked; 0 (when left out): as soon as it is opened */
  letters?: number
}

export type Field = Common &
  (
    | { kind: 'text'; max?: number }
    | { kind: 'multiline'; max?: number }
    /** a list, one item a line */
    | { kind: 'lines' }
    /** one address; Slack itself refuses what it takes for none, such as pasted markup or letters beyond ASCII */
    | { kind: 'email' }
    /** `values` are chosen from; their words are the label's `options` */
    | { kind: 'select'; values: readonly string[] }
    | { kind: 'radio'; values: readonly string[] }
    | { kind: 'multi-select'; values: readonly string[] }
    /** boxes to tick, all of them in sight; Slack asks for one at least unless it is optional */
    | { kind: 'checkboxes'; values: readonly string[] }
    | ({ kind: 'external-select' } & Suggested)
    | ({ kind: 'external-multi-select'; most?: number } & Suggested)
    /** people of the workspace, by Slack's user ids */
    | { kind: 'user' }
    | { kind: 'users'; most?: number }
    /** a public or private channel, by Slack's id, and none that outsiders are in */
    | { kind: 'channel' }
    /** a day, `2026-12-31` */
    | { kind: 'date' }
    /** one toggle; its words are the label's `options.yes` */
    | { kind: 'checkbox' }
    | { kind: 'number'; min?: number; max?: number }
  )

/** What a field holds. Texts are '' when empty, choices and days null, numbers null (NaN for what is no number). */
export type ValueOf<F extends Field> = F extends { kind: 'lines' | 'external-multi-select' | 'users' }
  ? string[]
  : F extends { kind: 'multi-select' | 'checkboxes'; values: readonly (infer V)[] }
    ? V[]
    : F extends { kind: 'select' | 'radio'; values: readonly (infer V)[] }
      ? V | null
      : F extends { kind: 'external-select' | 'user' | 'channel' | 'date' }
        ? string | null
        : F extends { kind: 'checkbox' }
          ? boolean
          : F extends { kind: 'number' }
            ? number | null
            : string

/** A value of any kind, as the forms pass it on. */
export type AnyValue = string | string[] | boolean | number | null | undefined
