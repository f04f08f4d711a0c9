// Around what is written and not saved: that it is kept in this tab, the way back, and that somebody wrote meanwhile.
import { Button } from "../../web/ui/button.tsx";
import type { Draft } from "../../web/ui/draft.ts";
import { Notice } from "../../web/ui/notice.tsx";

/** `newest`: the version that is there now. */
export function Unsaved<T>({ draft, newest }: { draft: Draft<T>; newest: number }) {
  const { base, isTyped, rebase, discard } = draft;
  if (!isTyped) return null;
  return (
    <>
      {base < newest && (
        <Notice kind="caution" title={`Somebody wrote version ${newest} meanwhile.`} live>
          <p>What you typed is still here. What it changes of version {newest} stands further below.</p>
          <p className="row">
            <Button small onClick={() => rebase(newest)}>
              Go on with mine, after version {newest}
            </Button>
          </p>
        </Notice>
      )}
      <p className="row small muted">
        <span>What you type stays in this tab until you save it or close the tab.</span>
        <Button small kind="quiet" onClick={discard}>
          Discard what I typed
        </Button>
      </p>
    </>
  );
}
