// Scores `bin/lienphong letter read FILE --json` against labels. Usage: node script/score/letters.mjs DIR [TEXTDIR] [--only NAME] [--min F1]
// A task is right when its text starts at the labelled place; the addressee check is reported apart. Run from the project's root.
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
const args = process.argv.slice(2)
const opt = (n, d) => { const i = args.indexOf(n); return i < 0 ? d : args.splice(i, 2)[1] }
const only = opt('--only', ''), min = Number(opt('--min', '0')), ext = opt('--ext', 'txt'), verbose = args.includes('-v')
const [dir, textDir = dir] = args.filter(a => a !== '-v')
const norm = s => String(s ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
const squash = s => norm(s).replace(/[^\p{L}\p{N}]/gu, '')          // PDF text layers split words: compare letters only
const key = s => squash(s).slice(0, 28)
let tp = 0, fp = 0, fn = 0, headOk = 0, headAll = 0, refOk = 0, refAll = 0, addrOk = 0, addrAll = 0, docs = 0
for (const f of readdirSync(dir).filter(f => f.endsWith('.json') && (!only || f.startsWith(only)))) {
  const gold = JSON.parse(readFileSync(join(dir, f), 'utf8')), file = join(textDir, f.replace(/\.json$/, '.' + ext))
  if (!existsSync(file)) continue
  const r = spawnSync('bin/lienphong', ['letter', 'read', file, '--json'], { encoding: 'utf8', timeout: 30000 })
  docs++
  let got; try { got = JSON.parse(r.stdout) } catch { got = { clauses: [], references: [] }; console.log(f, 'no JSON:', (r.stderr || '').slice(0, 120)) }
  const flat = d => (d.clauses ?? []).flatMap(c => (c.tasks ?? []).map(t => ({ k: key(t.text ?? t.text_start), l: squash(t.text ?? t.text_start).slice(0, 90), a: (t.addressees ?? c.addressees ?? []).map(s => squash(s).replace(/^các/, '')).sort().join('|') })))
  const g = flat(gold), m = flat(got), used = new Set(); let dtp = 0
  for (const t of g) {
    const i = m.findIndex((x, i) => !used.has(i) && (x.k === t.k || (x.k.length > 11 && (x.k.startsWith(t.k) || t.k.startsWith(x.k))) || (t.k.length > 15 && x.l.includes(t.k))))
    if (i < 0) { fn++; if (verbose) console.log(f, 'missed', t.k); continue }
    used.add(i); dtp++; addrAll++; if (m[i].a === t.a) addrOk++
  }
  tp += dtp; fp += m.length - used.size
  if (verbose) m.forEach((x, i) => used.has(i) || console.log(f, 'extra ', x.k))
  for (const h of ['number', 'date', 'type', 'subject', 'issuer']) { headAll++; if (squash(got[h]) === squash(gold[h]) || (h === 'subject' && gold[h] && squash(got[h]).includes(squash(gold[h]).slice(0, 40)))) headOk++ }
  const refs = new Set((got.references ?? []).map(r => squash(r.number)))
  for (const r of gold.references ?? []) if (r.number) { refAll++; if (refs.has(squash(r.number))) refOk++ }
}
const p = tp / (tp + fp || 1), r = tp / (tp + fn || 1), f1 = 2 * p * r / (p + r || 1), pct = (a, b) => (a / (b || 1)).toFixed(2)
console.log(`docs ${docs} task F1 ${f1.toFixed(3)} (P ${p.toFixed(2)} R ${r.toFixed(2)}, ${tp}/${tp + fn}) addressees ${pct(addrOk, addrAll)} header ${pct(headOk, headAll)} references ${pct(refOk, refAll)}`)
process.exit(docs && f1 >= min ? 0 : 1)
