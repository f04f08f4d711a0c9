// The two ceremonies of a passkey, around the library that checks them: what a browser is asked, and whether its answer fits.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { Refusal } from "../core/refusal.ts";

export interface NewPasskey {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  label: string;
}

const relying = "Chiron";

/** `holder.credentials`: those that this person has already, which the browser does not offer again. */
export function registrationFor(origin: string, holder: { email: string; name: string; credentials: string[] }) {
  return generateRegistrationOptions({
    rpName: relying,
    rpID: new URL(origin).hostname,
    userName: holder.email,
    userDisplayName: holder.name,
    excludeCredentials: holder.credentials.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Any passkey that the browser has for this address: who it is follows from the answer. */
export function signInFor(origin: string) {
  return generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification: "required" });
}

/** The challenge that an answer says it answers. Only a hint for finding it; the signature covers it. */
export function challengeIn(answer: { response: { clientDataJSON: string } }): string {
  try {
    const said = JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString()) as {
      challenge?: unknown;
    };
    return String(said.challenge ?? "");
  } catch {
    return "";
  }
}

export async function registered(
  origin: string,
  answer: unknown,
  challenge: string,
  label: string,
): Promise<NewPasskey> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || registrationInfo === undefined) throw unfit();
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return { credentialId: id, publicKey, counter, transports, label };
}

/** The counter to keep; refused when the answer does not fit. */
export async function signedIn(
  origin: string,
  answer: unknown,
  challenge: string,
  credential: { id: string; publicKey: Uint8Array; counter: number },
): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    credential: { ...credential, publicKey: new Uint8Array(credential.publicKey) },
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
  if (!verified || authenticationInfo === undefined) throw unfit();
  return authenticationInfo.newCounter;
}

/** The same for every way in which it does not fit. */
export function unfit(): Refusal {
  return new Refusal(
    "forbidden",
    "passkey.unfit",
    "This passkey does not open an account here. Try again, or sign in another way.",
  );
}
