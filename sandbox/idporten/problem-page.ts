import { html } from 'hono/html'
import { type Html, page } from './page.ts'
import { type Language, type Words, words } from './words.ts'

/** What is shown when there is no service to send the person back to. `detail` is for whoever builds the service. */
export const problemPage = (language: Language, problem: keyof Words['problems'], detail = ''): Html => {
  const { title, text } = words[language].problems[problem]
  return page(
    language,
    title,
    html`<h1>${title}</h1>
<p>${text}</p>
${detail ? html`<p><code>${detail}</code></p>` : ''}`,
  )
}
