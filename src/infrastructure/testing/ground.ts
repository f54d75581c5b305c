/** Places and assets for the tests of this slice. */
import type { TestDatabase } from "../../kernel/testing/database.ts"
import { bodies } from "../../testing/province.ts"

export const places = { here: "12001", there: "12002" } as const

/** Two communes; the district's body stands for the committee of the first. */
export async function groundIn(db: TestDatabase): Promise<void> {
  await db.admin(
    `insert into areas (code, name, kind, parent_code) values ('33', 'Mẫu', 'province', null), ($1, 'xã Mẫu', 'commune', '33'),
      ($2, 'xã Bên', 'commune', '33') on conflict do nothing`,
    [places.here, places.there],
  )
  await db.admin("update bodies set area_code = $1 where id = $2", [places.here, bodies.district.id])
}

export const otherTelco = "01890000-0000-7000-8000-0000000000c8"
/** Another enterprise, with an officer of its own who is signed in nowhere. */
export async function rivalIn(db: TestDatabase): Promise<void> {
  await db.admin(
    "insert into bodies (id, slug, name, kind) values ($1, 'rival', 'Mạng Kia', 'enterprise') on conflict do nothing",
    [otherTelco],
  )
}
