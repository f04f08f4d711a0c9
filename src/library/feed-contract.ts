// The address behind which a feed reader finds what changed in the library.
import { feedEndpoints } from "../people/feed-contract.ts";

export const {
  get: getLibraryFeed,
  make: makeLibraryFeed,
  drop: dropLibraryFeed,
} = feedEndpoints("/me/library-feed", "your feed of changes in the library");
