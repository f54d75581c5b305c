/** Starts a demo of its own in a folder that is thrown away, signs in as its people, and takes the pictures. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { demoPassword } from "../src/demo/people.ts"
import { openBrowser, visit } from "../src/kernel/testing/browser.ts"

const root = join(import.meta.dirname, "..")
const out = join(root, "docs/screens")

type Shot = { name: string; who: string | null; path: string | ((page: Page) => Promise<string>) }

/** The first record that a list links to. */
const firstOf = (list: string) => async (page: Page) => {
  await page.goto(list)
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""))
  return (
    links.find((href) => href.startsWith(`${list}/`) && /\/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(href)) ?? list
  )
}

/** The real letter brought in anew, so that the page where it is read can be seen. */
async function broughtIn(page: Page): Promise<string> {
  await page.goto("/van-ban/nhap")
  await page.setInputFiles("input[type=file]", join(root, "data/letters/hung-yen-2023.pdf"))
  await page.click("main form button[type=submit]")
  await page.waitForURL(/\/van-ban\/nhap\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

const shots: readonly Shot[] = [
  { name: "trang-dau", who: null, path: "/" },
  { name: "dang-nhap", who: null, path: "/dang-nhap" },
  { name: "viec-cua-toi", who: "chuyenvien@soyte.example", path: "/lam-viec" },
  { name: "nhiem-vu", who: "chuyenvien@soyte.example", path: firstOf("/lam-viec") },
  { name: "van-ban", who: "lanhdao@ubnd.example", path: "/van-ban" },
  { name: "tong-hop", who: "lanhdao@ubnd.example", path: firstOf("/van-ban") },
  { name: "nhap-van-ban", who: "vanthu@vpubnd.example", path: "/van-ban/nhap" },
  { name: "doc-van-ban", who: "vanthu@vpubnd.example", path: broughtIn },
  { name: "bao-tin", who: null, path: "/bao-tin" },
  { name: "tin-bao", who: "daumoi@sotttt.example", path: "/tin-bao" },
  { name: "mot-tin", who: "daumoi@sotttt.example", path: firstOf("/tin-bao") },
  { name: "mot-vu-viec", who: "dieutra@congan.example", path: firstOf("/vu-viec") },
  { name: "toan-canh", who: "lanhdao@ubnd.example", path: "/bao-cao" },
  { name: "so-lieu", who: "giamdoc@sotttt.example", path: "/bao-cao/so-lieu" },
  { name: "vu-viec", who: "giamdoc@sotttt.example", path: "/vu-viec" },
  { name: "sap-xep", who: "quantri@vpubnd.example", path: "/quan-tri/sap-xep" },
  { name: "co-quan", who: "quantri@vpubnd.example", path: "/quan-tri/co-quan" },
  { name: "tai-khoan", who: "chuyenvien@soyte.example", path: "/tai-khoan" },
]

const looks = [
  { screen: "desk", theme: "light" },
  { screen: "phone", theme: "light" },
  { screen: "desk", theme: "dark" },
  { screen: "phone", theme: "dark" },
] as const

const data = mkdtempSync(join(tmpdir(), "lienphong-screens-"))
const { child, address } = await start()
const browser = await openBrowser()
try {
  mkdirSync(out, { recursive: true })
  for (const look of looks) await takeAll(browser, look)
} finally {
  await browser.close()
  const ended = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGTERM")
  await ended
  rmSync(data, { recursive: true, force: true })
}

async function takeAll(open: Browser, look: (typeof looks)[number]): Promise<void> {
  const pages = new Map<string | null, Page>()
  for (const { name, who, path } of shots) {
    const page = pages.get(who) ?? (await pageOf(open, who, look))
    pages.set(who, page)
    await page.goto(typeof path === "string" ? path : await path(page))
    await page.screenshot({ path: join(out, `${name}-${look.screen}-${look.theme}.png`), fullPage: false })
    process.stdout.write(`${name}-${look.screen}-${look.theme}.png\n`)
  }
  for (const page of pages.values()) await page.context().close()
}

async function pageOf(open: Browser, who: string | null, look: (typeof looks)[number]): Promise<Page> {
  const page = await visit(open, address, look)
  if (who === null) return page
  await page.goto("/dang-nhap")
  await page.fill("input[name=email]", who)
  await page.fill("input[name=password]", demoPassword)
  await page.click("main button[type=submit]")
  await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"))
  return page
}

async function start(): Promise<{ child: ChildProcess; address: string }> {
  const env = { ...process.env, LIENPHONG_DATA: data, PORT: "0", LIENPHONG_DEMO: "1" }
  const started = spawn(join(root, "script/server"), [], { env, stdio: ["ignore", "pipe", "inherit"] })
  let said = ""
  return new Promise((resolve, reject) => {
    started.once("exit", () => reject(new Error(`the demo did not start: ${said}`)))
    started.stdout?.on("data", (chunk) => {
      said += chunk
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0]
      if (address !== undefined) resolve({ child: started, address })
    })
  })
}
