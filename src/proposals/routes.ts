/** Every route of this slice. */
export { deskRoutes as proposalRoutes } from "./routes/desk.ts"
