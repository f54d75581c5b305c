/** A database of its own with a province's work in it, thrown away afterwards. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "../../src/kernel/config.ts"
import { startCluster } from "../../src/kernel/db/cluster.ts"
import { openDatabase } from "../../src/kernel/db/database.ts"
import { prepareDatabase, withClient } from "../../src/kernel/db/prepare.ts"
import type { House } from "../../src/kernel/house.ts"
import { openKeys } from "../../src/kernel/keys.ts"
import { openLog } from "../../src/kernel/log.ts"

export const today = "2023-09-15"
export type Province = { house: House; adminUrl: string; close(): Promise<void> }

export async function openProvince(): Promise<Province> {
  const dataDir = mkdtempSync(join(tmpdir(), "lienphong-bench-"))
  chmodSync(dataDir, 0o711)
  const keys = openKeys(join(dataDir, "keys"), { mayCreate: true })
  const cluster = await startCluster(join(dataDir, "cluster"))
  const adminUrl = await prepareDatabase(cluster.adminUrl, "bench", keys)
  const clock = { now: () => new Date(`${today}T02:00:00Z`) }
  const db = openDatabase(adminUrl, { keys, clock, poolMax: 16 })
  const config = { ...readConfig({ LIENPHONG_DATA: dataDir }), logLevel: "silent" }
  const house: House = {
    config,
    db,
    keys,
    clock,
    log: openLog("silent"),
    filesDir: join(dataDir, "files"),
    province: { code: "33", name: "Hưng Yên", kind: "tỉnh" },
    numbers: null,
    crest: null,
    outlines: null,
    refresh: () => Promise.resolve(),
    close: db.close,
  }
  const close = async () => {
    await db.close()
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { house, adminUrl, close }
}

/** Bodies by slug: `bench-1` gives the work, `bench-2` has 5 % of it, `bench-3` more than half, the others share the rest. */
export function fillWork(adminUrl: string, rows: number): Promise<void> {
  return withClient(adminUrl, async (admin) => {
    await admin.query(`
      insert into bodies (slug, name, kind) select 'bench-' || n, 'Cơ quan ' || n, 'department' from generate_series(1, 200) n;
      insert into directives (issuer_body_id, issuer_name, number, symbol, issued_on, kind, subject, normalized_text, text_sha256)
        select b.id, 'UBND tỉnh', n::text, 'UBND-KGVX', date '2023-01-02' + n, 'công văn',
          'tăng cường phòng, chống tội phạm viễn thông đợt ' || n, '', md5(n::text)
        from generate_series(1, 100) n, bodies b where b.slug = 'bench-1';
      insert into clauses (directive_id, issuer_body_id, position, path, heading)
        select id, issuer_body_id, 0, '1', 'Các sở, ban, ngành' from directives;
      insert into tasks (directive_id, clause_id, issuer_body_id, position, path, text)
        select c.directive_id, c.id, c.issuer_body_id, n, '1.' || n,
          case when n = 7 then 'Tuyên truyền phòng chống lừa đảo tại Đắk Lắk' else 'Tuần tra bảo vệ hạ tầng, trao đổi dấu hiệu vi phạm, báo cáo kết quả' end
        from clauses c, generate_series(1, 10) n;`)
    await admin.query(
      `with t as (select id, directive_id, issuer_body_id, row_number() over (order by id) - 1 as n from tasks),
        b as (select id, name, row_number() over (order by slug) as n, slug from bodies where slug like 'bench-%')
      insert into assignments (directive_id, task_id, issuer_body_id, body_id, body_at_issue_id, body_name_at_issue, occurrence, issued_on, due_on, state, percent)
      select t.directive_id, t.id, t.issuer_body_id, b.id, b.id, b.name, 1 + i / 1000, date '2023-07-17', date '2023-08-01' + (i * 37 % 150),
        (array['sent','received','planned','in-progress','done','accepted','in-progress','received'])[1 + i % 8], i % 100
      from generate_series(0, $1::int - 1) i
        join t on t.n = i % 1000
        join b on b.slug = case when i % 20 = 0 then 'bench-2' when i % 20 < 12 then 'bench-3' else 'bench-' || (4 + i % 197) end`,
      [rows],
    )
    await admin.query("vacuum (analyze) assignments")
    await admin.query("analyze")
  })
}
