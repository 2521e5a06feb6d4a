/**
 * Statements over rows that are given as one JSON parameter, however many they are: each row is `value`, its place
 * `key`. The table of one row needs no json_each, whose every row D1 would count, and bill, as read.
 */

/** A query in which `{rows}` is the table of these rows. */
export function queryRows(d1: D1Database, query: string, rows: object[]): D1PreparedStatement {
  const [only, ...more] = rows
  return only && more.length === 0
    ? d1.prepare(query.replace('{rows}', '(SELECT 0 AS key, ?1 AS value)')).bind(JSON.stringify(only))
    : d1.prepare(query.replace('{rows}', 'json_each(?1)')).bind(JSON.stringify(rows))
}

/** An INSERT of `members` of these rows, in the order of its columns. */
export function insertRows(
  d1: D1Database,
  { insert, members, conflict = '' }: { insert: string; members: string[]; conflict?: string },
  rows: object[],
): D1PreparedStatement {
  const [only, ...more] = rows
  const list = (row: string) => members.map((member) => `${row} ->> '${member}'`).join(', ')
  if (only && more.length === 0)
    return d1.prepare(`${insert} VALUES (${list('?1')}) ${conflict}`).bind(JSON.stringify(only))
  // An upsert after SELECT needs a WHERE, or SQLite reads ON as a join's.
  const select = `SELECT ${list('value')} FROM json_each(?1) WHERE true`
  return d1.prepare(`${insert} ${select} ${conflict}`).bind(JSON.stringify(rows))
}
