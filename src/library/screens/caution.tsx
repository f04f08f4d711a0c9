// The banner of what is not approved, or not what stands today. It stands wherever such a thing stands.
import { Link } from "../../web/ui/link.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { cautionOf, type Standing } from "../standing.ts";

/** `today`: where what everybody reads now is, of a page that may show another version. */
export function Caution({ of, today }: { of: Standing & { isCurrent?: boolean }; today?: string }) {
  const caution = cautionOf(of);
  // A draft is no older version, and its own caution says what it is.
  const isOlder = of.isCurrent === false && of.state !== "draft" && of.state !== "returned";
  return (
    <>
      {isOlder && today !== undefined && (
        <Notice kind="caution" title="This version is not what stands today.">
          <Link href={today}>Read what stands today</Link>
        </Notice>
      )}
      {caution !== null && (
        <Notice kind="caution" title={caution.title}>
          {caution.words !== null && <p>{caution.words}</p>}
        </Notice>
      )}
    </>
  );
}
