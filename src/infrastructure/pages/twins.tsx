/** Incidents that are likely this one told twice, each with its reason, and joined by one press. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import { Actions, Banner, Button, Card, Form } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { incidentNumber } from "../domain/incident.ts"
import type { Likely } from "../domain/likely.ts"
import { incidentForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { twinWords } from "../words-twins.ts"
import type { IncidentView } from "./incident.tsx"

export function Twins({ view: { frame, reading, may, failed } }: { view: IncidentView }) {
  const { lang } = frame
  const t = twinWords[lang]
  const { join } = incidentForms
  const refused = failed?.form === "join" ? Object.values(failed.errors)[0] : undefined
  if (reading.likely.length === 0) return null
  return (
    <Card title={t.title}>
      {refused !== undefined && <Banner isAnswer tone="soon" title={refused} />}
      <p class="quiet">{t.lead}</p>
      {reading.likely.map((twin, at) => (
        <>
          <p>
            <a href={paths.incident(twin.other.id)}>
              {incidentNumber(twin.other.number)} · {words[lang].kinds[twin.other.kind]},{" "}
              {twin.other.areaName}
            </a>
            <br />
            {formatInstant(twin.other.happenedAt, lang)}, {twin.other.bodyName}
            <br />
            <span class="quiet">{reasonsOf(twin, lang).join(" · ")}</span>
          </p>
          {may.includes("join") && (
            <Form
              action={paths.incidentForm(reading.row.id, join.slug)}
              id={`gop-${at + 1}`}
              hidden={{ into: twin.other.id }}
            >
              <Actions>
                <Button look="second">
                  {join.title[lang]}: {incidentNumber(twin.other.number)}
                </Button>
              </Actions>
            </Form>
          )}
        </>
      ))}
    </Card>
  )
}

function reasonsOf({ minutesApart, km, isExact, isSameKind, isSameOwner }: Likely, lang: Lang): string[] {
  const t = twinWords[lang]
  const said = (n: number) => formatNumber(n, lang)
  return [
    minutesApart < 120 ? t.minutes(said(minutesApart)) : t.hours(said(Math.round(minutesApart / 60))),
    km === null ? t.sameCommune : isExact ? t.metres(said(Math.round(km * 100) * 10)) : t.cells,
    ...(isSameKind ? [t.sameKind] : []),
    ...(isSameOwner ? [t.sameOwner] : []),
  ]
}
