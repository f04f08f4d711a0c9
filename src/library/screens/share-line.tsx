// A share in words, and the same as a picture: the interval as a band, the share as a line in it.
import { intervalOf, sayShare } from "../share.ts";

export function ShareLine({ share, of }: { share: number; of: number }) {
  const { percent, from, to } = intervalOf(share, of);
  return (
    <span className="figure-line">
      <span>{sayShare(share, of)}</span>
      <span className="share-bar" aria-hidden="true">
        <i style={{ insetInlineStart: `${from}%`, insetInlineEnd: `${100 - to}%` }} />
        <b style={{ insetInlineStart: `${percent}%` }} />
      </span>
    </span>
  );
}
