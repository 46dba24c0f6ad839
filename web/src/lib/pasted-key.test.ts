import { pastedKey } from "./pasted-key.js";

const SECRET = `pst_o_${"aB3".repeat(12)}zz`;

test.each([
  SECRET,
  `  ${SECRET}\n`,
  `"${SECRET}"`,
  `Authorization: Bearer ${SECRET}`,
  `POSTERN_API_KEY=${SECRET}`,
])("a whole key is found in %s", (text) => {
  expect(pastedKey(text)).toEqual({ whole: true, secret: SECRET });
});

test.each([SECRET.slice(0, 11), SECRET.slice(0, -1), `${SECRET}x`])(
  "%s is a part of a key, or more than one",
  (text) => {
    expect(pastedKey(text)).toEqual({ whole: false });
  },
);

test.each(["", "Billing sync", "pst_", "pst_p_", "pst_p_aB3c", "pst_p_aB3c…", "pst_x_aB3caB3c", "key_0123"])(
  "%j holds no secret",
  (text) => {
    expect(pastedKey(text)).toBeNull();
  },
);
