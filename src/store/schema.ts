import type { Kit } from './kit.sqlite.ts'
import { auditTables } from './tables/audit.ts'
import { changeTables } from './tables/changes.ts'
import { contactTables } from './tables/contacts.ts'
import { deliveryTables } from './tables/deliveries.ts'
import { loginTables } from './tables/logins.ts'
import { orderTables } from './tables/orders.ts'
import { organisationTables } from './tables/organisations.ts'
import { registrationTables } from './tables/registrations.ts'
import { roundTables } from './tables/rounds.ts'

/** All tables (design section 5), made of the columns of one engine. */
export const schema = (kit: Kit) => ({
  ...organisationTables(kit),
  ...registrationTables(kit),
  ...changeTables(kit),
  ...loginTables(kit),
  ...deliveryTables(kit),
  ...auditTables(kit),
  ...contactTables(kit),
  ...orderTables(kit),
  ...roundTables(kit),
})

export type Tables = ReturnType<typeof schema>
