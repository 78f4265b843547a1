import { html, raw } from 'hono/html'
import type { Html } from './layout.ts'

/** What may be said of a field beside its label; `wrong` undefined: nothing is. */
type Said = { hint?: string; wrong?: string | undefined }

const described = (id: string, { hint, wrong }: Said): Html => {
  const by = [...(wrong === undefined ? [] : [`${id}-wrong`]), ...(hint === undefined ? [] : [`${id}-hint`])]
  if (by.length === 0) return html``
  return html`${raw(wrong === undefined ? '' : ' aria-invalid="true"')} aria-describedby="${by.join(' ')}"`
}

const said = (id: string, { hint, wrong }: Said): Html =>
  html`${
    hint === undefined ? '' : html`<p class="soft" id="${id}-hint">${hint}</p>`
  }${wrong === undefined ? '' : html`<p class="wrong" id="${id}-wrong">${wrong}</p>`}`

export type FieldData = Said & { id: string; name: string; label: string }

/** One line, as it was typed. `words` false: neither spelling nor capitals are the browser's to mend. */
export const textField = (of: FieldData & { typed: string; words?: boolean; mail?: boolean }): Html => {
  const plain = raw(of.words === false || of.mail ? ' spellcheck="false" autocapitalize="none"' : '')
  const mode = raw(of.mail ? ' inputmode="email"' : '')
  return html`<div class="field">
<label for="${of.id}">${of.label}</label>
${said(of.id, of)}
<input type="text" id="${of.id}" name="${of.name}" value="${of.typed}" autocomplete="off"${mode}${plain}${described(of.id, of)}>
</div>`
}

/** Several lines that are never sent back to the browser. */
export const secretField = (of: FieldData): Html => html`<div class="field">
<label for="${of.id}">${of.label}</label>
${said(of.id, of)}
<textarea id="${of.id}" name="${of.name}" rows="6" autocomplete="off" autocapitalize="none" spellcheck="false"${described(of.id, of)}></textarea>
</div>`

/** One of a few. */
export const radioField = (
  of: FieldData & { options: readonly { value: string; label: string }[]; chosen: string | null },
): Html => html`<fieldset class="field" id="${of.id}" tabindex="-1"${described(of.id, of)}>
<legend>${of.label}</legend>
${said(of.id, of)}
${of.options.map(
  ({ value, label }) => html`<div class="choice">
<input type="radio" id="${of.id}-${value}" name="${of.name}" value="${value}"${raw(of.chosen === value ? ' checked' : '')}>
<label for="${of.id}-${value}">${label}</label>
</div>`,
)}
</fieldset>`

/** What is wrong, all at once and first: read aloud, under the keyboard, each with the way to its field. */
export const summaryOf = (heading: string, wrongs: readonly { id: string; wrong: string | undefined }[]): Html => {
  const lines = wrongs.map(({ id, wrong }) => (wrong === undefined ? '' : html`<li><a href="#${id}">${wrong}</a></li>`))
  return html`<div class="note bad" role="alert" tabindex="-1" autofocus>
<h2>${heading}</h2>
<ul>${lines}</ul>
</div>`
}
