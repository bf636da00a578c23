export { connect, ok, type Equality, type Options } from "./client.js";
export { ProblemError, type Problem } from "./problem.js";
export { follow, type FollowOptions } from "./follow.js";
export { items } from "./pages.js";
export type { components, operations, paths } from "./schema.js";
