/** A campaign may serve a task of a letter: it is progress from the day on which it starts. */
import type { ServingRoom } from "../../../directives/index.ts"
import { awarenessWords } from "../../actions/rooms.ts"
import { paths } from "../../paths.ts"
import { namesOfCampaigns } from "../store/campaigns.ts"
import { campaignWords } from "../words.ts"

export const campaignRoom: ServingRoom = {
  kind: "campaign",
  name: (lang) => campaignWords[lang].room,
  figure: (lang, n) => campaignWords[lang].figure(n),
  words: ["chiến dịch", ...awarenessWords],
  read: async (tx, ids) =>
    (await namesOfCampaigns(tx, ids)).map(({ id, title }) => ({ id, title, href: paths.campaign(id) })),
}
