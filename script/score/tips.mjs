// Scores `bin/lienphong signal read --text-file F --json` on labelled tips. Usage, from the project's root: node script/score/tips.mjs FILE.jsonl [--min F1] [--bared SHARE] [-v]
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
const [file] = process.argv.slice(2), i = process.argv.indexOf('--min'), min = i < 0 ? 0 : Number(process.argv[i + 1]), verbose = process.argv.includes('-v'), b = process.argv.indexOf('--bared'), baredMax = b < 0 ? 1 : Number(process.argv[b + 1])
const dir = mkdtempSync(join(tmpdir(), 'tips-'))
let tp = 0, fp = 0, fn = 0, typeOk = 0, urgOk = 0, n = 0, own = 0, bared = 0
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const gold = JSON.parse(line), f = join(dir, gold.id + '.txt'); writeFileSync(f, gold.text); n++
  const r = spawnSync('bin/lienphong', ['signal', 'read', '--text-file', f, '--json'], { encoding: 'utf8', timeout: 20000 })
  let got; try { got = JSON.parse(r.stdout) } catch { got = { identifiers: [] } }
  const set = d => new Set((d.identifiers ?? []).filter(x => x.role === 'suspect').map(x => (x.kind + ' ' + x.value).toLowerCase().replace(/ (https?|hxxps?):\/\//, ' ').replace(/\/$/, '')))
  const g = set(gold), m = set(got)
  // A reporter's or victim's own identifier taken for a suspect's would be shown and shared: counted apart.
  for (const x of gold.identifiers.filter(x => x.role === 'reporter' || x.role === 'victim')) { own++; if (m.has((x.kind + ' ' + x.value).toLowerCase())) { bared++; if (verbose) console.log(gold.id, 'bared', x.kind, x.value) } }
  for (const x of g) if (m.has(x)) tp++; else { fn++; if (verbose) console.log(gold.id, 'missed', x) }
  for (const x of m) if (!g.has(x)) { fp++; if (verbose) console.log(gold.id, 'extra', x) }
  if (got.type === gold.type) typeOk++; if (got.urgency === gold.urgency) urgOk++
}
const p = tp / (tp + fp || 1), r = tp / (tp + fn || 1), f1 = 2 * p * r / (p + r || 1)
console.log(`tips ${n} suspect F1 ${f1.toFixed(3)} (P ${p.toFixed(2)} R ${r.toFixed(2)}) type ${(typeOk / n).toFixed(2)} urgency ${(urgOk / n).toFixed(2)} own taken for a suspect's ${bared}/${own}`)
process.exit(n && f1 >= min && bared <= baredMax * own ? 0 : 1)
