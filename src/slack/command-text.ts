/** What a command's row gets: the words after the sub-command, and the same as one string. */
export type CommandInput = { words: string[]; rest: string }

/** Norwegian sub-words (design section 3) and the usual other spellings, by their English name. */
const synonyms = new Map(
  Object.entries({
    ny: 'new',
    nytt: 'new',
    opprett: 'new',
    create: 'new',
    liste: 'list',
    ls: 'list',
    vis: 'show',
    endre: 'edit',
    legg: 'add',
    'legg-til': 'add',
    leggtil: 'add',
    fjern: 'remove',
    slett: 'remove',
    bekreft: 'confirm',
    faktura: 'invoice',
    nøkler: 'keys',
    nokler: 'keys',
    nøkkel: 'keys',
    key: 'keys',
    hemmelighet: 'secret',
    kopier: 'copy',
    deaktiver: 'deactivate',
    oppdater: 'update',
    løst: 'resolve',
    løs: 'resolve',
    øvelse: 'drill',
    hjelp: 'help',
    '?': 'help',
    språk: 'language',
    hvemerjeg: 'whoami',
    klient: 'client',
    klienter: 'client',
    clients: 'client',
    kontakter: 'contacts',
    testtilgang: 'test-access',
    hendelse: 'incident',
  }),
)

/** Invisible and no-break characters that phones and copied text bring along. */
const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g
const spaces = /[\s\u00A0\u202F\u2007]+/g

/** Smart quotes and dashes that phones type for plain ones; quotes around a word are dropped. */
const plain = (word: string): string => word.replace(/[‐‑‒–—]/g, '-').replace(/^[«»"“”„'‘’`]+|[«»"“”„'‘’`]+$/g, '')

/**
 * Takes a command's text apart: NFC, spaces folded, smart quotes and dashes made plain, the sub-word in English and
 * lower case.
 *
 * @returns `sub` is `''` for a command alone; `input` holds what follows it, in the letters that were typed
 */
export const readCommandText = (text: string): { sub: string; input: CommandInput } => {
  // one plain word needs no mending, and is most of what is typed
  if (/^[a-z-]{1,20}$/.test(text)) return { sub: synonyms.get(text) ?? text, input: { words: [], rest: '' } }
  const words = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(spaces, ' ')
    .trim()
    .split(' ')
    .map(plain)
    .filter((word) => word !== '')
  const [first, ...others] = words
  if (first === undefined) return { sub: '', input: { words: [], rest: '' } }
  const lower = first.toLowerCase()
  return { sub: synonyms.get(lower) ?? lower, input: { words: others, rest: others.join(' ') } }
}
