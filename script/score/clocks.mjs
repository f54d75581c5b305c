// Scores `bin/lienphong clock due` on labelled deadlines. Usage: node script/score/clocks.mjs FILE.csv
// Columns: id,rule_id,start,events,due,explanation. `events` is passed through as --events (see the data's README).
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
const parse = s => { const rows = []; let row = [], cell = '', q = false
  for (let i = 0; i < s.length; i++) { const c = s[i]
    if (q) { if (c === '"' && s[i + 1] === '"') { cell += '"'; i++ } else if (c === '"') q = false; else cell += c }
    else if (c === '"') q = true; else if (c === ',') { row.push(cell); cell = '' } else if (c === '\n') { row.push(cell); rows.push(row); row = []; cell = '' } else if (c !== '\r') cell += c }
  if (cell || row.length) { row.push(cell); rows.push(row) } return rows }
const [head, ...rows] = parse(readFileSync(process.argv[2], 'utf8')), col = n => head.indexOf(n), bad = []
for (const r of rows.filter(r => r.length > 3)) {
  const a = ['clock', 'due', '--rule', r[col('rule_id')], '--from', r[col('start')], '--json']
  if (col('events') >= 0 && r[col('events')]) a.push('--events', r[col('events')])
  const out = spawnSync('bin/lienphong', a, { encoding: 'utf8', timeout: 20000 })
  let got; try { got = JSON.parse(out.stdout) } catch { got = {} }
  if (String(got.due ?? '').slice(0, 16).replace(' ', 'T') !== r[col('due')].slice(0, 16).replace(' ', 'T') && String(got.due ?? '').slice(0, 10) !== r[col('due')]) bad.push(`${r[col('id')]}: ${got.due} not ${r[col('due')]}`)
}
if (process.argv.includes('-v')) bad.forEach(b => console.log(b))
console.log(`deadlines right ${rows.length - bad.length}/${rows.length}${bad.length ? '; first wrong ' + bad[0] : ''}`)
process.exit(bad.length ? 1 : 0)
