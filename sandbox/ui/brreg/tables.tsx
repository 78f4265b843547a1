import type { ComponentChildren } from 'preact'
import type { DeskBrreg, RegisterExample } from '../../protocol.ts'
import './tables.css'

/** Who is there in TT02, and how one logs in as them. */
export function Tt02Tables({ tt02 }: { tt02: DeskBrreg['tt02'] }) {
  const nameOf = (number: string) => tt02.enterprises.find((one) => one.number === number)?.name ?? number
  return (
    <div class="desk-tables">
      <Table
        caption="Enterprises in TT02"
        heads={['Number', 'Name', 'How it came there']}
        rows={tt02.enterprises.map(({ number, name, fictional }) => [
          number,
          name,
          fictional ? 'Made by brreg for an order: exists in test alone' : 'Read in from production',
        ])}
        empty="Nobody is in TT02. Deliver an order, and its companies are read in."
      />
      <Table
        caption="Fictional persons in TT02"
        heads={['National identity number', 'Name', 'Represents']}
        rows={tt02.persons.map(({ pid, name, represents }) => [pid, name, represents.map(nameOf).join(', ')])}
        empty="Nobody can log in to TT02 yet."
      />
    </div>
  )
}

/** Numbers of Enhetsregisteret, one for each thing that a look-up can meet. */
export function ExampleTable({ examples }: { examples: RegisterExample[] }) {
  return (
    <div class="desk-tables">
      <Table
        caption="Organisation numbers to try"
        heads={['Number', 'Name', 'What a look-up meets']}
        rows={examples.map(({ number, name, what }) => [number, name || '–', what])}
        empty="There is no Enhetsregisteret here."
      />
    </div>
  )
}

type TableProps = { caption: string; heads: string[]; rows: string[][]; empty: string }

function Table({ caption, heads, rows, empty }: TableProps): ComponentChildren {
  if (rows.length === 0)
    return (
      <section class="desk-empty">
        <h2>{caption}</h2>
        <p>{empty}</p>
      </section>
    )
  return (
    <table class="desk-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]}>
            {cells.map((cell, at) => (
              <td key={heads[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
