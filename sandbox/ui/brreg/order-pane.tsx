import { useContext, useEffect, useRef } from 'preact/hooks'
import type { DeskOrder, MailAddress, OrderLetter, Party } from '../../protocol.ts'
import { LetterText } from '../mailbox/letter-text.tsx'
import { longTime } from '../mailbox/mail-time.ts'
import { Workspace } from '../workspace.ts'
import { AnswerForm } from './answer-form.tsx'
import { kindOf, notesOn, stateWords } from './words.ts'

/** One order: what was read out of it, its mails, and the answer that one gives. */
export function OrderPane({ order, onBack }: { order: DeskOrder; onBack: () => void }) {
  const last = order.letters.length - 1
  return (
    <article class="letter order" aria-label={`${order.id}, ${kindOf(order)}`} data-region tabIndex={-1}>
      <header class="letter-head order-head">
        <button type="button" class="button letter-back" onClick={onBack}>
          ← All orders
        </button>
        <h2>
          {order.id} · {kindOf(order)}{' '}
          <span class={`order-state order-${order.state}`} role="status">
            {stateWords[order.state]}
          </span>
        </h2>
        <dl class="letter-lines">
          <Line name="Orders" words={partyWords(order.orderer)} />
          {order.kind === 'existing' && <Line name="Customer" words={partyWords(order.customer)} />}
          {order.kind === 'existing' && (
            <Line name="Customer’s scopes in test" words={order.customerScopes.join(', ') || 'none'} />
          )}
          <Line name="Answers go to" words={[...order.replyTo, ...order.cc].map(addressWords).join(', ') || 'nobody'} />
          {order.legalBasis !== null && <Line name="Legal basis" words={order.legalBasis} />}
          {order.granted.test && <Line name="Given in test" words={order.granted.test} />}
          {order.granted.prod && <Line name="Given in production" words={order.granted.prod} />}
          {order.made?.enterprise && <Line name="Made in TT02" words={partyWords(order.made.enterprise)} />}
          {order.made && <Line name="Logs in there" words={`${order.made.person.name}, ${order.made.person.pid}`} />}
        </dl>
        {notesOn(order).map(({ level, words }) => (
          <p key={words} class={level === 'wrong' ? 'letter-problems' : 'order-note'}>
            {words}
          </p>
        ))}
      </header>
      <div class="order-body">
        {order.letters.map((letter, at) => (
          <Letter key={`${order.id} ${at}`} letter={letter} open={at === last} />
        ))}
        <AnswerForm key={`${order.id} ${order.state} ${order.letters.length}`} order={order} />
      </div>
    </article>
  )
}

function Letter({ letter, open }: { letter: OrderLetter; open: boolean }) {
  const { timeZone, locale } = useContext(Workspace)
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (open) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const who = letter.way === 'in' ? `From ${addressWords(letter.from)}` : `To ${letter.to.map(addressWords).join(', ')}`
  return (
    <details ref={ref} class={`order-letter order-letter-${letter.way}`} open={open}>
      <summary>
        <span class="order-letter-who">{who}</span>
        <time class="mail-time" dateTime={new Date(letter.at).toISOString()}>
          {longTime(letter.at, { now: Date.now(), timeZone, locale })}
        </time>
        <span class="order-letter-subject">{letter.subject || 'No subject'}</span>
      </summary>
      <LetterText text={letter.text} />
    </details>
  )
}

function Line({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function partyWords(party: Party | null): string {
  return party ? `${party.name} (${party.number})` : 'not told'
}

function addressWords(address: MailAddress | null): string {
  return address?.name || address?.address || 'nobody'
}
