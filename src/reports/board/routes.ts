/** The public board over HTTP: the page, the one for other sites, and the figures as files. */
import { Hono } from "hono"
import { storiesByTrick } from "../../awareness/index.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { hereOf } from "../../kernel/installation.ts"
import { issuerOf } from "../../sharing/index.ts"
import { communeNames } from "../leadership/domain/areas.ts"
import { readBoard, readSeries } from "./actions/board.ts"
import { fewest } from "./domain/board.ts"
import { boardPage, embeddedBoard, emptyBoardPage } from "./pages/board.tsx"
import { boardPaths } from "./paths.ts"
import { boardWords } from "./words.ts"

export const boardRoutes = new Hono<Env>()

boardRoutes.get(boardPaths.board, async (c) => {
  const view = await viewOf(c)
  if (view === null) return c.html(emptyBoardPage(frameOf(c)))
  const { byTips, byMoney } = view.board
  const tricks = [...new Set([...byTips, ...byMoney].map(({ type }) => type))]
  return c.html(boardPage({ ...view, stories: await storiesByTrick(c.get("house"), tricks) }))
})

/** The one page that another site may show inside its own: it knows nobody and has nothing to press but links. */
boardRoutes.get(boardPaths.embedded, async (c) => {
  const view = await viewOf(c)
  c.header(
    "content-security-policy",
    "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors *",
  )
  c.header("cache-control", "public, max-age=900")
  return c.html(view === null ? emptyBoardPage(frameOf(c)) : embeddedBoard(view))
})

boardRoutes.get(boardPaths.json, async (c) => {
  c.header("access-control-allow-origin", "*")
  const house = c.get("house")
  const names = communeNames(hereOf(house).code)
  const [newest, ...before] = await readSeries(house)
  const communes = newest?.communes.map((one) => ({ ...one, name: names.get(one.code) ?? null })) ?? []
  // How much had come when a figure last moved is ours to know: JSON leaves out what is undefined.
  return c.json({
    format: "lienphong-board-1",
    heldBackUnder: fewest,
    newest: newest === undefined ? null : { ...newest, communes, moved: undefined },
    days: [...(newest === undefined ? [] : [newest]), ...before].map(({ on, sums }) => ({
      on,
      ...sums.yesterday,
    })),
  })
})

/** Without the money of the running month: from one day to the next it would tell of that day, which may hold back its own. */
boardRoutes.get(boardPaths.csv, async (c) => {
  const rows = (await readSeries(c.get("house"))).toReversed()
  return csvResponse(c, {
    fileName: "so-lieu-cong-khai",
    title: boardWords[c.get("language")].nav,
    columns: ["day", "tips", "money_vnd", "month_tips", "year_ago_tips"].map((label) => ({
      label,
      width: 18,
    })),
    rows: rows.map(({ on, sums: { yesterday, month, yearAgo } }) => [
      ...[on, yesterday.tips, yesterday.money, month.tips],
      yearAgo?.tips ?? null,
    ]),
  })
})

async function viewOf(c: Ctx) {
  const house = c.get("house")
  const board = await readBoard(house)
  if (board === null) return null
  const province = hereOf(house)
  return {
    frame: frameOf(c),
    board,
    place: `${province.kind} ${province.name}`,
    communes: communeNames(province.code),
    url: linkTo(house.config, boardPaths.board),
    embedUrl: linkTo(house.config, boardPaths.embedded),
    publisher: issuerOf(house).name,
  }
}
