// The address that a feed reader subscribes to.
import { FeedAddress } from "../../web/ui/feed-address.tsx";
import { feedAudience } from "../audience.ts";
import { dropLibraryFeed, getLibraryFeed, makeLibraryFeed } from "../feed-contract.ts";

export function LibraryFeed() {
  return (
    <FeedAddress
      title="In your feed reader"
      name="your feed of the library"
      audience={feedAudience}
      about="A feed reader can subscribe to what changes here: what was submitted, what was approved, and what is under review again."
      get={getLibraryFeed}
      make={makeLibraryFeed}
      drop={dropLibraryFeed}
    />
  );
}
