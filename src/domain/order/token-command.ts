import { audienceOf } from './next-steps.ts'

/** What a token is asked for with. */
export type TokenAsked = {
  issuer: string
  tokenEndpoint: string
  clientId: string
  /** of the key that the client has registered */
  kid: string
  /** the whole name */
  scope: string
  /** null: direct access */
  consumerOrg: string | null
}

/** One word of a POSIX shell, whatever is in it (IEEE 1003.1, 2.2.2). */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/**
 * A POSIX shell snippet that fetches a token with the owner's key, by openssl and curl; the key stays where it is, and the
 * path of its PEM file is read from `KEY`. It runs in a shell of its own, so that pasting it closes no terminal.
 *
 * It prints one line that may be pasted anywhere: the token's header and payload without its signature, which opens
 * nothing, or Maskinporten's refusal as it came. What goes wrong before that stands on standard error.
 */
export const tokenCommand = ({ issuer, tokenEndpoint, clientId, kid, scope, consumerOrg }: TokenAsked): string => {
  const header = JSON.stringify({ alg: 'RS256', typ: 'JWT', kid })
  const claims = JSON.stringify({
    aud: audienceOf(issuer),
    iss: clientId,
    scope,
    ...(consumerOrg !== null && { consumer_org: consumerOrg }),
  })
  // the claims that are new each time follow on those that are known now
  const known = claims.slice(0, -1)
  return `(
KEY="\${KEY:-private.pem}"
[ -r "$KEY" ] || { echo "KEY=$KEY: no such file" >&2; exit 1; }
b64() { openssl base64 -A | tr '+/' '-_' | tr -d '=\\n'; }
now=$(date +%s)
head=$(printf '%s' ${word(header)} | b64)
body=$(printf '%s,"iat":%s,"exp":%s,"jti":"%s"}' ${word(known)} "$now" "$((now + 100))" "$(openssl rand -hex 16)" | b64)
sig=$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -sign "$KEY" -binary | b64)
[ -n "$sig" ] || { echo "KEY=$KEY: openssl cannot sign with it" >&2; exit 1; }
answer=$(printf 'grant_type=%s&assertion=%s' urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer "$head.$body.$sig" |
  curl -sS --max-time 30 --data-binary @- ${word(tokenEndpoint)} | tr -d '\\r\\n')
[ -n "$answer" ] || exit 1
token=$(printf '%s' "$answer" | sed -n 's/.*"access_token"[[:space:]]*:[[:space:]]*"\\([^".]*\\.[^".]*\\)\\.[^"]*".*/\\1/p')
printf '%s\\n' "\${token:-$answer}"
)`
}
