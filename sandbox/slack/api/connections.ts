import { type ApiDeps, type Method, noScope } from './method.ts'

/** `apps.connections.open`: where a Socket Mode client connects (slack.md 3.3). Its scope is the app token's own. */
export const connectionMethods = ({ socketUrl }: Pick<ApiDeps, 'socketUrl'>): Method[] => [
  { name: 'apps.connections.open', tier: 1, token: 'app', scopes: noScope, run: () => ({ url: socketUrl() }) },
]
