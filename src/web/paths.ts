/** Where the pages stand below `PUBLIC_URL`; links in mails and Slack lead to `login`, `address`, `contact` and `contactStop`. */
export const pagePaths = {
  login: (token: string): string => `/login/${token}`,
  callback: '/login/callback',
  done: (loginId: string): string => `/login/done/${loginId}`,
  out: (loginId: string): string => `/login/done/${loginId}/out`,
  loggedOut: '/login/out',
  frontChannelLogout: '/login/front-channel-logout',
  address: (token: string): string => `/link/${token}`,
  contact: (token: string): string => `/contact/${token}`,
  contactPreferences: (token: string): string => `/contact/${token}/preferences`,
  contactHandOver: (token: string): string => `/contact/${token}/hand-over`,
  contactLeave: (token: string): string => `/contact/${token}/leave`,
  contactNewLink: (token: string): string => `/contact/${token}/new-link`,
  contactStop: (token: string): string => `/contact/${token}/stop`,
  orderExport: (token: string): string => `/orders/${token}`,
} as const
