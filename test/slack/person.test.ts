import { describe, expect, it } from 'vitest'
import { personOf } from '../../src/slack/person.ts'

const asked = { teamId: 'T1', userId: 'U1' }

describe('a Slack user as a person', () => {
  const slackUser = {
    id: 'U1',
    team_id: 'T1',
    is_email_confirmed: true,
    locale: 'en-GB',
    profile: { email: 'a@etat.no' },
  }

  it.each([
    ['a member', {}, 'member'],
    ['a guest of several channels', { is_restricted: true }, 'guest'],
    ['a guest of one channel', { is_restricted: true, is_ultra_restricted: true }, 'guest'],
    ['one of another workspace', { is_stranger: true, team_id: 'T2' }, 'stranger'],
    ['one of another workspace that Slack does not call a stranger', { team_id: 'T2' }, 'stranger'],
    ['a bot', { is_bot: true }, 'bot'],
    ['an app', { is_app_user: true }, 'bot'],
    ['Slackbot', { id: 'USLACKBOT' }, 'bot'],
    ['one who left', { deleted: true }, 'deactivated'],
    ['a guest who left', { deleted: true, is_restricted: true }, 'deactivated'],
    ['a guest of another workspace', { is_restricted: true, is_stranger: true }, 'stranger'],
    [
      'one of several workspaces on Grid, this one too',
      { team_id: 'T2', enterprise_user: { teams: ['T2', 'T1'] } },
      'member',
    ],
    ['one of another Grid', { team_id: 'T2', enterprise_user: { teams: ['T2'] } }, 'stranger'],
  ])('%s', (_who, over, kind) => {
    expect(personOf({ user: { ...slackUser, ...over } }, asked, 'T1', 42)).toMatchObject({ ...asked, kind, seenAt: 42 })
  })

  it.each([
    ['no profile', { profile: undefined }, { email: null }],
    ['no address, since the scope is missing', { profile: {} }, { email: null }],
    ['an address that is not confirmed', { is_email_confirmed: false }, { email: 'a@etat.no', emailConfirmed: false }],
    ['nothing on confirmation', { is_email_confirmed: undefined }, { emailConfirmed: false }],
    ['no locale', { locale: undefined }, { locale: null }],
    ['no team', { team_id: undefined }, { kind: 'member' }],
    ['the whole name', { real_name: 'Kari Nes', profile: { display_name: 'kari' } }, { name: 'Kari Nes' }],
    ['the name they chose, where there is no other', { profile: { display_name: 'kari' } }, { name: 'kari' }],
    ['no name at all', {}, { name: null }],
  ])('with %s', (_what, over, expected) => {
    expect(personOf({ user: { ...slackUser, ...over } }, asked, 'T1', 42)).toMatchObject(expected)
  })
})
