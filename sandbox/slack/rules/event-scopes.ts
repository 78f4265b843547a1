const of = (events: readonly string[], ...anyOf: readonly string[]) => events.map((event) => [event, anyOf] as const)

const conversationEvents = [
  'archive',
  'created',
  'deleted',
  'history_changed',
  'id_changed',
  'left',
  'rename',
  'unarchive',
]

/**
 * Which bot scopes an event needs: one of the scopes is enough, an empty list needs none. An event that isn't here
 * can't be subscribed to by a bot.
 */
export const eventScopes: ReadonlyMap<string, readonly string[]> = new Map([
  ...of([
    'agent_session_stopped',
    'agent_session_title_changed',
    'app_context_changed',
    'app_deleted',
    'app_home_opened',
    'app_installed',
    'app_rate_limited',
    'app_requested',
    'app_uninstalled',
    'app_uninstalled_team',
    'entity_details_requested',
    'function_executed',
    'grid_migration_finished',
    'grid_migration_started',
    'team_access_granted',
    'team_access_revoked',
    'tokens_revoked',
    'workflow_deleted',
    'workflow_published',
    'workflow_step_deleted',
    'workflow_step_execute',
    'workflow_unpublished',
  ]),
  ...of(['app_mention'], 'app_mentions:read'),
  ...of(['assistant_thread_started', 'assistant_thread_context_changed'], 'assistant:write'),
  ...of(['message.channels'], 'channels:history'),
  ...of(['message.groups'], 'groups:history'),
  ...of(['message.im', 'message.app_home'], 'im:history'),
  ...of(['message.mpim'], 'mpim:history'),
  ...of(['message_metadata_posted', 'message_metadata_updated', 'message_metadata_deleted'], 'metadata.message:read'),
  ...of(
    conversationEvents.map((name) => `channel_${name}`),
    'channels:read',
    'channels:history',
    'groups:read',
    'mpim:read',
  ),
  ...of(['channel_shared', 'channel_unshared'], 'channels:read', 'groups:read'),
  ...of(
    ['archive', 'close', 'deleted', 'history_changed', 'left', 'open', 'rename', 'unarchive'].map(
      (name) => `group_${name}`,
    ),
    'groups:read',
    'groups:history',
  ),
  ...of(
    ['close', 'created', 'history_changed', 'open'].map((name) => `im_${name}`),
    'im:read',
    'im:history',
  ),
  ...of(['member_joined_channel', 'member_left_channel'], 'channels:read', 'groups:read'),
  ...of(['pin_added', 'pin_removed'], 'pins:read'),
  ...of(['reaction_added', 'reaction_removed'], 'reactions:read'),
  ...of(['star_added', 'star_removed'], 'stars:read'),
  ...of(['dnd_updated', 'dnd_updated_user'], 'dnd:read'),
  ...of(['emoji_changed'], 'emoji:read'),
  ...of(['link_shared'], 'links:read'),
  ...of(['call_rejected'], 'calls:read'),
  ...of(
    ['change', 'comment_deleted', 'created', 'deleted', 'public', 'shared', 'unshared'].map((name) => `file_${name}`),
    'files:read',
  ),
  ...of(
    ['created', 'members_changed', 'self_added', 'self_removed', 'updated'].map((name) => `subteam_${name}`),
    'usergroups:read',
  ),
  ...of(['team_domain_change', 'team_rename', 'email_domain_changed'], 'team:read'),
  ...of(['team_join', 'user_change', 'user_huddle_changed', 'user_status_changed'], 'users:read'),
  ...of(['user_profile_changed'], 'users.profile:read', 'users:read'),
  ...of(['invite_requested'], 'admin.invites:read'),
  ...of(
    ['accepted', 'approved', 'declined', 'received', 'requested'].map((name) => `shared_channel_invite_${name}`),
    'conversations.connect:read',
    'conversations.connect:manage',
  ),
])
