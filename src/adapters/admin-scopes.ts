/** What an admin client needs for its own organisation's clients (digdir.md 2.1); one token serves reading as well. */
export const OWN_SCOPES = ['idporten:dcr.write', 'idporten:dcr.read']

/** What it needs for other organisations' clients, all operations included. */
export const SUPPLIER_SCOPES = ['idporten:dcr.supplier']
