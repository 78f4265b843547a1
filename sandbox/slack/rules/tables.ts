import { type BlockKind, block } from './block.ts'
import { limits } from './limits.ts'
import { richTextValue } from './rich-text.ts'
import { fault, isObject, type Rule } from './rule.ts'
import { type AcrossRule, chosenByType, list, shape, typed } from './shapes.ts'
import { boolean, integer, lengthOf, number, oneOf, string } from './values.ts'

const raw: Readonly<Record<string, Rule>> = {
  raw_text: typed('raw_text', { text: string() }),
  raw_number: typed('raw_number', { value: number, text: string() }),
}
const plainCell = chosenByType((type) => (Object.hasOwn(raw, type) ? raw[type] : undefined))
const cell = chosenByType((type) =>
  type === 'rich_text' ? richTextValue : Object.hasOwn(raw, type) ? raw[type] : undefined,
)

/** One table of either kind per message; Slack has a code of its own for the second (see message.ts). */
const countTable: AcrossRule = (_fields, _at, sheet) => {
  sheet.tables += 1
}

const column = shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean })
/** A column without settings is `null`. */
const columnOrNull: Rule = (value, at, sheet) => {
  if (value !== null) column(value, at, sheet)
}

const headerRow = list(plainCell, limits.dataTable.columns)
const bodyRow = list(cell, limits.dataTable.columns)
const anyRows = list(() => {}, limits.dataTable.rows, limits.dataTable.rowsFrom)
/** The first row names the columns and takes no rich text; the others are as wide as it. */
const dataRows: Rule = (value, at, sheet) => {
  anyRows(value, at, sheet)
  if (!Array.isArray(value)) return
  for (const [i, row] of value.entries()) {
    const rule = i === 0 ? headerRow : bodyRow
    rule(row, `${at}/${i}`, sheet)
    if (Array.isArray(row) && Array.isArray(value[0]) && row.length !== value[0].length)
      fault(sheet, `${at}/${i}`, 'must have as many cells as the first row')
  }
}

const charactersIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + charactersIn(one), 0)
  if (!isObject(value)) return 0
  const own = typeof value.text === 'string' ? lengthOf(value.text) : 0
  return own + charactersIn(value.elements)
}
const totalCharacters: AcrossRule = (fields, at, sheet) => {
  const { characters } = limits.dataTable
  if (charactersIn(fields.rows) > characters)
    fault(sheet, `${at}/rows`, `must be less than ${characters + 1} characters`)
}

export const tableBlocks: Readonly<Record<string, BlockKind>> = {
  table: {
    surfaces: ['message'],
    rule: block(
      'table',
      { rows: list(list(cell, limits.table.cells), limits.table.rows) },
      { column_settings: list(columnOrNull, limits.table.columnSettings) },
      countTable,
    ),
  },
  data_table: {
    surfaces: ['message'],
    rule: block(
      'data_table',
      { caption: string(), rows: dataRows },
      {
        page_size: integer(1, limits.dataTable.pageSize),
        row_header_column_index: integer(0, limits.dataTable.columns - 1),
      },
      countTable,
      totalCharacters,
    ),
  },
}
