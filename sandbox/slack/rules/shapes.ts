import { type Fields, fault, isAbsent, isObject, type Rule, type Sheet, step } from './rule.ts'
import { oneOf } from './values.ts'

type FieldRules = Readonly<Record<string, Rule>>
/** A rule across fields, asked after each field by itself. */
export type AcrossRule = (fields: Fields, at: string, sheet: Sheet) => void

/**
 * An object with these fields and no others. A field set to `undefined` is left out, as it is in JSON. Faults of what
 * is missing or too much point at the object, as Slack's do.
 */
export const shape = (needed: FieldRules, optional: FieldRules = {}, ...across: readonly AcrossRule[]): Rule => {
  const fields = new Map([...Object.entries(needed), ...Object.entries(optional)])
  const names = Object.keys(needed)
  return (value, at, sheet) => {
    if (!isObject(value)) return fault(sheet, at, 'must provide an object')
    for (const name of names) if (isAbsent(value[name])) fault(sheet, at, `missing required field: ${name}`)
    for (const name in value) {
      const found = value[name]
      if (isAbsent(found)) continue
      const rule = fields.get(name)
      if (rule === undefined) fault(sheet, at, `invalid additional property: ${name}`)
      else rule(found, at + step(name), sheet)
    }
    for (const rule of across) rule(value, at, sheet)
  }
}

/** An object that says with `type` what it is. */
export const typed = (
  type: string,
  needed: FieldRules = {},
  optional: FieldRules = {},
  ...across: readonly AcrossRule[]
): Rule => shape({ type: oneOf(type), ...needed }, optional, ...across)

/** A list of `from` to `to` items that each keep the rule. */
export const list =
  (item: Rule, to = Number.POSITIVE_INFINITY, from = 1): Rule =>
  (value, at, sheet) => {
    if (!Array.isArray(value)) return fault(sheet, at, 'must provide an array')
    if (value.length > to) fault(sheet, at, `no more than ${to} items allowed`)
    if (value.length < from) fault(sheet, at, `no fewer than ${from} items allowed`)
    for (let i = 0; i < value.length; i += 1) item(value[i], `${at}/${i}`, sheet)
  }

/** An object used as a dictionary: any names, each value keeping the rule. */
export const dictionary =
  (entry: Rule, to = Number.POSITIVE_INFINITY): Rule =>
  (value, at, sheet) => {
    if (!isObject(value)) return fault(sheet, at, 'must provide an object')
    const entries = Object.entries(value)
    if (entries.length > to) fault(sheet, at, `no more than ${to} properties allowed`)
    for (const [name, one] of entries) entry(one, at + step(name), sheet)
  }

/**
 * One of several objects, told apart by `type`. When the chosen one has faults, Slack lists the parent too. `lookUp`
 * answers with nothing for a type that is unknown or not allowed here.
 */
export const chosenByType =
  (lookUp: (type: string, sheet: Sheet) => Rule | undefined): Rule =>
  (value, at, sheet) => {
    if (!isObject(value)) return fault(sheet, at, 'must provide an object')
    const { type } = value
    if (isAbsent(type)) return fault(sheet, at, 'missing required field: type')
    const rule = typeof type === 'string' ? lookUp(type, sheet) : undefined
    if (rule === undefined) return fault(sheet, `${at}/type`, `unsupported type: ${String(type)}`)
    rule(value, at, sheet)
  }

/** Says of the parent, ahead of the leaves, that none of its alternatives fits. */
export const withParent =
  (rule: Rule): Rule =>
  (value, at, sheet) => {
    const before = sheet.faults.length
    rule(value, at, sheet)
    if (sheet.faults.length > before && sheet.faults[before]?.pointer !== at)
      sheet.faults.splice(before, 0, { pointer: at, message: 'failed to match all allowed schemas' })
  }

const presentOf = (fields: Fields, names: readonly string[]) => names.filter((name) => !isAbsent(fields[name]))

export const exactlyOneOf =
  (...names: readonly string[]): AcrossRule =>
  (fields, at, sheet) => {
    if (presentOf(fields, names).length !== 1) fault(sheet, at, `must define exactly one of: ${names.join(', ')}`)
  }

export const atLeastOneOf =
  (...names: readonly string[]): AcrossRule =>
  (fields, at, sheet) => {
    if (presentOf(fields, names).length === 0) fault(sheet, at, `must define at least one of: ${names.join(', ')}`)
  }

export const atMostOneOf =
  (...names: readonly string[]): AcrossRule =>
  (fields, at, sheet) => {
    if (presentOf(fields, names).length > 1) fault(sheet, at, `must define no more than one of: ${names.join(', ')}`)
  }

/** `low` must not be above `high`, when both are given; numbers, or the strings a number_input holds. */
export const inOrder =
  (low: string, high: string): AcrossRule =>
  (fields, at, sheet) => {
    if (isAbsent(fields[low]) || isAbsent(fields[high])) return
    if (Number(fields[low]) > Number(fields[high])) fault(sheet, at + step(low), `must not be greater than \`${high}\``)
  }
