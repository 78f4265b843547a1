import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import { type AdminCommand, UsageError } from './command.ts'

/** `manifest.yml` stands at the root, beside `src/` and, in the build, beside `dist/src/`. */
export const manifestFile = new URL('../../manifest.yml', import.meta.url)

export type ManifestOptions = {
  /** the variant without addresses */
  socket?: boolean
  /** what Slack reaches the bot at, `https://…` */
  url?: string
  /** put before every command name, for workspaces where another app owns one of them */
  prefix?: string
}

const heading = '# The Slack app. Paste it at api.slack.com/apps, Create New App, From a manifest.\n'

type Command = { command: string; url?: string }

/** The manifest for one workspace: comments and order are kept, so that it can be read before it is pasted. */
export const manifestFor = (yaml: string, options: ManifestOptions): string => {
  const endpoint = options.url === undefined ? undefined : `${options.url.replace(/\/+$/, '')}/slack/events`
  // the file's own heading tells how to put an address in; then that is done
  const document = parseDocument(options.socket || endpoint ? yaml.replace(/^(#.*\n)+/, heading) : yaml)
  const commands = document.toJS().features.slash_commands as Command[]
  for (const [at, one] of commands.entries()) {
    const path = ['features', 'slash_commands', at] as const
    if (options.prefix) document.setIn([...path, 'command'], `/${options.prefix}-${one.command.slice(1)}`)
    if (options.socket) document.deleteIn([...path, 'url'])
    else if (endpoint) document.setIn([...path, 'url'], endpoint)
  }
  const addresses = [
    ['settings', 'event_subscriptions', 'request_url'],
    ['settings', 'interactivity', 'request_url'],
    ['settings', 'interactivity', 'message_menu_options_url'],
  ]
  for (const path of addresses) {
    if (options.socket) document.deleteIn(path)
    else if (endpoint) document.setIn(path, endpoint)
  }
  if (options.socket) document.setIn(['settings', 'socket_mode_enabled'], true)
  return document.toString({ lineWidth: 0 })
}

export const manifest: AdminCommand = {
  name: 'manifest',
  usage: 'manifest [--socket] [--url https://your.address] [--prefix x]',
  about: "prints the Slack app's manifest, ready to paste",
  async run({ args, say }) {
    const { values } = parseArgs({
      args,
      options: { socket: { type: 'boolean' }, url: { type: 'string' }, prefix: { type: 'string' } },
    })
    if (values.url !== undefined && !/^https:\/\/[^/\s]+/.test(values.url))
      throw new UsageError('--url takes an address that begins with https://')
    if (values.prefix !== undefined && !/^[a-z0-9]{1,12}$/.test(values.prefix))
      throw new UsageError('--prefix takes up to 12 lower-case letters and digits')
    say(manifestFor(await readFile(manifestFile, 'utf8'), values))
    return 0
  },
}
