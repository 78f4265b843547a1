/** A browser's cookies of one host: name, value and the path they are for. */
export type Cookies = { header(url: URL): string; take(response: Response, url: URL): void }

/** An empty jar. Signed and expired cookies, and their paths, are treated as a browser does. */
export const createCookies = (): Cookies => {
  const kept = new Map<string, { pair: string; path: string }>()
  return {
    header: ({ pathname }) =>
      [...kept.values()]
        .filter(({ path }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
        .map(({ pair }) => pair)
        .join('; '),
    take(response, url) {
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = cookie.split(/;\s*/)
        const attribute = (name: string) =>
          attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
        const path = attribute('path') ?? url.pathname
        const gone = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') <= Date.now()
        const key = `${pair.split('=')[0]} ${path}`
        if (gone) kept.delete(key)
        else kept.set(key, { pair, path })
      }
    },
  }
}

/** What a person does on the login page; a number that is not on the list is typed. */
export type Choice = { pid?: string; level?: string; action?: 'login' | 'cancel'; cookies?: Cookies }

/** Goes to an address as a browser would, without following what it answers. */
export const visit = async (address: string | URL, cookies: Cookies, init: RequestInit = {}) => {
  const url = new URL(address)
  const response = await fetch(url, { redirect: 'manual', ...init, headers: { cookie: cookies.header(url) } })
  cookies.take(response, url)
  const location = response.headers.get('location')
  return { response, url, next: location === null ? undefined : new URL(location, url) }
}

/**
 * Follows an authorize address through ID-porten, filling in the login page if it comes.
 *
 * @returns the address at the client that the browser is sent to in the end; nobody has been there
 * @throws Error with the page's text when ID-porten shows something else
 */
export const logInAs = async (authorizeUrl: string | URL, choice: Choice = {}): Promise<URL> => {
  const cookies = choice.cookies ?? createCookies()
  const { origin } = new URL(authorizeUrl)
  let step = await visit(authorizeUrl, cookies)
  for (let steps = 0; steps < 6; steps += 1) {
    if (step.next && step.next.origin !== origin) return step.next
    if (step.next) {
      step = await visit(step.next, cookies)
      continue
    }
    const page = await step.response.text()
    if (!step.response.ok || !page.includes('name="other_pid"')) {
      throw new Error(`ID-porten answered ${step.response.status}: ${shownIn(page)}`)
    }
    step = await visit(step.url, cookies, { method: 'POST', body: filledIn(page, choice) })
  }
  throw new Error('ID-porten does not let go')
}

const filledIn = (page: string, { pid = '', level, action = 'login' }: Choice): URLSearchParams => {
  const checked = (name: string) => page.match(new RegExp(`name="${name}" value="([^"]*)" checked`))?.[1] ?? ''
  return new URLSearchParams({
    pid: checked('pid'),
    other_pid: pid,
    level: level ?? checked('level'),
    action,
  })
}

const shownIn = (page: string): string =>
  page
    .replace(/^.*<main>/s, '')
    .replace(/<[^>]*>|\s+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
