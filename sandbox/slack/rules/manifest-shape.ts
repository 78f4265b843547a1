import { limits } from './limits.ts'
import { anything, fault, isObject, type Rule } from './rule.ts'
import { dictionary, list, shape } from './shapes.ts'
import { boolean, integer, oneOf, pattern, secureAddress, string, stringOrEmpty, webAddress } from './values.ts'

const { manifest } = limits
const urlForm = 'must be a valid url'
const requestUrl = pattern(/^https?:\/\//, urlForm, manifest.requestUrl)
const domain = (to: number): Rule => pattern(/^(?![.-])[-a-z0-9.]+[a-z0-9]$/, 'must be a valid domain', to)

/** A list without doubles. */
const distinct = (item: Rule, to: number, from = 0): Rule => {
  const rule = list(item, to, from)
  return (value, at, sheet) => {
    rule(value, at, sheet)
    if (!Array.isArray(value)) return
    const seen = new Set<string>()
    for (const [i, one] of value.entries()) {
      const key = JSON.stringify(one)
      if (seen.has(key)) fault(sheet, `${at}/${i}`, 'must be unique')
      seen.add(key)
    }
  }
}

const displayInformation = shape(
  { name: string(manifest.name) },
  {
    description: string(manifest.description),
    long_description: string(manifest.longDescription.to, manifest.longDescription.from),
    background_color: pattern(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a hex color'),
  },
)

const slashCommand = shape(
  {
    // Lower case and no spaces is what the app settings demand; the schema only demands the slash.
    command: pattern(
      /^\/[^\sA-Z]+$/,
      'must start with / and have no spaces or capitals',
      manifest.command.name.to,
      manifest.command.name.from,
    ),
    description: string(manifest.command.description),
  },
  { usage_hint: string(manifest.command.usageHint), url: webAddress(manifest.command.url), should_escape: boolean },
)
const shortcut = shape({
  name: string(manifest.shortcut.name),
  type: oneOf('message', 'global'),
  callback_id: string(manifest.shortcut.callbackId),
  description: string(manifest.shortcut.description),
})
const prompt = shape({ title: string(), message: string() })

const features = shape(
  {},
  {
    app_home: shape(
      {},
      { home_tab_enabled: boolean, messages_tab_enabled: boolean, messages_tab_read_only_enabled: boolean },
    ),
    bot_user: shape({ display_name: string(manifest.botName) }, { always_online: boolean }),
    slash_commands: list(slashCommand, manifest.commands),
    shortcuts: list(shortcut, manifest.shortcuts),
    unfurl_domains: distinct(domain(manifest.domain), manifest.unfurlDomains, 1),
    workflow_steps: list(
      shape({ name: string(manifest.workflowStep.name), callback_id: string(manifest.workflowStep.callbackId) }),
      manifest.workflowSteps,
    ),
    functions: list(anything, manifest.functions, 0),
    assistant_view: shape({ assistant_description: string() }, { suggested_prompts: list(prompt, undefined, 0) }),
    agent_view: shape(
      {},
      {
        agent_description: stringOrEmpty(manifest.agent.description),
        suggested_prompts: list(prompt, manifest.agent.prompts, 0),
        actions: list(shape({ name: string(), description: string() }), undefined, 0),
      },
    ),
    code_channels: shape({}, { enabled: boolean, slash_command_url: webAddress(manifest.command.url) }),
  },
)

const scopes = list(string(manifest.scope), manifest.scopes, 0)
const oauthConfig = shape(
  {},
  {
    redirect_urls: distinct(string(manifest.redirectUrl), manifest.redirectUrls),
    scopes: shape({}, { bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes }),
    token_management_enabled: boolean,
    pkce_enabled: boolean,
  },
)

const byte = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
const addressRange = pattern(
  new RegExp(`^(${byte}\\.){3}${byte}(/(3[0-2]|[12]?[0-9]))?$`),
  'must be an IPv4 address or range',
)
const events = distinct(string(manifest.event), manifest.events)
const settings = shape(
  {},
  {
    event_subscriptions: shape(
      {},
      {
        request_url: requestUrl,
        bot_events: events,
        user_events: events,
        metadata_subscriptions: distinct(
          shape({ app_id: string(), event_type: string(manifest.event) }),
          manifest.metadataSubscriptions,
          1,
        ),
      },
    ),
    interactivity: shape({ is_enabled: boolean }, { request_url: requestUrl, message_menu_options_url: requestUrl }),
    incoming_webhooks: shape({}, { incoming_webhooks_enabled: boolean }),
    allowed_ip_address_ranges: distinct(addressRange, manifest.addressRanges, 1),
    org_deploy_enabled: boolean,
    socket_mode_enabled: boolean,
    token_rotation_enabled: boolean,
    is_hosted: boolean,
    is_mcp_enabled: boolean,
    siws_links: shape({}, { initiate_uri: secureAddress(manifest.requestUrl) }),
    hermes_app_type: string(),
    function_runtime: string(),
  },
)

const { directory } = manifest
const appDirectory = shape(
  {
    installation_landing_page: webAddress(directory.url),
    privacy_policy_url: webAddress(directory.privacyUrl),
    support_url: webAddress(directory.supportUrl),
    support_email: pattern(/^[^\s@]+@[^\s@]+$/, 'must be a valid email', directory.email),
    supported_languages: list(string(directory.language), directory.languages),
    pricing: string(directory.pricing),
  },
  {
    app_directory_categories: list(string(directory.category), directory.categories, 0),
    use_direct_install: boolean,
    direct_install_url: webAddress(directory.url),
  },
)

const parameters: Rule = (value, at, sheet) => {
  if (!isObject(value)) return fault(sheet, at, 'must provide an object')
  if (value.properties === undefined) fault(sheet, at, 'missing required field: properties')
}
const customFunction = shape({
  title: string(),
  description: string(),
  input_parameters: parameters,
  output_parameters: parameters,
})
const mcpServer = shape(
  {
    url: secureAddress(manifest.mcpServer.url),
    auth_type: oneOf('dynamic_client_registration', 'no_auth', 'manual_auth', 'slack_identity_auth'),
  },
  { headers: dictionary(stringOrEmpty()), auth_provider_key: string(manifest.mcpServer.authProviderKey) },
)

/** The schema of an app manifest, version 2 (slackapi/manifest-schema). */
export const manifestShape: Rule = shape(
  { display_information: displayInformation },
  {
    $schema: string(),
    _metadata: shape(
      {},
      {
        major_version: oneOf(1, 2),
        minor_version: integer(0),
        schema_version: integer(0),
        min_version: integer(0),
      },
    ),
    features,
    oauth_config: oauthConfig,
    settings,
    app_directory: appDirectory,
    functions: dictionary(customFunction, manifest.functions),
    workflows: dictionary(anything, manifest.workflows),
    types: dictionary(anything, manifest.types),
    datastores: dictionary(anything, manifest.datastores),
    outgoing_domains: distinct(domain(manifest.outgoingDomain), manifest.outgoingDomains),
    external_auth_providers: dictionary(anything),
    mcp_servers: dictionary(mcpServer, manifest.mcpServers),
  },
)
