// Which passwords are let in: long ones that nobody guesses first, however they are made up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { passwordRefusal } from "./sign-in.ts";

const about = ["Zoë", "Marchbanks", "Wexcombe School of Medicine", "zoe.marchbanks"];

test("what everybody types first, and what is about oneself or the school, is refused", () => {
  for (const password of [
    "passwordpassword",
    "123456789012345",
    "1234567890123456",
    "qwertyuiopasdfgh",
    "qwertzuiop123456",
    "1q2w3e4r5t6y7u8i9o0p",
    "abcdefghijklmnopqrst",
    "wexcombewexcombe",
    "Wexcombe School of Medicine 26",
    "Marchbanks Marchbanks",
    "aaaaaaaaaaaaaaaa",
  ])
    assert.equal(passwordRefusal(password, about)?.rule, "password.common", password);
});

test("length decides, and no composition", () => {
  assert.equal(passwordRefusal("Tr0ub4dor&3", about)?.rule, "password.length");
  for (const password of ["nine quiet herons at dusk", "sieben graue gänse", "a school of herring at dawn"])
    assert.equal(passwordRefusal(password, about), null, password);
});
