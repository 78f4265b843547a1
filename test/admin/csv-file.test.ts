import { expect, it } from 'vitest'
import { type SplitCsv, splitCsv } from '../../src/admin/csv-file.ts'

const header = 'name,phone,note'

/** What was read, as `line: fields`, and what was not. */
const read = ({ rows, faults }: SplitCsv) => [
  ...rows.map(({ line, values }) => `${line}: ${Object.values(values).join('|')}`),
  ...faults.map(({ what }) => what),
]
const unmatched = (line: number) => `line ${line}: the quotes do not match`

it.each<[string, string[], string[]]>([
  ['nothing', [], []],
  ['a quote that never ends', [header, '1,"x,3', '4,5,6'], ['3: 4|5|6', unmatched(2)]],
  ['one that never ends before other quotes', [header, '1,"x,3', '4,"5",6'], ['3: 4|5|6', unmatched(2)]],
  ['one on the last line', [header, '4,5,6', '1,x,"3'], ['2: 4|5|6', unmatched(3)]],
  ['one that never ends, twice', [header, '"1,x,3', '4,5,6', '7,8,"'], ['3: 4|5|6', unmatched(2), unmatched(4)]],
  ['words before a quote', [header, '1,x "y" z,3', '4,5,6'], ['3: 4|5|6', unmatched(2)]],
  ['words after a quote', [header, '1,"x" y,3', '', '4,5,6'], ['4: 4|5|6', unmatched(2)]],
  [
    'other faults beside it, in the order of the file',
    [header, '1,2', '3,"4,5', '6', '7,8,9'],
    ['5: 7|8|9', 'line 2: 2 fields where the header has 3', unmatched(3), 'line 4: 1 fields where the header has 3'],
  ],
  ['a field of several lines', [header, '1,"2', 'and 3",4', '5,6,7'], ['2: 1|2\nand 3|4', '4: 5|6|7']],
  [
    'that among unmatched ones',
    [header, '"0,1,2', '1,"2', 'and 3",4', '5,6,"7'],
    ['3: 1|2\nand 3|4', unmatched(2), unmatched(5)],
  ],
  ['a quote in quotes', [header, '1,"say ""hi""",3'], ['2: 1|say "hi"|3']],
  ['a header that can’t be read', ['name,"phone,note', '1,2,3'], [unmatched(1)]],
])('%s: every line is read or named by its number in the file', (_, lines, expected) => {
  for (const end of ['\n', '\r\n', '\r']) {
    expect(read(splitCsv(lines.join(end)))).toEqual(expected)
    expect(read(splitCsv(`\uFEFF${lines.join(end)}${end}`))).toEqual(expected)
  }
})
