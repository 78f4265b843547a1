import type { OrderFault, OrderFaultCode, OrderWarning } from '../../src/domain/order/fields.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'

/** Codes that come from a contact's own rules: `email-form` is `form` of the rules for addresses. */
const ofContact = (t: Text, code: OrderFaultCode): string | undefined => {
  const { names, emails, phones } = t.order.form.faults
  const [kind, ...rest] = code.split('-')
  const words: Record<string, Record<string, string>> = { name: names, email: emails, phone: phones }
  return words[kind ?? '']?.[rest.join('-')]
}

/** Why a field can't be used, in words: what is wrong, and what to write instead. */
export const orderFaultWords = (t: Text, { code, instead = null, basis }: OrderFault): string => {
  const words = t.order.form.faults
  if (code === 'sub-unit') return words['sub-unit']({ instead })
  if (code === 'letter-other')
    return words['letter-other']({
      basis: basis === undefined ? null : t.order.form.fields.legal_basis.options[basis].label,
    })
  const plain: Partial<Record<OrderFaultCode, unknown>> = words
  const own = plain[code]
  return typeof own === 'string' ? own : (ofContact(t, code) ?? words.other)
}

/** What to look at twice, in words; with the field it is about in front. */
export const orderWarningWords = (t: Text, warning: OrderWarning): string => {
  const words = t.order.form.warnings
  if (warning.code === 'duplicate') return words.duplicate({ ids: warning.ids })
  if (warning.code === 'already-granted') return words['already-granted']({ id: warning.id })
  const what =
    warning.code === 'name-differs'
      ? words['name-differs']({ registered: cut(warning.registered, 180) })
      : words[warning.code]
  return `${t.order.form.fields[warning.field].label}: ${what}`
}
