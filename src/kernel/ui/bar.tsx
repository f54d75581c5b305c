/** The bar at the top of every page: the doors of the program, the rooms behind the open one, who is signed in. */
import { formatDate } from "../format.ts"
import { OwnForm } from "./form.tsx"
import type { LayoutProps, NavItem, UserMenu } from "./layout.tsx"
import { inOtherLanguage } from "./link.ts"
import { words } from "./words.ts"

export function Bar(props: LayoutProps) {
  const { lang, nav = [], user, signIn, demoOn, find } = props
  const t = words[lang]
  const away = awayFrom(props)
  const here = roomOf(props)
  const door = nav.find((one) => one.href === here || one.rooms?.some((room) => room.href === here))
  const marked = (href: string) => (href === here ? "page" : undefined)
  const link = (item: NavItem, current: "page" | "true" | undefined) => (
    <a href={item.href} aria-current={current} {...away}>
      {item.label}
      {(item.count ?? 0) > 0 && <span class="count">{item.count}</span>}
    </a>
  )
  return (
    <header class="bar">
      {demoOn != null && <p class="demo">{t.demo(formatDate(demoOn, lang))}</p>}
      <div class="wrap">
        <a class="logo" href="/" {...away}>
          {props.crest != null ? <img class="crest" src={props.crest} alt="" height="28" /> : <Mark />}
          <span>{t.product}</span> {props.place !== undefined && <span class="quiet">{props.place}</span>}
        </a>
        {nav.length > 0 && (
          <nav class="across" aria-label={t.nav}>
            <ul>
              {nav.map((one) => (
                <li>
                  {link(
                    one,
                    one === door ? (one.rooms === undefined ? marked(one.href) : "true") : undefined,
                  )}
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="push">
          {find !== undefined && <Find action={find} label={t.find} />}
          {signIn !== undefined && user == null && (
            <a href={signIn.href} {...away}>
              {signIn.label}
            </a>
          )}
          {user != null && <User {...user} label={t.account} signOut={t.signOut} />}
          <LanguageSwitch {...props} />
        </div>
        {nav.length > 0 && (
          <details class="menu" name="bar">
            <summary>{t.menu}</summary>
            {find !== undefined && <Find action={find} label={t.find} />}
            <nav aria-label={t.nav}>
              <ul>
                {nav.map((one) => (
                  <li>
                    {one.rooms === undefined ? (
                      link(one, marked(one.href))
                    ) : (
                      <>
                        <span class="quiet">{one.label}</span>
                        <ul>
                          {one.rooms.map((room) => (
                            <li>{link(room, marked(room.href))}</li>
                          ))}
                        </ul>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </nav>
          </details>
        )}
      </div>
      {door?.rooms !== undefined && (
        <nav class="rooms" aria-label={door.label}>
          <ul class="wrap">
            {door.rooms.map((room) => (
              <li>{link(room, marked(room.href))}</li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

/** The room that the page names, else the one whose address begins the page's own; null: behind none of the doors. */
function roomOf({ nav = [], current, url }: LayoutProps): string | null {
  const rooms = nav.flatMap((door) => door.rooms ?? [door]).map(({ href }) => href)
  if (current !== undefined && rooms.includes(current)) return current
  const path = url.split("?")[0] ?? ""
  const within = rooms.filter((href) => path === href || path.startsWith(`${href}/`))
  return within.toSorted((a, b) => b.length - a.length)[0] ?? null
}

/** The words looked for stand in the address, as in every list. The key "/" leads here (`find.js`). */
function Find({ action, label }: { action: string; label: string }) {
  return (
    <search class="find" aria-label={label}>
      <form method="get" action={action}>
        <input type="search" name="q" aria-label={label} placeholder={label} maxlength={200} />
      </form>
    </search>
  )
}

const awayFrom = ({ again }: LayoutProps) =>
  again === undefined ? {} : { target: "_blank", rel: "noopener" }

function LanguageSwitch({ lang, url, again }: LayoutProps) {
  const label = words[lang].otherLanguage
  const other = lang === "vi" ? "en" : "vi"
  const href = inOtherLanguage(url, lang)
  if (again === undefined)
    return (
      <a href={href} lang={other} hreflang={other}>
        {label}
      </a>
    )
  return (
    <form class="as-link" method="post" action={href}>
      <OwnForm />
      {Object.entries(again).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" lang={other}>
        {label}
      </button>
    </form>
  )
}

function User({
  name,
  body,
  links,
  signOutAction,
  label,
  signOut,
}: UserMenu & { label: string; signOut: string }) {
  return (
    <details class="user" name="bar">
      <summary>
        <span class="hidden">{label}: </span>
        <span class="user-name">{name}</span>
      </summary>
      <div class="sheet">
        <p class="quiet">{body}</p>
        <ul>
          {links.map((item) => (
            <li>
              <a href={item.href}>{item.label}</a>
            </li>
          ))}
        </ul>
        <form method="post" action={signOutAction}>
          <OwnForm />
          <button class="button plain" type="submit">
            {signOut}
          </button>
        </form>
      </div>
    </details>
  )
}

function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d="M16 3c4 3 8 4 12 4 0 11-4 18-12 22C8 25 4 18 4 7c4 0 8-1 12-4z" />
      <path d="M9 15c4 0 5 6 10 6M23 13c-4 0-5-3-10-2" />
    </svg>
  )
}
