import { domainToUnicode } from 'node:url'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { ContactReads } from '../domain/contact/store.ts'
import { contactsOfRows, selectContacts } from './contacts-row.ts'
import type { Ground } from './engine.ts'
import { fold, searchTerms, typedWords } from './fold.ts'
import { inBatches } from './prepared.ts'
import { idOf } from './typed-ids.ts'

// a page is seldom longer
const batch = 500

/** The address with its domain in letters, as somebody may type it. */
const spelled = (email: string): string => {
  const at = email.lastIndexOf('@') + 1
  return email.includes('xn--', at) ? fold(email.slice(0, at) + domainToUnicode(email.slice(at))) : email
}

/** Whether every word that was typed begins a word of the name or the address, or is the id. */
const matcher = (words: string[]): ((contact: { id: string; name: string; email: string }) => boolean) => {
  return ({ id, name, email }) => {
    // the id among them is never a prefix: CON-1 is not CON-12
    const terms = [...searchTerms(name, email), spelled(email)]
    return words.every((word) => idOf(word) === id || terms.some((term) => term.startsWith(word)))
  }
}

/**
 * The search of `ContactReads.contacts`. An organisation has few contacts, so words are looked for among all of them;
 * only the page that is shown is read whole.
 */
export const searchContacts = (ground: Pick<Ground, 'db' | 'tables'>): ContactReads['contacts'] => {
  const { contacts } = ground.tables
  const { id, nameFolded, emailFolded } = contacts
  return async ({ organisationNumber, text = '', page, size }) => {
    const ofOrganisation = eq(contacts.organisationNumber, organisationNumber)
    const words = typedWords(text)
    if (words.length === 0) {
      const [rows, [counted]] = await Promise.all([
        selectContacts(ground)
          .where(ofOrganisation)
          .orderBy(nameFolded, emailFolded)
          .limit(size)
          .offset(page * size),
        ground.db.select({ count: sql<number>`cast(count(*) as integer)` }).from(contacts).where(ofOrganisation),
      ])
      return { rows: contactsOfRows(rows), total: counted?.count ?? 0 }
    }
    const all = await ground.db
      .select({ id, name: contacts.name, email: emailFolded })
      .from(contacts)
      .where(ofOrganisation)
      .orderBy(asc(nameFolded), asc(emailFolded))
    const hits = all.filter(matcher(words))
    const shown = hits.slice(page * size, (page + 1) * size).map((hit) => hit.id)
    const found = []
    for (const part of inBatches(shown, batch)) found.push(...(await selectContacts(ground).where(inArray(id, part))))
    const byId = new Map(contactsOfRows(found).map((contact) => [contact.id, contact]))
    return { rows: shown.flatMap((one) => byId.get(one) ?? []), total: hits.length }
  }
}
