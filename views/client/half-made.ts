import type { Environment } from '../../src/domain/client/types.ts'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { serviceDeskAsk } from '../belonging/service-desk-ask.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, named, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { clientCreated } from './created.ts'
import { changeValue, clientValue } from './values.ts'

const id = 'client-half-made'
const actions = { resume: 'client-half-made.resume', show: 'client-half-made.show' } as const

export type ClientHalfMadeData = {
  environment: Environment
  client_id: string
  client_name: string
  /** the change that can be carried on */
  change: string
  /** why the key did not come along */
  failure: { code: ErrorCode; details: ErrorDetails } | null
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
  /** the login that approved it is too old to go on with: the key gets a change of its own */
  late?: boolean
}

/** The client exists, its key failed: what is there, what is missing, and the button that finishes it. */
const render = (t: Text, data: ClientHalfMadeData): Shown => {
  const { environment, client_id, client_name: name, failure, serviceDesk, late = false } = data
  const ref = clientValue.write({ environment, client_id })
  const why = failure === null ? null : t.errors[failure.code]({ ...failure.details, serviceDesk })
  const body = t.client.halfMade.body({ name })
  return shown({
    id,
    title: t.client.halfMade.title,
    environment,
    close: t.common.close,
    summary: body,
    blocks: [
      section(mrkdwn`:warning: ${body}`),
      section(
        stacked([
          mrkdwn`:white_check_mark: ${t.client.halfMade.there}`,
          mrkdwn`:x: ${t.client.halfMade.missing}`,
          named(t.client.created.clientId, inCode(client_id)),
        ]),
      ),
      ...(why === null ? [] : [section(`${why.what} ${why.next}`)]),
      ...(failure?.details.correlationId
        ? [context(t.common.digdirReference({ id: failure.details.correlationId }))]
        : []),
      ...actionRow(
        late
          ? button({ id: clientCreated.actions.addKey, text: t.client.halfMade.resume, value: ref, style: 'primary' })
          : button({
              id: actions.resume,
              text: t.client.halfMade.resume,
              value: changeValue.write({ change: data.change }),
              style: 'primary',
            }),
        button({ id: actions.show, text: t.client.created.show, value: ref }),
        serviceDeskAsk.askButton(t, failure && { code: failure.code, digdir: failure.details.correlationId }),
      ),
      context(late ? t.client.production.late.halfMade : t.client.halfMade.safe),
    ],
  })
}

export const clientHalfMade = { id, actions, render }
