/** Devices over HTTP: they name themselves, their officer or the administrator of the body revokes them, and nothing is taken from a revoked one. */
import { Hono, type MiddlewareHandler } from "hono"
import { asOfficer, readAsOfficer, readAsPublic } from "../db/database.ts"
import { formatInstant } from "../format.ts"
import { type Ctx, deskOf, type Env } from "../http/env.ts"
import { fieldsOf } from "../http/fields.ts"
import { type Frame, frameOf } from "../http/frame.ts"
import { Actions, Banner, Button, DataTable, EmptyState, Form, Layout, Tag } from "../ui/index.ts"
import { devicesOf, type FieldDevice, keysIn, noteDevice, revokeDevice, revokedAmong } from "./devices.ts"
import { fieldPaths } from "./paths.ts"
import { deviceWords } from "./words.ts"

type Doors = { requireOfficer: MiddlewareHandler<Env>; mayRevokeAll: (c: Ctx) => boolean }

export function deviceRoutes({ requireOfficer, mayRevokeAll }: Doors) {
  const routes = new Hono<Env>()
  routes.get(fieldPaths.devices, requireOfficer, (c) => list(c, null, 200))
  routes.post(fieldPaths.devices, requireOfficer, async (c) => {
    const { device = "", name = "" } = await fieldsOf(c)
    const [key] = keysIn(device)
    const { who, officer } = deskOf(c)
    if (key !== undefined)
      await asOfficer(c.get("house").db, who, (tx) =>
        noteDevice(tx, { key, name, officerName: officer.name }),
      )
    return c.body(null, 204)
  })
  routes.post(fieldPaths.revoke(":key"), requireOfficer, async (c) => {
    const { who, officer } = deskOf(c)
    const by = { officerId: officer.officerId, isAll: mayRevokeAll(c), name: officer.name }
    const key = c.req.param("key") ?? ""
    const isDone = await asOfficer(c.get("house").db, who, (tx) => revokeDevice(tx, key, by))
    if (!isDone) return list(c, deviceWords[c.get("language")].gone, 409)
    return c.redirect(`${fieldPaths.devices}?xong=1`, 303)
  })

  async function list(c: Ctx, refused: string | null, status: 200 | 409) {
    const { who, officer } = deskOf(c)
    const of = { officerId: officer.officerId, isAll: mayRevokeAll(c) }
    const rows = await readAsOfficer(c.get("house").db, who, (tx) => devicesOf(tx, of), "at-once")
    const isDone = c.req.query("xong") !== undefined
    return c.html(devicesPage({ frame: frameOf(c), rows, refused, isDone }), status)
  }
  return routes
}

/** Every form that a device sends names it; asked before any route reads the form. */
export const refuseRevoked: MiddlewareHandler<Env> = async (c, next) => {
  const keys = c.req.method === "POST" ? keysIn(c.req.header("x-lienphong-may") ?? "") : []
  const isRevoked =
    keys.length > 0 && (await readAsPublic(c.get("house").db, (tx) => revokedAmong(tx, keys))).length > 0
  if (!isRevoked) return next()
  const t = deviceWords[c.get("language")]
  return c.html(
    <Layout {...frameOf(c)} title={t.refused}>
      <Banner isAnswer tone="late" title={t.refused} />
    </Layout>,
    409,
  )
}

type View = { frame: Frame; rows: readonly FieldDevice[]; refused: string | null; isDone: boolean }

function devicesPage({ frame, rows, refused, isDone }: View) {
  const { lang } = frame
  const t = deviceWords[lang]
  return (
    <Layout {...frame} title={t.title} lead={t.lead}>
      {isDone && <Banner isAnswer tone="good" title={t.done} />}
      {refused !== null && <Banner isAnswer tone="soon" title={refused} />}
      <Actions>
        <Button href={fieldPaths.home} look="second">
          {t.open}
        </Button>
      </Actions>
      {rows.length === 0 ? (
        <EmptyState title={t.title}>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          quietCaption
          rows={rows}
          columns={[
            { key: "may", label: t.device, heading: true, cell: (row) => row.name },
            { key: "ai", label: t.officer, cell: (row) => row.officerName },
            { key: "tu", label: t.since, cell: (row) => formatInstant(row.madeAt, lang) },
            {
              key: "tinh-trang",
              label: t.state,
              cell: (row) =>
                row.revokedAt !== null ? (
                  <Tag>{t.revoked(formatInstant(row.revokedAt, lang), row.revokedName ?? "")}</Tag>
                ) : (
                  <Form id={`thu-hoi-${row.key}`} action={fieldPaths.revoke(row.key)}>
                    <Tag tone="good">{t.inUse}</Tag> <Button look="plain">{t.revoke}</Button>
                  </Form>
                ),
            },
          ]}
        />
      )}
    </Layout>
  )
}
