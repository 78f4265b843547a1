import { html } from 'hono/html'

/** As much of what was handed out as somebody types into the bot's page. */
type Handed = { environment: 'test' | 'prod'; clientId: string; privateJwk: string }

const names = { test: 'Test', prod: 'Production' } as const

const one = ({ environment, clientId, privateJwk }: Handed) => html`<h2>${names[environment]}</h2>
<p><label for="id-${environment}">Client id</label><br>
<input id="id-${environment}" value="${clientId}" size="40" readonly></p>
<p><label for="key-${environment}">Private key (JWK)</label><br>
<textarea id="key-${environment}" rows="6" cols="80" readonly>${privateJwk}</textarea></p>`

/** What Digdir handed out to an organisation, to be copied: the client's id, and the key that is registered on it. */
export const handedOutPage = (organisation: string, all: readonly Handed[]) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Handed out by Digdir</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem">
<h1>Handed out by Digdir (sandbox)</h1>
<p>An admin client of its own for ${organisation}. Its admin can give it to Portvakt: /portvakt admin, then “Own admin client”.</p>
${all.map(one)}
</body>
</html>`
