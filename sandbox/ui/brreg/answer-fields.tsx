import type { ComponentChildren } from 'preact'
import { useContext, useId } from 'preact/hooks'
import type { AnswerKind, AskAbout, DeskOrder, Environments, RegisterScope } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'

/** What has been filled in, whichever answer it is for. */
export type Draft = {
  scope: RegisterScope
  environments: Environments
  /** empty: the mail tells of the scope that is given */
  written: RegisterScope | ''
  about: AskAbout
  report: { status: string; code: number }
  words: string
}

const usual: RegisterScope = 'brreg:reelle/rapporteringspliktig'

/** What stands there at first: what the order itself speaks for. */
export const draftFor = (order: DeskOrder): Draft => ({
  scope: order.granted.test ?? order.granted.prod ?? order.suggested ?? usual,
  environments: order.granted.test && !order.granted.prod ? 'prod' : 'both',
  written: '',
  about: order.about,
  report: { status: '5.1.1', code: 550 },
  words: '',
})

const environments: [Environments, string][] = [
  ['both', 'Test and production'],
  ['test', 'Test'],
  ['prod', 'Production'],
]

const questions: [AskAbout, string][] = [
  ['missing', 'What is missing'],
  ['legal-basis', 'The legal basis'],
  ['no-scope', 'The customer’s own access, which is not there'],
]

const reports: [status: string, code: number, words: string][] = [
  ['5.1.1', 550, 'No such address (5.1.1)'],
  ['5.2.2', 552, 'Mailbox full (5.2.2)'],
  ['5.7.1', 554, 'Refused by policy (5.7.1)'],
  ['4.4.7', 450, 'Late, still tried (4.4.7)'],
]

type Props = { kind: AnswerKind; order: DeskOrder; draft: Draft; onDraft: (change: Partial<Draft>) => void }

/** What there is to fill in for the answer that was chosen. */
export function AnswerFields({ kind, order, draft, onDraft }: Props) {
  const { world } = useContext(Workspace)
  const scopes = world.accesses.map(({ scope }): [RegisterScope, string] => [scope, scope])
  const givesScope = kind === 'confirm' || (kind === 'deliver' && order.kind === 'fictional')
  const hasWords = kind !== 'silent' && kind !== 'bounce'
  return (
    <>
      {givesScope && (
        <div class="answer-row">
          <Choice wide label="Scope" value={draft.scope} options={scopes} onChoice={(scope) => onDraft({ scope })} />
          {kind === 'confirm' && (
            <Choice
              label="Given in"
              value={draft.environments}
              options={environments}
              onChoice={(value) => onDraft({ environments: value })}
            />
          )}
          <Choice<RegisterScope | ''>
            wide
            label="The mail tells of"
            value={draft.written}
            options={[['', 'the same scope'], ...scopes]}
            onChoice={(written) => onDraft({ written })}
          />
        </div>
      )}
      {kind === 'ask' && (
        <div class="answer-row">
          <Choice label="About" value={draft.about} options={questions} onChoice={(about) => onDraft({ about })} />
        </div>
      )}
      {kind === 'bounce' && (
        <div class="answer-row">
          <Choice
            label="Reason"
            value={draft.report.status}
            options={reports.map(([status, , words]): [string, string] => [status, words])}
            onChoice={(status) =>
              onDraft({ report: { status, code: reports.find(([one]) => one === status)?.[1] ?? 550 } })
            }
          />
        </div>
      )}
      {hasWords && (
        <Labelled label="Words of your own, before the rest (optional)">
          {(id) => (
            <textarea
              id={id}
              class="field"
              rows={2}
              maxLength={5000}
              value={draft.words}
              onInput={(event) => onDraft({ words: event.currentTarget.value })}
            />
          )}
        </Labelled>
      )}
    </>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  wide?: boolean
  value: Value
  options: readonly (readonly [Value, string])[]
  onChoice: (value: Value) => void
}

function Choice<Value extends string>({ label, wide = false, value, options, onChoice }: ChoiceProps<Value>) {
  return (
    <Labelled label={label} wide={wide}>
      {(id) => (
        <select id={id} class="field" value={value} onChange={(event) => onChoice(event.currentTarget.value as Value)}>
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

type LabelledProps = { label: string; wide?: boolean; children: (id: string) => ComponentChildren }

function Labelled({ label, wide = false, children }: LabelledProps) {
  const id = useId()
  return (
    <div class={`answer-field ${wide ? 'answer-wide' : ''}`}>
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  )
}
