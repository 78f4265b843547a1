import { routes as belongingHelp } from '../commands/belonging/help.ts'
import { routes as belongingLanguage } from '../commands/belonging/language.ts'
import { routes as belongingWhoami } from '../commands/belonging/whoami.ts'
import { routes as clientBrowse } from '../commands/client/browse.ts'
import { routes as clientCreate } from '../commands/client/create.ts'
import { routes as clientDeactivate } from '../commands/client/deactivate.ts'
import { routes as clientHelp } from '../commands/client/help.ts'
import { routes as clientKeys } from '../commands/client/keys.ts'
import { routes as clientList } from '../commands/client/list.ts'
import { routes as clientNew } from '../commands/client/new.ts'
import { routes as clientSecret } from '../commands/client/secret.ts'
import { routes as clientShow } from '../commands/client/show.ts'
import { routes as contactNotBuilt } from '../commands/contact/not-built.ts'
import { routes as home } from '../commands/home/home.ts'
import { routes as incidentNotBuilt } from '../commands/incident/not-built.ts'
import { routes as orderNotBuilt } from '../commands/order/not-built.ts'
import { routes as userChanged } from './events/user-changed.ts'
import type { Route } from './slack/route.ts'

/** Every route of the bot: an explicit list, so that types check it and readers find it. */
export const routes: readonly Route[] = [
  ...belongingHelp,
  ...belongingLanguage,
  ...belongingWhoami,
  ...clientBrowse,
  ...clientCreate,
  ...clientDeactivate,
  ...clientHelp,
  ...clientKeys,
  ...clientList,
  ...clientNew,
  ...clientSecret,
  ...clientShow,
  ...contactNotBuilt,
  ...home,
  ...incidentNotBuilt,
  ...orderNotBuilt,
  ...userChanged,
]
