import { html, raw } from 'hono/html'
import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { pageStyle } from './style.ts'

/** HTML in which everything foreign is escaped. Made by `html` alone. */
export type Html = ReturnType<typeof html>

export type PageWords = {
  /** how things stand, in a word or two: it comes first in the tab's title */
  state: string
  heading: string
  /** stands above the heading where it is production */
  environment?: Environment | null
  /** which of the steps this is */
  step?: string
  body: Html
  serviceDesk: string
}

/** A whole page: one `h1`, no script, nothing fetched, in the language of `t`. */
export const page = (t: Text, words: PageWords): Html => html`<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t.pages.tab({ state: words.state, about: oneLine(words.heading) })}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
<header>${t.pages.product}</header>
<main>
${words.environment === 'prod' ? html`<p class="environment">${t.common.environmentNames.prod}</p>` : ''}
${words.step === undefined ? '' : html`<p class="step">${words.step}</p>`}
<h1>${words.heading}</h1>
${words.body}
</main>
<footer><p>${t.pages.help({ serviceDesk: words.serviceDesk })}</p></footer>
</body>
</html>
`

/** Something to be noticed: what can't be undone, what went wrong, what went well. */
export const note = (kind: 'warning' | 'bad' | 'good', lines: readonly string[]): Html => {
  if (lines.length === 0) return html``
  // a line may hold a name, or what another system said
  const paragraphs = lines.map((line) => html`<p>${oneLine(line)}</p>`)
  // what went wrong is read aloud at once; what stands beside it in peace is not
  if (kind === 'bad') return html`<div class="note bad" role="alert">${paragraphs}</div>`
  return html`<div class="note${kind === 'good' ? ' good' : ''}">${paragraphs}</div>`
}

/** Pairs of words. Values come from elsewhere: each is kept apart from the writing around it. */
export const pairs = (lines: readonly { label: string; value: string | string[] }[]): Html => {
  const one = (text: string) => html`<bdi>${text}</bdi>`
  const value = (given: string | string[]) => {
    if (typeof given === 'string') return one(given)
    const [only, ...more] = given
    if (only !== undefined && more.length === 0) return one(only)
    return html`<ul>${given.map((each) => html`<li>${one(each)}</li>`)}</ul>`
  }
  return html`<dl>${lines.map((line) => html`<div><dt>${line.label}</dt><dd>${value(line.value)}</dd></div>`)}</dl>`
}

/** A form with one button. Without `action` it is sent to the page's own address. */
export const oneButton = (form: { label: string; action?: string; proof?: string; quiet?: boolean }): Html => {
  const action = form.action === undefined ? '' : html` action="${form.action}"`
  const proof = form.proof === undefined ? '' : html`<input type="hidden" name="proof" value="${form.proof}">`
  const quiet = form.quiet ? raw(' class="quiet"') : ''
  return html`<form method="post"${action}>${proof}<button type="submit"${quiet}>${form.label}</button></form>`
}
