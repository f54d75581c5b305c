/** The service worker of the field: its page, script, styles and fonts are there without network. It keeps nothing else. */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching"
import { NavigationRoute, registerRoute } from "workbox-routing"

type Kept = { url: string; revision: string | null }
type Worker = { skipWaiting(): Promise<void>; addEventListener(on: "install", run: () => void): void }

const home = "/thuc-dia/"
const patienceMs = 4_000

/** The page of now where there is network, else the one that was kept: a slow network is none. */
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      try {
        const page = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
        if (page.ok) return page
      } catch {
        // No network, or too slow a one.
      }
      return (await matchPrecache(home)) ?? Response.error()
    },
    { allowlist: [/^\/thuc-dia\/(?:\?|$)/] },
  ),
)
// Written in by the server (bundle.ts).
precacheAndRoute("__PRECACHE__" as unknown as Kept[])
cleanupOutdatedCaches()

// What is being typed is saved as it is typed, so that a new version need not wait for the last page to be closed.
const worker = self as unknown as Worker
worker.addEventListener("install", () => void worker.skipWaiting())
