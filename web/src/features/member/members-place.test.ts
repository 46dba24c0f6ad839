import type { OrganizationRole } from "../../gql/graphql.js";
import { isOneOwner } from "./members-place.js";

test.each<[OrganizationRole[], number, boolean]>([
  [["OWNER"], 1, true],
  [["OWNER", "ADMIN", "MEMBER"], 3, true],
  [["OWNER", "OWNER"], 2, false],
  [["OWNER", "ADMIN"], 60, false],
  [[], 0, false],
])("of %j among %d, one is known to be the only owner: %s", (roles, total, expected) => {
  expect(isOneOwner(roles, total)).toBe(expected);
});
