/**
 * From a release until programs of others see it, in TAXII, Atom and the lists for bodies, at 1,000,000 indicators: the whole
 * program with its worker, asked again without a pause.
 */

import { collectionId } from "../../src/sharing/taxii/actions/own.ts"
import { taxiiType } from "../../src/sharing/taxii/domain/service.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { hiddenOf, startProgram } from "./running.ts"

const rows = flag("--rows", 1_000_000)
const releases = flag("--releases", 15)
const waitMaxMs = 30_000
let addedAfter = ""

const program = await startProgram({ isDemo: true })
try {
  say(`filling ${rows} indicators…`)
  const people = await fill()
  await hiddenOf(program.url, "/dang-nhap")
  await measure("TAXII", "shared_indicators", people, seenInTaxii)
  await measure("Atom", "warnings", people, seenInAtom)
} finally {
  await program.close()
}

type People = { body: string; writer: string; head: string }

async function measure(
  name: string,
  table: "shared_indicators" | "warnings",
  people: People,
  isSeen: (mark: string) => Promise<boolean>,
): Promise<void> {
  const times: number[] = []
  for (let n = 0; n < releases; n += 1) {
    const mark = `thu-${table.length}-${n}.example`
    const id = await waiting(table, mark, people)
    const began = performance.now()
    await acting(
      people.head,
      people.body,
      `update ${table} set state = 'released', released_name = 'B' where id = '${id}'`,
    )
    while (!(await isSeen(mark)))
      if (performance.now() - began > waitMaxMs) throw new Error(`${mark} was not seen in ${name}`)
    times.push(performance.now() - began)
  }
  const value = percentile(times, 0.5)
  print({
    name: `sharing: from release to ${name}, median`,
    value,
    unit: "ms",
    ratio: null,
    against: null,
    n: releases,
  })
}

async function seenInTaxii(mark: string): Promise<boolean> {
  const path = `/taxii2/province/collections/${collectionId("public")}/objects/?match[type]=indicator`
  const after = addedAfter === "" ? "" : `&added_after=${addedAfter}`
  const answer = await fetch(`${program.url}${path}${after}`, { headers: { accept: taxiiType } })
  const isThere = (await answer.text()).includes(mark)
  if (isThere) addedAfter = answer.headers.get("x-taxii-date-added-last") ?? addedAfter
  return isThere
}

async function seenInAtom(mark: string): Promise<boolean> {
  return (await (await fetch(`${program.url}/feeds/warnings.atom`)).text()).includes(mark)
}

async function waiting(table: string, mark: string, { writer, body }: People): Promise<string> {
  await acting(
    writer,
    body,
    table === "warnings"
      ? `insert into warnings (title, looks_like, signs, what_to_do, severity, audience, expires_on, written_name)
          values ('${mark}', 'x', '{x}', '{x}', 'warning', 'public', '2999-01-01', 'A')`
      : `insert into shared_indicators (kind, value, digest, tlp, audience, confidence, reasons, valid_until, written_name)
          values ('domain', '${mark}', '\\x00', 'clear', 'public', 80, 'nhiều tin', '2999-01-01', 'A')`,
  )
  const column = table === "warnings" ? "title" : "value"
  const { rows: found } = await program.admin(`select id from ${table} where ${column} = $1`, [mark])
  const id = String(found[0]?.id)
  await acting(writer, body, `update ${table} set state = 'waiting' where id = '${id}'`)
  return id
}

/** As the program says who acts: settings of this transaction. */
function acting(officer: string, body: string, statement: string): Promise<unknown> {
  return program.admin(
    `begin; select set_config('app.officer', '${officer}', true), set_config('app.body', '${body}', true),
      set_config('app.now', now()::text, true); ${statement}; commit`,
  )
}

/** Written past the triggers, as they would stand after years of releases by two people. */
async function fill(): Promise<People> {
  const { rows: made } = await program.admin(`
    with b as (insert into bodies (slug, name, kind) values ('bench', 'Cơ quan', 'department') returning id),
      o as (insert into officers (full_name, email) values ('Người viết', 'a@bench.example'), ('Người ký', 'b@bench.example') returning id, email),
      p as (insert into posts (officer_id, body_id, title, role) select o.id, b.id, 'chức', case when o.email like 'b%' then 'leader' else 'officer' end from o, b)
    select b.id as body, (select id from o where email like 'a%') as writer, (select id from o where email like 'b%') as head from b`)
  const { body, writer, head } = made[0]
  await program.admin(`begin; set local session_replication_role = replica;
    insert into shared_indicators (body_id, kind, value, digest, tlp, audience, confidence, reasons, valid_from, valid_until,
      state, writers, written_by, written_name, released_by, released_name, released_at, feed_seq)
    select '${body}', 'phone', '+84' || (900000000 + n), sha256(convert_to('phone:+84' || (900000000 + n), 'UTF8')), 'clear', 'public', 80,
      'nhiều tin', '2023-01-01', '2999-12-31', 'released', array['${writer}'::uuid], '${writer}', 'A', '${head}', 'B', '2023-09-01', 0
    from generate_series(0, ${rows} - 1) n; commit`)
  await program.admin("analyze shared_indicators")
  return { body, writer, head }
}
