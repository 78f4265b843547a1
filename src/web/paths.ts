/** Where the pages stand below `PUBLIC_URL`; links in mails and Slack lead to the first and the last. */
export const pagePaths = {
  login: (token: string): string => `/login/${token}`,
  callback: '/login/callback',
  done: (loginId: string): string => `/login/done/${loginId}`,
  out: (loginId: string): string => `/login/done/${loginId}/out`,
  loggedOut: '/login/out',
  frontChannelLogout: '/login/front-channel-logout',
  address: (token: string): string => `/link/${token}`,
} as const
