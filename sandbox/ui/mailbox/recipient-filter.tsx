import { useContext, useId } from 'preact/hooks'
import type { MailHead } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'

type Props = { mails: MailHead[]; recipient: string; onRecipient: (address: string) => void }

/** Of all mail, that for one address: a person's, or one that nobody here has, such as the service desk's. */
export function RecipientFilter({ mails, recipient, onRecipient }: Props) {
  const { world } = useContext(Workspace)
  const id = useId()
  const addresses = [...new Set(mails.flatMap(({ recipients }) => recipients))].sort()
  const nameOf = (address: string) =>
    world.people.find(({ email }) => email?.toLowerCase() === address.toLowerCase())?.name
  return (
    <div class="mail-filter">
      <label for={id}>For</label>
      <select id={id} class="field" value={recipient} onChange={(event) => onRecipient(event.currentTarget.value)}>
        <option value="">Everybody</option>
        {addresses.map((address) => {
          const name = nameOf(address)
          return (
            <option key={address} value={address}>
              {name ? `${name} (${address})` : address}
            </option>
          )
        })}
      </select>
    </div>
  )
}
