import { routes as auditBrowse } from '../commands/audit/browse.ts'
import { routes as auditLine } from '../commands/audit/line.ts'
import { routes as auditMenus } from '../commands/audit/menus.ts'
import { routes as belongingAddressLink } from '../commands/belonging/address-link.ts'
import { routes as belongingAdminAssign } from '../commands/belonging/admin/assign.ts'
import { routes as belongingAdminClearances } from '../commands/belonging/admin/clearances.ts'
import { routes as belongingAdminOpen } from '../commands/belonging/admin/open.ts'
import { routes as belongingAdminOperators } from '../commands/belonging/admin/operators.ts'
import { routes as belongingAdminOrganisation } from '../commands/belonging/admin/organisation.ts'
import { routes as belongingAdminOrganisationChannel } from '../commands/belonging/admin/organisation-channel.ts'
import { routes as belongingAdminOrganisationEdit } from '../commands/belonging/admin/organisation-edit.ts'
import { routes as belongingAdminOrganisationNew } from '../commands/belonging/admin/organisation-new.ts'
import { routes as belongingAdminOrganisations } from '../commands/belonging/admin/organisations.ts'
import { routes as belongingAdminOwnClient } from '../commands/belonging/admin/own-client.ts'
import { routes as belongingAdminPeople } from '../commands/belonging/admin/people.ts'
import { routes as belongingAdminPerson } from '../commands/belonging/admin/person.ts'
import { routes as belongingAdminUndo } from '../commands/belonging/admin/undo.ts'
import { routes as belongingAskClearance } from '../commands/belonging/ask-clearance.ts'
import { routes as belongingDecideClearance } from '../commands/belonging/decide-clearance.ts'
import { routes as belongingDecideMembership } from '../commands/belonging/decide-membership.ts'
import { routes as belongingHelp } from '../commands/belonging/help.ts'
import { routes as belongingLanguage } from '../commands/belonging/language.ts'
import { routes as belongingPickOrganisation } from '../commands/belonging/pick-organisation.ts'
import { routes as belongingServiceDesk } from '../commands/belonging/service-desk.ts'
import { routes as belongingServiceDeskThread } from '../commands/belonging/service-desk-thread.ts'
import { routes as belongingSwitch } from '../commands/belonging/switch.ts'
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
import { routes as contactAllReach } from '../commands/contact/all-reach.ts'
import { routes as contactBrowse } from '../commands/contact/browse.ts'
import { routes as contactConfirm } from '../commands/contact/confirm.ts'
import { routes as contactEdit } from '../commands/contact/edit.ts'
import { routes as contactHelp } from '../commands/contact/help.ts'
import { routes as contactInvoice } from '../commands/contact/invoice.ts'
import { routes as contactList } from '../commands/contact/list.ts'
import { routes as contactOfClient } from '../commands/contact/of-client.ts'
import { routes as contactPaste } from '../commands/contact/paste.ts'
import { routes as contactPortal } from '../commands/contact/portal.ts'
import { routes as contactRemove } from '../commands/contact/remove.ts'
import { routes as contactSave } from '../commands/contact/save.ts'
import { routes as contactShow } from '../commands/contact/show.ts'
import { routes as contactTold } from '../commands/contact/told.ts'
import { routes as contactUndelivered } from '../commands/contact/undelivered.ts'
import { routes as contactVerify } from '../commands/contact/verify.ts'
import { routes as home } from '../commands/home/home.ts'
import { routes as incidentNotBuilt } from '../commands/incident/not-built.ts'
import { routes as orderBrowse } from '../commands/order/browse.ts'
import { routes as orderCard } from '../commands/order/card.ts'
import { routes as orderCode } from '../commands/order/code.ts'
import { routes as orderCustomer } from '../commands/order/customer.ts'
import { routes as orderDetails } from '../commands/order/details.ts'
import { routes as orderExport } from '../commands/order/export.ts'
import { routes as orderHandOver } from '../commands/order/hand-over.ts'
import { routes as orderHelp } from '../commands/order/help.ts'
import { routes as orderHistory } from '../commands/order/history.ts'
import { routes as orderList } from '../commands/order/list.ts'
import { routes as orderNew } from '../commands/order/new.ts'
import { routes as orderNext } from '../commands/order/next.ts'
import { routes as orderOutcome } from '../commands/order/outcome.ts'
import { routes as orderPreview } from '../commands/order/preview.ts'
import { routes as orderRecord } from '../commands/order/record.ts'
import { routes as teamJoined } from './events/team-joined.ts'
import { routes as userChanged } from './events/user-changed.ts'
import type { Route } from './slack/route.ts'

/** Every route of the bot: an explicit list, so that types check it and readers find it. */
export const routes: readonly Route[] = [
  ...auditBrowse,
  ...auditLine,
  ...auditMenus,
  ...belongingAddressLink,
  ...belongingAdminAssign,
  ...belongingAdminClearances,
  ...belongingAdminOpen,
  ...belongingAdminOperators,
  ...belongingAdminOrganisation,
  ...belongingAdminOrganisationChannel,
  ...belongingAdminOrganisationEdit,
  ...belongingAdminOrganisationNew,
  ...belongingAdminOrganisations,
  ...belongingAdminOwnClient,
  ...belongingAdminPeople,
  ...belongingAdminPerson,
  ...belongingAdminUndo,
  ...belongingAskClearance,
  ...belongingDecideClearance,
  ...belongingDecideMembership,
  ...belongingHelp,
  ...belongingLanguage,
  ...belongingPickOrganisation,
  ...belongingServiceDesk,
  ...belongingServiceDeskThread,
  ...belongingSwitch,
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
  ...contactInvoice,
  ...contactTold,
  ...contactUndelivered,
  ...contactAllReach,
  ...contactBrowse,
  ...contactConfirm,
  ...contactEdit,
  ...contactHelp,
  ...contactList,
  ...contactOfClient,
  ...contactPaste,
  ...contactPortal,
  ...contactRemove,
  ...contactSave,
  ...contactShow,
  ...contactVerify,
  ...home,
  ...incidentNotBuilt,
  ...orderBrowse,
  ...orderCard,
  ...orderCode,
  ...orderCustomer,
  ...orderDetails,
  ...orderExport,
  ...orderHandOver,
  ...orderHelp,
  ...orderHistory,
  ...orderList,
  ...orderNew,
  ...orderNext,
  ...orderOutcome,
  ...orderPreview,
  ...orderRecord,
  ...teamJoined,
  ...userChanged,
]
