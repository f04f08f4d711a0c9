// Where one goes once a version is saved: to the version, submitted where that was asked for too.
import { useWriteEach } from "../../web/ask.ts";
import { usePlace } from "../../web/ui/link.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { submitVersion } from "../review-contract.ts";
import type { Kind } from "../standing.ts";

/** A submission that is refused leaves the draft, and says why. */
export function useAfterSaving(kind: Kind, key: string) {
  const { go } = usePlace();
  const submitting = useWriteEach(submitVersion);
  const after = (version: number, isToSubmit: boolean) => {
    const place = `/library/${kind === "claim" ? "claims/" : ""}${key}?version=${version}`;
    const leave = (words: string) => {
      toast(words);
      go(place);
    };
    if (!isToSubmit) return leave(`Version ${version} is kept as a draft.`);
    submitting.mutate(
      { params: { kind, key, version } },
      {
        onSuccess: () => leave("Submitted. Everybody reads it now, with its caution."),
        onError: ({ because }) => leave(`Version ${version} is kept as a draft. It was not submitted: ${because}`),
      },
    );
  };
  return { after, isSubmitting: submitting.isPending };
}
