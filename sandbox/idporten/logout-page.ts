import { html } from 'hono/html'
import { type Html, page } from './page.ts'
import { type Language, words } from './words.ts'

/**
 * Loads every service's logout address in a frame; a page waits for its frames before it moves on to `back`.
 * Without `back` it stays.
 */
export const logoutPage = (language: Language, frames: readonly string[], back: string | undefined): Html => {
  const { logout } = words[language]
  return page(
    language,
    logout.title,
    html`<h1>${logout.title}</h1>
<p>${logout.text}</p>
${back ? html`<p><a href="${back}">${logout.back}</a></p>` : ''}
${frames.map((address) => html`<iframe title="${logout.frame}" src="${address}"></iframe>`)}`,
    back ? html`<meta http-equiv="refresh" content="1; url=${back}">` : '',
  )
}
