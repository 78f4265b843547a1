import { eventScopes } from './event-scopes.ts'
import { manifestShape } from './manifest-shape.ts'
import { emptySheet, type Fields, fault, isObject, type RuleFault, type Sheet } from './rule.ts'

const at = (fields: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), fields)

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const isFilledList = (value: unknown): boolean => Array.isArray(value) && value.length > 0

/** Who is asked where: without Socket Mode, Slack must know an address for everything it sends. */
const checkAddresses = (manifest: Fields, sheet: Sheet): void => {
  if (at(manifest, 'settings', 'socket_mode_enabled') === true) return
  const events = at(manifest, 'settings', 'event_subscriptions')
  const hasEvents = isFilledList(at(events, 'bot_events')) || isFilledList(at(events, 'user_events'))
  if (hasEvents && at(events, 'request_url') === undefined)
    fault(sheet, '/settings/event_subscriptions', 'events need a `request_url` or Socket Mode')
  const interactivity = at(manifest, 'settings', 'interactivity')
  if (at(interactivity, 'is_enabled') === true && at(interactivity, 'request_url') === undefined)
    fault(sheet, '/settings/interactivity', 'interactivity needs a `request_url` or Socket Mode')
  const commands = at(manifest, 'features', 'slash_commands')
  for (const [i, command] of (Array.isArray(commands) ? commands : []).entries())
    if (isObject(command) && command.url === undefined)
      fault(sheet, `/features/slash_commands/${i}`, 'a command needs a `url` or Socket Mode')
}

const checkCommandScope = (manifest: Fields, scopes: ReadonlySet<string>, sheet: Sheet): void => {
  if (scopes.has('commands')) return
  for (const feature of ['slash_commands', 'shortcuts'])
    if (isFilledList(at(manifest, 'features', feature)))
      fault(sheet, `/features/${feature}`, 'requires the `commands` scope')
}

const checkEventScopes = (manifest: Fields, scopes: ReadonlySet<string>, sheet: Sheet): void => {
  const events = strings(at(manifest, 'settings', 'event_subscriptions', 'bot_events'))
  for (const [i, event] of events.entries()) {
    const pointer = `/settings/event_subscriptions/bot_events/${i}`
    const needed = eventScopes.get(event)
    if (needed === undefined) fault(sheet, pointer, `unsupported event: ${event}`)
    else if (needed.length > 0 && !needed.some((scope) => scopes.has(scope)))
      fault(sheet, pointer, `requires one of the scopes: ${needed.join(', ')}`)
  }
}

const checkBotUser = (manifest: Fields, scopes: ReadonlySet<string>, sheet: Sheet): void => {
  if (scopes.size > 0 && at(manifest, 'features', 'bot_user') === undefined)
    fault(sheet, '/oauth_config/scopes/bot', 'bot scopes need a `bot_user`')
}

/** Every fault of a manifest, schema first, then the rules across its parts. See `checkManifest` in ../rules.ts. */
export const manifestFaults = (manifest: unknown): RuleFault[] => {
  const sheet = emptySheet(null)
  manifestShape(manifest, '', sheet)
  if (!isObject(manifest)) return sheet.faults
  const given = at(manifest, 'oauth_config', 'scopes')
  const scopes = new Set([...strings(at(given, 'bot')), ...strings(at(given, 'bot_optional'))])
  checkAddresses(manifest, sheet)
  checkCommandScope(manifest, scopes, sheet)
  checkEventScopes(manifest, scopes, sheet)
  checkBotUser(manifest, scopes, sheet)
  return sheet.faults
}
