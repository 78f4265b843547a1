import type { WebPages } from '../../src/web/pages.ts'

export type Answer = {
  path: string
  status: number
  headers: Headers
  location: string | null
  /** without the style sheet */
  text: string
  /** the page's one `h1` */
  heading: string
  /** the hidden field of a form by its button's label; throws when there is none */
  proof(label: string): string
}

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** As much of a browser as pages without scripts need: cookies by name and path, and `Origin` with forms. */
export const createBrowser = (
  pages: Pick<WebPages, 'fetch'>,
  publicUrl: string,
  how: { address?: string; headers?: Record<string, string> } = {},
) => {
  const cookies = new Map<string, { value: string; path: string }>()

  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const at = pair.indexOf('=')
      const path = attributes.find((one) => one.startsWith('Path='))?.slice('Path='.length) ?? '/'
      cookies.set(pair.slice(0, at), { value: pair.slice(at + 1), path })
    }
  }

  const send = async (path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> => {
    const fitting = [...cookies].filter(([, cookie]) => path.startsWith(cookie.path))
    const cookie = fitting.map(([name, { value }]) => `${name}=${value}`).join('; ')
    const headers = { ...how.headers, ...(cookie !== '' && { cookie }), ...init.headers }
    const env = { incoming: { socket: { remoteAddress: how.address ?? '203.0.113.7' } } }
    const response = await pages.fetch(new Request(`http://10.0.0.5:3000${path}`, { ...init, headers }), env)
    keep(response.headers)
    const text = (await response.text()).replace(/<style>.*?<\/style>/s, '')
    return {
      path,
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      text,
      heading: decoded(/<h1>([^<]*)<\/h1>/.exec(text)?.[1] ?? ''),
      proof(label) {
        const forms = text.match(/<form.*?<\/form>/gs) ?? []
        const found = forms.find((form) => form.includes(`>${label}</button>`))
        const value = /name="proof" value="([^"]+)"/.exec(found ?? '')?.[1]
        if (value === undefined) throw new Error(`no form “${label}” with a proof on ${path}: ${text}`)
        return value
      },
    }
  }

  return {
    cookies,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        headers: { origin: new URL(publicUrl).origin, 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams(form),
      }),
    send,
  }
}
