import { html } from 'hono/html'
import { LEVELS, type Level } from './levels.ts'
import { type Html, page } from './page.ts'
import type { TestPerson } from './people.ts'
import { type Language, type Words, words } from './words.ts'

/** What somebody sent in, to be shown again with what is wrong with it. */
export type Attempt = { pid: string; other: string; level: string; problem: keyof Words['login']['problems'] }

/** The form of fields `pid`, `other_pid`, `level` and `action` (`login`, `cancel`), to be posted to the same address. */
export const loginPage = (
  language: Language,
  { clientId, asked, people, attempt }: { clientId: string; asked: Level; people: TestPerson[]; attempt?: Attempt },
): Html => {
  const { login } = words[language]
  const problem = attempt && login.problems[attempt.problem]
  const chosenPid = attempt?.pid || people[0]?.pid
  const chosenLevel = attempt?.level || asked
  const badPid = attempt?.problem === 'pid'

  const person = ({ name, pid }: TestPerson) => html`<label class="choice">
<input type="radio" name="pid" value="${pid}" ${chosenPid === pid ? 'checked' : ''}>
<span>${name}<br><span class="hint">${pid}</span></span>
</label>`

  const level = (one: Level) => html`<label class="choice">
<input type="radio" name="level" value="${one}" ${chosenLevel === one ? 'checked' : ''}>
<span>${login.levels[one]}${one === asked ? ` (${login.asked})` : ''}</span>
</label>`

  return page(
    language,
    problem ? `${login.error}: ${login.title}` : login.title,
    html`<h1>${login.title}</h1>
<p>${login.asks} <strong>${clientId}</strong></p>
${problem ? html`<p class="problem" role="alert" id="problem">${problem}</p>` : ''}
<form method="post">
<fieldset>
<legend>${login.person}</legend>
${people.map(person)}
<label class="label" for="other_pid">${login.other}</label>
<p class="hint" id="other_pid_hint">${login.otherHint}</p>
<input type="text" id="other_pid" name="other_pid" inputmode="numeric" autocomplete="off" value="${attempt?.other ?? ''}"
aria-describedby="other_pid_hint${badPid ? ' problem' : ''}" ${badPid ? 'aria-invalid=true' : ''}>
</fieldset>
<fieldset ${attempt?.problem === 'level' ? 'aria-describedby=problem' : ''}>
<legend>${login.level}</legend>
${LEVELS.map(level)}
</fieldset>
<button name="action" value="login">${login.submit}</button>
<button name="action" value="cancel">${login.cancel}</button>
</form>`,
  )
}
