/**
 * Taking tips in, finding what shares a clue, searching and the queue's page, over many tips: each as the program does it
 * (roles, row security, sealing, reading) beside the same rows as bare SQL through `pg` as superuser, in one run.
 */
import { signInAs } from "../../src/accounts/testing.ts"
import { withClient } from "../../src/kernel/db/prepare.ts"
import { flag, say } from "./figure.ts"
import { openProvince } from "./province.ts"
import { compareCorrelation, compareIntake } from "./signals-intake.ts"
import { compareQueue } from "./signals-queue.ts"
import { compareLists, compareSearch } from "./signals-search.ts"

const rows = flag("--rows", 200_000)
const tips = flag("--tips", 400)
const rounds = flag("--rounds", 5)

const aroundEachTip = [
  `insert into signal_identifiers (signal_id, indicator_id, body_id, role, source, at)
    select s.id, i.id, s.body_id, 'suspect', 'read', s.received_at from signals s
      join indicators i on i.body_id = s.body_id and i.value = '+84' || substring(s.redacted_text from 4 for 9)`,
  `insert into signal_receipts (signal_id, body_id, code_hash, salt, hash, at, key_id, signature)
    select id, body_id, md5(id::text) || md5(id::text), md5(id::text), md5(id::text) || md5(id::text), received_at, 'bench',
      decode(repeat('00', 64), 'hex') from signals`,
  "insert into signal_seals (signal_id, body_id, raw_text) select id, body_id, convert_to(redacted_text, 'utf8') from signals",
  `insert into signal_events (signal_id, body_id, at, what, state_after)
    select id, body_id, received_at, 'signal.received', 'received' from signals`,
  `insert into journal (at, what, record_kind, record_id)
    select received_at, 'signal.received', 'signal', id::text from signals`,
]

const province = await openProvince()
try {
  const { house, adminUrl } = province
  const db = { ...house.db, adminUrl, keys: house.keys } as Parameters<typeof signInAs>[0]
  const lead = { name: "Cơ quan đầu mối", isLead: true }
  const officer = await signInAs(db, { bodySlug: "bench-lead", body: lead, role: "officer" })
  say(`filling ${rows} tips…`)
  const began = performance.now()
  await fill(adminUrl, officer.bodyId, rows)
  say(`filled in ${Math.round((performance.now() - began) / 1000)} s`)
  await compareIntake(province, officer.bodyId, { tips, rounds })
  await compareCorrelation(province, officer.bodyId, tips)
  await compareSearch(province, officer)
  await compareLists(province, officer)
  await compareQueue(province, officer, rounds)
} finally {
  await province.close()
}

/** As intake leaves them: each tip with its receipt, its seal, what happened to it and its journal entry. */
async function fill(url: string, bodyId: string, count: number): Promise<void> {
  await withClient(url, async (admin) => {
    // Nothing of a bench's own rows must survive a power cut.
    await admin.query("set synchronous_commit = off; set maintenance_work_mem = '256MB'")
    await admin.query(
      `insert into signals (id, body_id, channel, path, state, urgency, type, place, redacted_text, is_anonymous, close_reason,
        received_at, compared_at)
      select uuidv7(), $1, 'portal', 'identifier', case when i % 40 = 0 then 'received' else 'closed' end,
        (array['past','ongoing','money-moving-now'])[1 + i % 3], 'gia-danh-cong-an', case when i % 997 = 0 then 'xã Đắk Lắk' end,
        'Số ' || (900000000 + i % 50000) || ' gọi xưng là công an, bắt chuyển tiền. Lần thứ ' || i
          || case when i % 997 = 0 then ', người nghe ở Đắk Lắk' else '' end, true,
        case when i % 40 = 0 then null else 'handled' end, timestamptz '2023-09-01' - i * interval '3 minutes', now()
      from generate_series(1, $2::int) i`,
      [bodyId, count],
    )
    await admin.query(
      `insert into indicators (body_id, kind, value) select $1, 'phone', '+84' || (900000000 + i) from generate_series(0, 49999) i`,
      [bodyId],
    )
    for (const statement of aroundEachTip) await admin.query(statement)
    // Row by row as autovacuum would come to it: both sides then plan for what is there.
    await admin.query("vacuum (analyze) signals")
    await admin.query("analyze")
    await admin.query("checkpoint")
  })
}
