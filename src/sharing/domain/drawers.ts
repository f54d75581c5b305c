/** How the lists are laid out. `mine`: waits, and the acting officer may be the second; `received`: released by another body, in force. */
export const drawers = ["mine", "waiting", "draft", "released", "received", "over"] as const
export type Drawer = (typeof drawers)[number]
