import { parse as parseForm } from 'node:querystring'
import { z } from 'zod'

const object = z.record(z.string(), z.unknown())

const json = (text: string): Record<string, unknown> | null => {
  try {
    const parsed = object.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * A request's body by its content type (slack.md 2.5): commands are form fields, interactions JSON in the form field
 * `payload`, events JSON. @returns null when it is none of these
 */
export const parseBody = (raw: string, contentType: string): Record<string, unknown> | null => {
  if (contentType.startsWith('application/json')) return json(raw)
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return null
  const form = parseForm(raw)
  return typeof form.payload === 'string' ? json(form.payload) : { ...form }
}
