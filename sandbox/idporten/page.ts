import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { type Language, words } from './words.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Nothing but the page itself, and no page around it. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"

const style = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif }
body { margin: 0 auto; padding: 1rem; max-width: 32rem; overflow-wrap: anywhere }
.mark { margin: 0; padding: .5rem .75rem; border: 2px dashed; font-weight: 700 }
h1 { font-size: 1.5rem; line-height: 1.25 }
fieldset { margin: 0 0 1.5rem; padding: .5rem .75rem; border: 1px solid }
legend, .label { font-weight: 700 }
.choice { display: flex; gap: .5rem; align-items: baseline; padding: .25rem 0 }
.label { display: block }
.hint { margin: 0; font-size: .9rem }
.problem { padding: .5rem .75rem; border: 2px solid; border-inline-start-width: .75rem }
input[type=text] { box-sizing: border-box; width: 100%; max-width: 16rem; padding: .5rem; font: inherit }
button, .button { min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit }
:focus-visible { outline: 3px solid; outline-offset: 2px }
iframe { display: none }
`

/** A whole page with the mark that tells it from the real thing; `head` may add to its head. */
export const page = (
  language: Language,
  title: string,
  content: Html,
  head: Html | '' = '',
): Html => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${words[language].mark}</title>
<style>${raw(style)}</style>
${head}
</head>
<body>
<p class="mark">${words[language].mark}</p>
<main>
${content}
</main>
</body>
</html>`
