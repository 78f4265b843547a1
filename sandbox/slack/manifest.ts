import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'

const slashCommand = z.looseObject({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
})

const manifestSchema = z.looseObject({
  display_information: z.looseObject({ name: z.string() }),
  features: z
    .looseObject({
      app_home: z
        .looseObject({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      slash_commands: z.array(slashCommand).default([]),
    })
    .prefault({}),
  oauth_config: z
    .looseObject({ scopes: z.looseObject({ bot: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
  settings: z
    .looseObject({
      event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.looseObject({ is_enabled: z.boolean().default(false) }).prefault({}),
    })
    .prefault({}),
})

/** What the workspace needs of an app manifest (slack.md section 5); the rest is carried along unread. */
export type Manifest = z.infer<typeof manifestSchema>

/**
 * A manifest from its parsed YAML or JSON.
 * @throws ZodError when a part the workspace relies on has the wrong shape
 */
export const parseManifest = (raw: unknown): Manifest => manifestSchema.parse(raw)

/** Reads a manifest file, YAML or JSON. */
export const readManifest = async (path: string): Promise<Manifest> =>
  parseManifest(parse(await readFile(path, 'utf8')))
