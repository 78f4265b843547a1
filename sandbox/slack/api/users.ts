import { ApiError } from '../api-error.ts'
import { type ApiDeps, isTrue, type Method, noScope } from './method.ts'
import { pageOf } from './page.ts'

type Deps = Pick<ApiDeps, 'world' | 'people' | 'granted' | 'base'>

/** `auth.test`, `users.info`, `users.lookupByEmail`, `users.list`. */
export const userMethods = ({ world, people, granted, base }: Deps): Method[] => {
  const email = () => granted.has('users:read.email')
  return [
    {
      name: 'auth.test',
      tier: 'special',
      token: 'bot',
      scopes: noScope,
      run: () => ({
        url: `${base()}/`,
        team: world.team.name,
        team_id: world.team.id,
        user: world.bot.name.toLowerCase(),
        user_id: world.bot.user_id,
        bot_id: world.bot.bot_id,
        is_enterprise_install: false,
      }),
    },
    {
      name: 'users.info',
      tier: 4,
      token: 'bot',
      scopes: () => ['users:read'],
      run: (args) => {
        if (args.user === world.bot.user_id) return { user: people.botUser() }
        const person = people.find(String(args.user ?? ''))
        if (!person) throw new ApiError('user_not_found')
        return { user: people.asUser(person, { email: email(), locale: isTrue(args.include_locale) }) }
      },
    },
    {
      name: 'users.lookupByEmail',
      tier: 3,
      token: 'bot',
      scopes: () => ['users:read.email'],
      run: (args) => {
        const person = people.findByEmail(String(args.email ?? ''))
        if (!person || person.kind === 'deactivated' || person.kind === 'stranger') {
          throw new ApiError('users_not_found')
        }
        return { user: people.asUser(person, { email: true, locale: false }) }
      },
    },
    {
      name: 'users.list',
      tier: 2,
      token: 'bot',
      scopes: () => ['users:read'],
      run: (args) => {
        const page = pageOf([undefined, ...people.all()], args, 1000, 1000)
        const tell = { email: email(), locale: isTrue(args.include_locale) }
        return {
          members: page.items.map((one) => (one ? people.asUser(one, tell) : people.botUser())),
          response_metadata: { next_cursor: page.next },
        }
      },
    },
  ]
}
