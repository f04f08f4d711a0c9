// A passkey in the browser: whether it can be used here, and the two ceremonies, loaded when first wanted.
import { ask, AskError } from "../../web/ask.ts";
import { beginInvitedPasskey, beginPasskey, beginPasskeySignIn, signInWithPasskey } from "../own-contract.ts";

/** Browsers make passkeys for names, not for addresses in numbers, and only over https or on this machine. */
export function hasPasskeys(): boolean {
  return window.PublicKeyCredential !== undefined && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

/** The browser's answer for a new passkey of whoever is signed in. */
export async function newPasskey() {
  return registering(await ask(beginPasskey));
}

/** The same for somebody who holds an invitation. */
export async function invitedPasskey(secret: string) {
  return registering(await ask(beginInvitedPasskey, { params: { secret } }));
}

/** Signs in with a passkey that the person picks. */
export async function enterWithPasskey(): Promise<void> {
  const optionsJSON = await ask(beginPasskeySignIn);
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const answer = await startAuthentication({ optionsJSON: optionsJSON as never }).catch(stopped);
  await ask(signInWithPasskey, { body: { answer: answer as never } });
}

async function registering(optionsJSON: unknown) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return (await startRegistration({ optionsJSON: optionsJSON as never }).catch(stopped)) as never;
}

/** The person closed the browser's window, or the device has nothing that fits. */
function stopped(): never {
  throw new AskError(0, {
    rule: "passkey.stopped",
    because: "The passkey was not used. Try again, or take another way in.",
  });
}
